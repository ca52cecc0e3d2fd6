import { QingdanError } from '#errors.js';

type Numbers =
  | Int32Array<ArrayBuffer>
  | Uint32Array<ArrayBuffer>
  | Float32Array<ArrayBuffer>
  | Uint16Array<ArrayBuffer>
  | Uint8Array<ArrayBuffer>
  | Int8Array<ArrayBuffer>;
/** The kinds of array, by their constructors. */
export type NumbersOf =
  | typeof Int32Array
  | typeof Uint32Array
  | typeof Float32Array
  | typeof Uint16Array
  | typeof Uint8Array
  | typeof Int8Array;

/**
 * Arrays as bytes: the length of a JSON head, the head padded to four bytes, then the arrays in little-endian order;
 * those of wider numbers have to stand first.
 * @param key what they were made from
 */
export function packArrays(head: object, key: string, arrays: readonly ArrayBufferView[]): Uint8Array {
  const lengths = arrays.map((array) => (array as Numbers).length);
  const json = new TextEncoder().encode(JSON.stringify({ head, key, lengths }));
  const start = 4 + Math.ceil(json.length / 4) * 4;
  const parts = arrays.map(
    ({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength),
  );
  const bytes = new Uint8Array(start + parts.reduce((sum, part) => sum + part.length, 0));
  new DataView(bytes.buffer).setUint32(0, json.length, true);
  bytes.set(json, 4);
  let at = start;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

interface Unpacked<H> {
  head: H;
  key: string;
  arrays: Numbers[];
}

/**
 * What was packed under this key (undefined: under any); undefined where it was made from something else.
 * @throws QingdanError QD-FILE for bytes that weren't packed here
 */
export function unpackArrays<H>(bytes: Uint8Array, key: undefined, types: readonly NumbersOf[]): Unpacked<H>;
export function unpackArrays<H>(
  bytes: Uint8Array,
  key: string,
  types: readonly NumbersOf[],
): Unpacked<H> | undefined;
export function unpackArrays<H>(
  bytes: Uint8Array,
  key: string | undefined,
  types: readonly NumbersOf[],
): Unpacked<H> | undefined {
  try {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const length = view.getUint32(0, true);
    const read = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length))) as {
      head: H;
      key: string;
      lengths: readonly number[];
    };
    if (key !== undefined && read.key !== key) return undefined;
    let at = 4 + Math.ceil(length / 4) * 4;
    const arrays = types.map((Type, i) => {
      const size = (read.lengths[i] ?? 0) * Type.BYTES_PER_ELEMENT;
      const from = bytes.byteOffset + at;
      at += size;
      if (at > bytes.length) throw new RangeError(`${bytes.length} bytes end before array ${i}`);
      // A file is read in one piece and stays so; only what doesn't begin at a whole number has to be moved.
      if (from % Type.BYTES_PER_ELEMENT === 0)
        return new Type(bytes.buffer as ArrayBuffer, from, read.lengths[i] ?? 0);
      return new Type(bytes.buffer.slice(from, from + size) as ArrayBuffer);
    });
    return { head: read.head, key: read.key, arrays };
  } catch (cause) {
    throw new QingdanError('QD-FILE', '编译好的文件坏了，请重新运行 npm run build', { cause });
  }
}
