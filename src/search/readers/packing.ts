import { packArrays, unpackArrays } from './arrays.js';
import type { Counts } from './counts.js';
import type { EmbeddingModel } from './embeddings.js';
import type { SoftmaxModel } from './softmax.js';

type CountsHead = Pick<Counts, 'labels' | 'examples'>;

/** Counts as bytes. @param key what the counts were made from */
export function packCounts(counts: Counts, key: string): Uint8Array {
  const { labels, examples, features, start, count, weight, label } = counts;
  const head: CountsHead = { labels, examples };
  return packArrays(head, key, [features, start, count, weight, label]);
}

const COUNTS = [Uint32Array, Uint32Array, Uint32Array, Float32Array, Uint16Array] as const;

/**
 * The counts that were packed under this key; undefined where they were made from something else.
 * @throws QingdanError QD-FILE for bytes that aren't counts
 */
export function unpackCounts(bytes: Uint8Array, key: string): Counts | undefined {
  const unpacked = unpackArrays<CountsHead>(bytes, key, COUNTS);
  if (unpacked === undefined) return undefined;
  const { head, arrays } = unpacked;
  const [features, start, count, weight, label] = arrays as [
    Uint32Array<ArrayBuffer>,
    Uint32Array<ArrayBuffer>,
    Uint32Array<ArrayBuffer>,
    Float32Array<ArrayBuffer>,
    Uint16Array<ArrayBuffer>,
  ];
  return { labels: head.labels, examples: head.examples, features, start, count, weight, label };
}

type SoftmaxHead = Pick<SoftmaxModel, 'labels'>;

/** A fitted model as bytes. @param key what it was fitted on */
export function packSoftmax(model: SoftmaxModel, key: string): Uint8Array {
  const { labels, features, idf, weights, bias, seen } = model;
  const head: SoftmaxHead = { labels };
  return packArrays(head, key, [features, idf, weights, bias, seen]);
}

const SOFTMAX = [Uint32Array, Float32Array, Float32Array, Float32Array, Uint8Array] as const;

/** The model that was packed under this key, as `unpackCounts` does. */
export function unpackSoftmax(bytes: Uint8Array, key: string): SoftmaxModel | undefined {
  const unpacked = unpackArrays<SoftmaxHead>(bytes, key, SOFTMAX);
  if (unpacked === undefined) return undefined;
  const { head, arrays } = unpacked;
  const [features, idf, weights, bias, seen] = arrays as [
    Uint32Array<ArrayBuffer>,
    Float32Array<ArrayBuffer>,
    Float32Array<ArrayBuffer>,
    Float32Array<ArrayBuffer>,
    Uint8Array<ArrayBuffer>,
  ];
  return { labels: head.labels, features, idf, weights, bias, seen };
}

type EmbeddingHead = Pick<EmbeddingModel, 'labels' | 'dimensions'>;

/** Fitted embeddings as bytes. @param key what they were fitted on */
export function packEmbeddings(model: EmbeddingModel, key: string): Uint8Array {
  const { labels, dimensions, features, idf, scale, directions, bias, points } = model;
  const head: EmbeddingHead = { labels, dimensions };
  return packArrays(head, key, [features, idf, scale, directions, bias, points]);
}

const EMBEDDINGS = [Uint32Array, Float32Array, Float32Array, Float32Array, Float32Array, Int8Array] as const;

/**
 * The embeddings that were packed, with what they were fitted on: they tell something also of texts beside those.
 * @throws QingdanError QD-FILE for bytes that aren't embeddings
 */
export function unpackEmbeddings(bytes: Uint8Array): { model: EmbeddingModel; key: string } {
  const unpacked = unpackArrays<EmbeddingHead>(bytes, undefined, EMBEDDINGS);
  const [features, idf, scale, directions, bias, points] = unpacked.arrays as [
    Uint32Array<ArrayBuffer>,
    Float32Array<ArrayBuffer>,
    Float32Array<ArrayBuffer>,
    Float32Array<ArrayBuffer>,
    Float32Array<ArrayBuffer>,
    Int8Array<ArrayBuffer>,
  ];
  const model = { ...unpacked.head, features, idf, scale, directions, bias, points };
  return { model, key: unpacked.key };
}
