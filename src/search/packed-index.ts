import type { SearchLexicon } from './lexicon/index.js';
import { PairTable } from './pair-table.js';
import { packArrays, unpackArrays } from './readers/arrays.js';
import { Terms } from './terms.js';
import type { TextIndex } from './text-index.js';

interface IndexHead {
  size: number;
  count: number;
  unseenIdf: number;
  assembled: number;
  /** Words, concepts, subjects, characters, syllables. */
  strings: (readonly string[])[];
}

/** An index as bytes. @param key what it was made from */
export function packIndex({ terms, store, inverted, subWords }: TextIndex, key: string): Uint8Array {
  const { size, listed, pairs } = terms.parts();
  const { count, ...texts } = store;
  const { saturation, unseenIdf, assembled, ...postings } = inverted;
  const head: IndexHead = {
    size,
    count,
    unseenIdf,
    assembled,
    strings: listed.map(({ strings }) => strings),
  };
  const parts = [...subWords.values()];
  return packArrays(head, key, [
    ...listed.map(({ numbers }) => numbers),
    ...pairs.flatMap((table) => table.arrays()),
    ...STORE.map((name) => texts[name]),
    ...POSTINGS.map((name) => postings[name]),
    Int32Array.from(subWords.keys()),
    Int32Array.from(parts, ({ length }) => length),
    Int32Array.from(parts.flatMap((part) => [...part])),
    saturation,
  ]);
}

const STORE = [
  'words',
  'wordStart',
  'concepts',
  'conceptLengths',
  'conceptStart',
  'subjects',
  'subjectStart',
  'chars',
  'sounds',
  'grams',
  'soundGrams',
  'charStart',
] as const;
const POSTINGS = ['start', 'texts', 'idf', 'norm'] as const;
const LISTED = 5;
const PAIRS = 2 * 3;
const TYPES = [
  ...Array.from({ length: LISTED + PAIRS + STORE.length + 2 }, () => Int32Array),
  Float32Array,
  Float32Array,
  Int32Array,
  Int32Array,
  Int32Array,
  Uint8Array,
] as const;

/**
 * The index that was packed under this key; undefined where it was made from something else.
 * @param lexicon the one it was made with
 * @throws QingdanError QD-FILE for bytes that aren't an index
 */
export function unpackIndex(bytes: Uint8Array, key: string, lexicon: SearchLexicon): TextIndex | undefined {
  const unpacked = unpackArrays<IndexHead>(bytes, key, TYPES);
  if (unpacked === undefined) return undefined;
  const { head, arrays } = unpacked;
  let at = 0;
  const next = <A>(): A => arrays[at++] as A;
  const listed = head.strings.map((strings) => ({ strings, numbers: next<Int32Array>() }));
  const pairs = [0, 1].map(() => PairTable.of(next(), next(), next()));
  const store = Object.fromEntries(STORE.map((name) => [name, next<Int32Array>()]));
  const postings = Object.fromEntries(POSTINGS.map((name) => [name, next<Int32Array | Float32Array>()]));
  const [words, lengths, parts, saturation] = [
    next<Int32Array>(),
    next<Int32Array>(),
    next<Int32Array>(),
    next<Uint8Array>(),
  ];
  let from = 0;
  const subWords = new Map<number, Int32Array>();
  for (let i = 0; i < words.length; i++) {
    const end = from + (lengths[i] as number);
    subWords.set(words[i] as number, parts.subarray(from, end));
    from = end;
  }
  return {
    terms: Terms.of({ size: head.size, listed, pairs }),
    store: { count: head.count, ...store } as TextIndex['store'],
    inverted: {
      ...postings,
      saturation,
      unseenIdf: head.unseenIdf,
      assembled: head.assembled,
    } as TextIndex['inverted'],
    subWords,
    lexicon,
  };
}
