import { QingdanError } from '#errors.js';
import type { Counts } from './counts.js';

/** The arrays of counts, in the order in which they stand in a file; those of wider numbers first. */
const ARRAYS = ['features', 'start', 'count', 'weight', 'label'] as const;
const TYPES = {
  features: Uint32Array,
  start: Uint32Array,
  count: Uint32Array,
  weight: Float32Array,
  label: Uint16Array,
} as const;

interface Head {
  key: string;
  labels: readonly string[];
  examples: number;
  lengths: readonly number[];
}

/**
 * Counts as bytes: the length of a JSON head, the head padded to four bytes, then the arrays in little-endian order.
 * @param key what the counts were made from
 */
export function packCounts(counts: Counts, key: string): Uint8Array {
  const { labels, examples } = counts;
  const head: Head = { key, labels, examples, lengths: ARRAYS.map((name) => counts[name].length) };
  const json = new TextEncoder().encode(JSON.stringify(head));
  const start = 4 + Math.ceil(json.length / 4) * 4;
  const parts = ARRAYS.map((name) => {
    const { buffer, byteOffset, byteLength } = counts[name];
    return new Uint8Array(buffer, byteOffset, byteLength);
  });
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

/**
 * The counts that were packed under this key; undefined where they were made from something else.
 * @throws QingdanError QD-FILE for bytes that aren't counts
 */
export function unpackCounts(bytes: Uint8Array, key: string): Counts | undefined {
  try {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const length = view.getUint32(0, true);
    const head = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length))) as Head;
    if (head.key !== key) return undefined;
    let at = 4 + Math.ceil(length / 4) * 4;
    const arrays = ARRAYS.map((name, i) => {
      const size = (head.lengths[i] ?? 0) * TYPES[name].BYTES_PER_ELEMENT;
      // A Buffer's own slice would be a view of all of it.
      const copy = Uint8Array.prototype.slice.call(bytes, at, at + size);
      at += size;
      return new TYPES[name](copy.buffer);
    });
    const [features, start, count, weight, label] = arrays as [
      Uint32Array<ArrayBuffer>,
      Uint32Array<ArrayBuffer>,
      Uint32Array<ArrayBuffer>,
      Float32Array<ArrayBuffer>,
      Uint16Array<ArrayBuffer>,
    ];
    return { labels: head.labels, examples: head.examples, features, start, count, weight, label };
  } catch (cause) {
    throw new QingdanError('QD-FILE', '读者的计数文件坏了，请重新运行 npm run build', { cause });
  }
}
