import type { MatterLibrary } from '#catalogue/matters/load.js';
import type { Wording } from '#catalogue/matters/wordings.js';
import type { Row } from '#catalogue/rows.js';
import type { ListKind } from '#catalogue/schema.js';
import type { Example, LearnedReader } from '#search/readers/index.js';
import type { Segmenter } from '#text/segmenter.js';
import { type Considered, evidenceOf, vectorOf } from './evidence.js';
import { knownMatters } from './known-matters.js';
import { readersOf, type SortCounts } from './readers.js';
import { type JoinSort, sortOfKind } from './sorts.js';
import { JOIN_FEATURES, type JoiningWeights } from './weights.js';

/** A matter of the library that a row may be about. */
export interface Proposal {
  readonly matter: string;
  readonly name: string;
  /** Probability, 0 to 1, that the row is about it. */
  readonly confidence: number;
}

/** What is known of a row that is to be joined. */
export interface RowToJoin {
  readonly name: string;
  readonly kind: ListKind;
}

/** Finds the matter of the library that an office's row is about; the same row gives the same proposals. */
export interface Joiner {
  /** Best first, at most five; none for rows that speak of somebody else. */
  propose(row: RowToJoin): readonly Proposal[];
  /** All matters that come near, with what speaks for each; weights are fitted on it. */
  consider(row: RowToJoin): readonly Considered[];
}

export interface JoinerParts {
  library: MatterLibrary;
  wordings: readonly Wording[];
  /** Rows whose matter is known. */
  rows: readonly Row[];
  counts: SortCounts;
  /** What teaches the reader that counts beside these: an office's wordings of matters. */
  added: readonly Example[];
  /** Fitted to the library. */
  fitted: LearnedReader;
  segmenter: Segmenter;
  weights: JoiningWeights;
}

const PROPOSALS = 5;
/** Matters of the list's sort, and demands and rules, that are looked at by each way of finding them. */
const LOOKED_AT = 6;
const OTHERS = 2;

export function createJoiner(parts: JoinerParts): Joiner {
  const { library, wordings, rows, counts, added, fitted, segmenter, weights } = parts;
  const sorts = knownMatters(library, wordings, rows, segmenter);
  const readers = readersOf(library, counts, rows, added);

  function consider({ name, kind }: RowToJoin): Considered[] {
    const sort = sortOfKind(kind);
    if (sort === null) return [];
    const near = (one: JoinSort, most: number) =>
      evidenceOf(name, of(sorts, one), { counted: of(readers, one), fitted, segmenter, most });
    return [...near(sort, LOOKED_AT), ...near('other', OTHERS)];
  }

  return {
    consider,
    propose: (row) => ranked(consider(row), weights).slice(0, PROPOSALS),
  };
}

function of<T>(map: ReadonlyMap<JoinSort, T>, sort: JoinSort): T {
  const found = map.get(sort);
  if (found === undefined) throw new Error(`no matters of the sort ${sort}`);
  return found;
}

/** What came near as probabilities, best first: all of it, and the row being about nothing known, share 1. */
function ranked(considered: readonly Considered[], { weights, unknown }: JoiningWeights): Proposal[] {
  const weighed = JOIN_FEATURES.map(({ name }) => weights[name]);
  const scores = considered.map((one) =>
    vectorOf(one).reduce((sum, x, i) => sum + x * (weighed[i] as number), 0),
  );
  const most = Math.max(unknown, ...scores);
  const sum = scores.reduce((total, z) => total + Math.exp(z - most), Math.exp(unknown - most));
  return considered
    .map(({ known: { matter } }, i) => ({
      matter: matter.id,
      name: matter.name,
      confidence: Math.exp((scores[i] as number) - most) / sum,
    }))
    .sort((a, b) => b.confidence - a.confidence || (a.matter < b.matter ? -1 : 1));
}
