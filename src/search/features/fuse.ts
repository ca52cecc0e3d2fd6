import Fuse from 'fuse.js';

/** Fuse compares at most this many characters of the query: its bit masks hold 32. */
const LONGEST_PATTERN = 32;
/** Fuse's own default distance; beyond it a text counts as unlike, and Fuse needn't try all numbers of errors. */
const THRESHOLD = 0.6;
const OPTIONS = {
  includeScore: true,
  ignoreLocation: true,
  threshold: THRESHOLD,
  shouldSort: false,
} as const;

/** Fuse's similarity of a query to each text, 0…1 in the order of the texts; 0 where Fuse finds nothing. */
export function fuseSimilarities(query: string, texts: readonly string[]): Float32Array {
  const similarities = new Float32Array(texts.length);
  const pattern = Array.from(query).slice(0, LONGEST_PATTERN).join('');
  if (pattern === '') return similarities;
  for (const { refIndex, score } of new Fuse(texts, OPTIONS).search(pattern)) {
    similarities[refIndex] = 1 - (score ?? 1);
  }
  return similarities;
}
