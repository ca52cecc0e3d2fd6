import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** Where Office keeps when a file was made and last changed. */
const PROPERTIES = 'docProps/core.xml';
const FONTS = 'word/fontTable.xml';
/** The first day that a zip archive can hold, in whatever zone: the same bytes everywhere. */
const FIRST_DAY = new Date(1980, 0, 1);

/** A font and what is shown where a machine hasn't got it. */
export type FontFallback = readonly [font: string, instead: string];

/**
 * An Office file that a library has just written, with fixed dates inside: the same content then gives the same bytes.
 * @param day YYYY-MM-DD, shown as the day it was made
 * @param fonts named in the document's table of fonts (w:altName, ECMA-376, 17.8.3.1)
 */
export function withFixedDates(
  file: Uint8Array,
  day: string,
  fonts: readonly FontFallback[] = [],
): Uint8Array {
  const parts = unzipSync(file);
  const properties = parts[PROPERTIES];
  if (properties !== undefined) {
    const dated = strFromU8(properties).replace(
      /(<dcterms:(?:created|modified)[^>]*>)[^<]*/g,
      `$1${day}T00:00:00Z`,
    );
    parts[PROPERTIES] = strToU8(dated);
  }
  if (fonts.length > 0 && parts[FONTS] !== undefined) parts[FONTS] = strToU8(fontTable(fonts));
  return zipSync(parts, { mtime: FIRST_DAY });
}

/** Files as one archive, the same bytes for the same files; names are UTF-8. */
export function zipped(files: readonly { name: string; bytes: Uint8Array }[]): Uint8Array {
  return zipSync(Object.fromEntries(files.map(({ name, bytes }) => [name, bytes])), { mtime: FIRST_DAY });
}

function fontTable(fonts: readonly FontFallback[]): string {
  const entries = fonts.map(
    ([font, instead]) => `<w:font w:name="${font}"><w:altName w:val="${instead}"/></w:font>`,
  );
  const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="${namespace}">${entries.join('')}</w:fonts>`;
}
