import type { InvertedIndex } from './inverted-index.js';

/** One place of a query where a term stands. */
export interface Occurrence {
  /** Number of the term, or NONE where the index doesn't hold it. */
  term: number;
  /** What it would weigh if no text held it: 1, less for a function word. */
  weight: number;
  /** In the clause that asks. */
  asking: boolean;
}

/** The distinct terms of a query in one channel. */
export interface QueryTerms {
  /** Numbers of the terms that the index holds. */
  terms: Int32Array;
  /** Inverse document frequency of each of `terms`. */
  idf: Float32Array;
  /** The same, with rare terms counting for still more. */
  sharp: Float32Array;
  /** 1 where the term stands in the clause that asks. */
  asking: Uint8Array;
  /** How often the query has each of them. */
  times: Int32Array;
  /** Sum of idf · times over all terms, the unknown ones included. */
  mass: number;
  /** Sum of idf over the distinct terms, the unknown ones included; the same of `sharp`, and of the asking clause. */
  distinctMass: number;
  sharpMass: number;
  askingMass: number;
}

/** How much more a rare term counts in `sharp`; by cross-validation on statutes. */
const SHARPNESS = 1.7;

/** Gathers the occurrences of one channel. */
export function queryTerms(occurrences: readonly Occurrence[], index: InvertedIndex): QueryTerms {
  const known = new Map<number, { times: number; asking: boolean }>();
  const sums = { mass: 0, distinctMass: 0, sharpMass: 0, askingMass: 0 };
  const count = (idf: number, asking: boolean) => {
    sums.distinctMass += idf;
    sums.sharpMass += idf ** SHARPNESS;
    if (asking) sums.askingMass += idf;
  };
  for (const { term, weight, asking } of occurrences) {
    if (term < 0) {
      const idf = index.unseenIdf * weight;
      sums.mass += idf;
      count(idf, asking);
      continue;
    }
    const before = known.get(term);
    known.set(term, { times: (before?.times ?? 0) + 1, asking: asking || (before?.asking ?? false) });
    sums.mass += index.idf[term] as number;
  }
  const terms = Int32Array.from(known.keys());
  const idf = Float32Array.from(terms, (term) => index.idf[term] as number);
  const places = [...known.values()];
  places.forEach(({ asking }, i) => {
    count(idf[i] as number, asking);
  });
  return {
    terms,
    idf,
    sharp: idf.map((value) => value ** SHARPNESS),
    asking: Uint8Array.from(places, ({ asking }) => (asking ? 1 : 0)),
    times: Int32Array.from(places, ({ times }) => times),
    ...sums,
  };
}
