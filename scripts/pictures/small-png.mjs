/** A picture of a page with its 256 commonest colours: text on plain grounds has few more, and takes a third of the space. */
import { crc32, deflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const COLOURS = 256;

/** @param png bytes of any PNG @param page of a browser, which reads it */
export async function smallPng(png, page) {
  const { width, height, pixels } = await pixelsOf(png, page);
  const colours = new Uint32Array(pixels.buffer, pixels.byteOffset, width * height);
  const { palette, indexOf } = commonest(colours);
  // Each line begins with the number of its filter: none.
  const lines = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) lines[y * (width + 1) + 1 + x] = indexOf(colours[y * width + x]);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits a pixel, which are the number of a colour.
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap(rgbOf))),
    chunk('IDAT', deflateSync(lines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Red, green, blue and opacity of each pixel, line by line. */
async function pixelsOf(png, page) {
  const read = await page.evaluate(async (encoded) => {
    const bytes = Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
    context.drawImage(image, 0, 0);
    const { data, width, height } = context.getImageData(0, 0, image.width, image.height);
    let text = '';
    for (let from = 0; from < data.length; from += 8192)
      text += String.fromCharCode(...data.subarray(from, from + 8192));
    return { width, height, encoded: btoa(text) };
  }, png.toString('base64'));
  return { ...read, pixels: new Uint8Array(Buffer.from(read.encoded, 'base64')) };
}

/** The colours that most pixels have, and the number of the one nearest to any other. */
function commonest(colours) {
  const counts = new Map();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const palette = [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, COLOURS)
    .map(([colour]) => colour);
  const known = new Map(palette.map((colour, index) => [colour, index]));
  return {
    palette,
    indexOf(colour) {
      const found = known.get(colour);
      if (found !== undefined) return found;
      const nearest = palette.reduce(
        (best, other, index) => {
          const distance = distanceOf(colour, other);
          return distance < best.distance ? { index, distance } : best;
        },
        { index: 0, distance: Number.POSITIVE_INFINITY },
      );
      known.set(colour, nearest.index);
      return nearest.index;
    },
  };
}

/** The bytes of a pixel stand in the order of their addresses, the lowest first. */
const rgbOf = (colour) => [colour & 255, (colour >> 8) & 255, (colour >> 16) & 255];

function distanceOf(one, other) {
  const [a, b] = [rgbOf(one), rgbOf(other)];
  return a.reduce((sum, value, i) => sum + (value - b[i]) ** 2, 0);
}

function chunk(type, data) {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(data.length, 0);
  named.copy(framed, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}
