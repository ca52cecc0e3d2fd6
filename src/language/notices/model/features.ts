/** Features of one thing to be weighed: hashes with values. */
export interface Features {
  readonly ids: readonly number[];
  readonly values: readonly number[];
}

/** What a feature is made of: its kind first, then what it says. */
export type FeaturePart = string | number | boolean;

const START = 0x811c9dc5;
const PRIME = 0x01000193;
const SEPARATOR = 0x1f;

/** FNV-1a over the parts' UTF-16 units, with its bits mixed once more, since tables use the low ones. */
export function featureHash(...parts: readonly FeaturePart[]): number {
  let hash = START;
  for (const part of parts) {
    if (typeof part === 'string')
      for (let i = 0; i < part.length; i++) hash = Math.imul(hash ^ part.charCodeAt(i), PRIME);
    else hash = Math.imul(hash ^ Number(part), PRIME);
    hash = Math.imul(hash ^ SEPARATOR, PRIME);
  }
  return finished(hash);
}

/** The same over numbers alone, which is what characters are looked at by. */
export function numberHash(kind: number, a: number, b = 0, c = 0): number {
  let hash = Math.imul(START ^ kind, PRIME);
  hash = Math.imul(hash ^ a, PRIME);
  hash = Math.imul(hash ^ (hash >>> 13) ^ b, PRIME);
  hash = Math.imul(hash ^ (hash >>> 13) ^ c, PRIME);
  return finished(hash);
}

function finished(hash: number): number {
  const mixed = hash ^ (hash >>> 15);
  return Math.imul(mixed, 0x2c1b3c6d) >>> 0;
}

/** Collects features; one that is added twice counts twice. */
export class FeatureList implements Features {
  readonly ids: number[] = [];
  readonly values: number[] = [];

  /** @param value how much it may weigh beside the others: kinds with very many features are held down */
  add(value: number, ...parts: FeaturePart[]): void {
    this.ids.push(featureHash(...parts));
    this.values.push(value);
  }

  /** Every run of `n` characters, for each of the sizes. */
  grams(value: number, kind: string, text: string, ...sizes: number[]): void {
    const start = featureHash(kind);
    for (const n of sizes)
      for (let i = 0; i + n <= text.length; i++) {
        const [a, b, c] = [
          text.charCodeAt(i),
          n > 1 ? text.charCodeAt(i + 1) : 0,
          n > 2 ? text.charCodeAt(i + 2) : 0,
        ];
        this.ids.push(numberHash(start, a, b, c));
        this.values.push(value);
      }
  }
}
