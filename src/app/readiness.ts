import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { wordsOf } from '#ruling/index.js';
import { readDefaultWords } from '#search/default-words.js';
import {
  createSearchLexicon,
  type Entry,
  indexEntries,
  packIndex,
  type TextIndex,
  unpackIndex,
} from '#search/index.js';
import {
  type Counts,
  countExamples,
  type Example,
  mergeCounts,
  packCounts,
  unpackCounts,
} from '#search/readers/index.js';
import type { Segmenter } from '#text/segmenter.js';
import { readCache, writeCache } from './cache.js';
import { packagePath } from './files.js';

/** To be raised when what is written changes its shape or how it is made. */
const FORMAT = 2;
const INDEX_FILE = packagePath('dist', 'index.bin');
const COUNTS_FILE = packagePath('dist', 'learned.bin');
const WORDS_FILE = packagePath('dist', 'wordings.json');

/**
 * What a start would otherwise make of the rows and wordings: the index, the words of all wordings and what the second
 * reader counted. `npm run build` writes each in one piece, under the hash of all that it is made from; where rows of an
 * office stand beside the shipped ones, or anything else differs, it is made anew.
 */
export interface Readiness {
  index(entries: readonly Entry[]): TextIndex;
  cut(wordings: readonly (readonly string[])[]): readonly (readonly string[])[];
  counts(rows: readonly Example[]): Counts;
}

/** What a readiness has made, packed: for another thread that stands on the same rows and wordings. */
export interface Ready {
  index: Uint8Array;
  counts: Uint8Array;
  /** JSON. */
  words: { key: string; text: string };
}

export interface ReadinessParts {
  readonly segmenter: Segmenter;
  /** The words that were added to the segmenter's dictionary. */
  readonly terms: readonly string[];
  /** Counts given in place of those of the library. */
  readonly counts: Counts | undefined;
  /** What the library's counts are made from, as a hash. */
  countsKey(): string;
  readCounts(): Counts;
  /** Make everything anew and write it: the code that makes it may have changed, which no hash tells. */
  readonly write: boolean;
  /** What another thread has made; it counts where it was made from the same. */
  readonly ready?: Ready | undefined;
  /** Told of what was made, packed. */
  readonly onMade?: ((part: Partial<Ready>) => void) | undefined;
}

export function createReadiness(parts: ReadinessParts): Readiness {
  const { segmenter, terms, write, ready, onMade } = parts;
  const merged = (counts: Counts, rows: readonly Example[]) =>
    mergeCounts(counts, countExamples(rows, counts));
  return {
    index(entries) {
      const words = readDefaultWords();
      const key = keyOf(terms, words, entries);
      const known = write
        ? undefined
        : packed(INDEX_FILE, ready?.index, (bytes) => unpackIndex(bytes, key, createSearchLexicon(words)));
      if (known !== undefined) return known;
      const made = indexEntries(entries, { segmenter, words });
      onMade?.({ index: packIndex(made, key) });
      if (write) writeFileSync(INDEX_FILE, packIndex(made, key));
      return made;
    },
    cut(wordings) {
      const key = keyOf(terms, wordings);
      const known = write ? undefined : readCache<string[][]>(WORDS_FILE, key);
      if (known !== undefined) return known;
      if (ready?.words.key === key) return JSON.parse(ready.words.text) as string[][];
      const made = wordings.map((some) => wordsOf(some, segmenter));
      onMade?.({ words: { key, text: JSON.stringify(made) } });
      if (write) writeCache(WORDS_FILE, key, made);
      return made;
    },
    counts(rows) {
      if (parts.counts !== undefined) return merged(parts.counts, rows);
      const key = keyOf(parts.countsKey(), rows);
      const known = write
        ? undefined
        : packed(COUNTS_FILE, ready?.counts, (bytes) => unpackCounts(bytes, key));
      if (known !== undefined) return known;
      const made = merged(parts.readCounts(), rows);
      onMade?.({ counts: packCounts(made, key) });
      if (write) writeFileSync(COUNTS_FILE, packCounts(made, key));
      return made;
    },
  };
}

function keyOf(...madeFrom: readonly unknown[]): string {
  return createHash('sha256')
    .update(JSON.stringify([FORMAT, ...madeFrom]))
    .digest('hex');
}

/** What another thread has made, else what was built. */
function packed<T>(
  path: string,
  made: Uint8Array | undefined,
  unpack: (bytes: Uint8Array) => T | undefined,
): T | undefined {
  const known = made === undefined ? undefined : unpack(made);
  if (known !== undefined) return known;
  try {
    return unpack(readFileSync(path));
  } catch {
    // Not built, as when the sources are run directly, or written half: it is made anew.
    return undefined;
  }
}
