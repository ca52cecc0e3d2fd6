import type { LearnedReader } from '#search/readers/index.js';
import { normalise } from '#text/normalise.js';
import type { Segmenter } from '#text/segmenter.js';
import type { KnownMatter, SortOfMatters } from './known-matters.js';
import { diceOf, type Made, madeOf, shareOf } from './overlap.js';
import { JOIN_FEATURES, type JoinFeature } from './weights.js';

/** A matter that a row may be about, with what speaks for it. */
export interface Considered {
  readonly known: KnownMatter;
  readonly evidence: Readonly<Record<JoinFeature, number>>;
}

export interface EvidenceParts {
  readonly all: LearnedReader;
  readonly ofSort: LearnedReader;
  /** The matcher's probabilities by id of a matter. */
  readonly retrieved: ReadonlyMap<string, number>;
  readonly segmenter: Segmenter;
}

/** Matters looked at by each way of finding them. */
const BY_READER = 8;
const BY_NAME = 6;
const BY_MATCHER = 4;
/** How sharply scores of the readers become shares; with 5 and 20 it told a little less. */
const SHARPNESS = 10;
/** Keeps the logarithm of a share of nothing finite. */
const LEAST = 1e-4;

/** The matters that come near to a row's name, each with its evidence. */
export function evidenceOf(
  name: string,
  { matters, pairWeight, wordWeight }: SortOfMatters,
  { all, ofSort, retrieved, segmenter }: EvidenceParts,
): Considered[] {
  const row = madeOf(name, segmenter);
  const ids = matters.map(({ matter }) => matter.id);
  const learned = sharesOf(all, name, ids);
  const first = sharesOf(ofSort, firstPartOf(name), ids);
  const near = matters.map(({ names }) =>
    Math.max(0, ...names.map((made) => diceOf(row.pairs, made.pairs, pairWeight))),
  );
  const nearest = Math.max(0, ...near);
  const found = matters.map((_, i) => retrieved.get(ids[i] as string) ?? 0);
  const looked = new Set([
    ...bestOf(learned, BY_READER),
    ...bestOf(first, BY_READER),
    ...bestOf(near, BY_NAME),
    ...bestOf(found, BY_MATCHER),
  ]);
  return [...looked].map((i) => {
    const known = matters[i] as KnownMatter;
    const dice = near[i] as number;
    return {
      known,
      evidence: {
        learned: Math.log((learned[i] as number) + LEAST),
        learnedFirst: Math.log((first[i] as number) + LEAST),
        namePairs: shareOf(known.name.pairs, row.pairs, pairWeight),
        nameWords: shareOf(known.name.words, row.words, wordWeight),
        behind: dice - nearest,
        nearest: Number(dice === nearest),
        definitionWords: shareOf(row.words, known.definition.words, wordWeight),
        definitionPairs: shareOf(row.pairs, known.definition.pairs, pairWeight),
        same: Number(known.names.some((made) => isSame(made, row))),
        retrieved: found[i] as number,
      },
    };
  });
}

/** The evidence in the order of the weights. */
export const vectorOf = ({ evidence }: Considered) => JOIN_FEATURES.map((feature) => evidence[feature]);

function isSame(a: Made, b: Made): boolean {
  if (a.pairs.size !== b.pairs.size || a.pairs.size === 0) return false;
  for (const pair of a.pairs) if (!b.pairs.has(pair)) return false;
  return true;
}

/** A reader's scores as shares of 1 among some labels, in their order. */
function sharesOf(reader: LearnedReader, text: string, labels: readonly string[]): number[] {
  const { scoreOf } = reader.read(text);
  const scores = labels.map((label) => scoreOf(label) * SHARPNESS);
  const most = scores.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const powers = scores.map((score) => Math.exp(score - most));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}

/** Places of the best, those worth nothing left out. */
function bestOf(values: readonly number[], count: number): number[] {
  return values
    .map((value, i) => ({ value, i }))
    .filter(({ value }) => value > 0)
    .sort((a, b) => b.value - a.value || a.i - b.i)
    .slice(0, count)
    .map(({ i }) => i);
}

const PARTS = /以及|[、，,；;。和与及并]/u;
/** What a part begins with that says nothing by itself. */
const LEADS = /^(?:协助|配合|组织|开展|做好|依法)+/u;

/** What a row names first: lists put the matter itself in front and what comes with it behind. */
function firstPartOf(name: string): string {
  const parts = normalise(name).split(PARTS);
  return parts.find((part) => [...part.replace(LEADS, '')].length >= 2) ?? name;
}
