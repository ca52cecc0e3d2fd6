import type { LearnedReader, Reading } from '#search/readers/index.js';
import type { Segmenter } from '#text/segmenter.js';
import type { KnownMatter, SortOfMatters } from './known-matters.js';
import { diceOf, type Made, madeOf, shareOf, usualShareOf } from './overlap.js';
import { partsOf } from './row-parts.js';
import { JOIN_FEATURES, type JoinFeature } from './weights.js';

/** A matter that a row may be about, with what speaks for it. */
export interface Considered {
  readonly known: KnownMatter;
  readonly evidence: Readonly<Record<JoinFeature, number>>;
}

export interface EvidenceParts {
  /** Counts of the matters looked at. */
  readonly counted: LearnedReader;
  /** Fitted to the whole library; its scores are logarithms of probabilities. */
  readonly fitted: LearnedReader;
  readonly segmenter: Segmenter;
  /** Matters looked at by each way of finding them. */
  readonly most: number;
}

/** How sharply scores of the reader that counts become shares; with 5 and 20 it told a little less. */
const SHARPNESS = 10;
/** Keeps the logarithm of a share of nothing finite. */
const LEAST = 1e-4;
/** What is less probable than this is no less likely. */
const FAR = -8;

/** The matters of one sort that come near to a row's name, each with its evidence. */
export function evidenceOf(
  name: string,
  { matters, ids, pairWeight, wordWeight }: SortOfMatters,
  { counted, fitted, segmenter, most }: EvidenceParts,
): Considered[] {
  const row = madeOf(name, segmenter);
  const parts = partsOf(name);
  const first = parts[0] as string;
  const whole = fitted.read(name);
  const shares = parts.map((part) => sharesOf(fitted.read(part), ids, 1));
  const ways = {
    fitted: ids.map((_, i) => shares.reduce((sum, share) => sum + (share[i] as number), 0) / shares.length),
    whole: ids.map((id) => Math.exp(whole.scoreOf(id))),
    fittedFirst: shares[0] as number[],
    counted: sharesOf(counted.read(first), ids, SHARPNESS),
    name: matters.map((one) => shareOf(one.name.pairs, row.pairs, pairWeight)),
    near: matters.map(({ names }) =>
      Math.max(0, ...names.map((made) => diceOf(row.pairs, made.pairs, pairWeight))),
    ),
  };
  const looked = [...new Set(Object.values(ways).flatMap((values) => bestOf(values, most)))];
  const said = new Map(looked.map((i) => [i, saidOf(matters[i] as KnownMatter)]));
  const firsts = [...Object.values(ways).map((values) => bestOf(values, 1)[0]), topOf(said)];
  const differences = differencesOf(looked.map((i) => matters[i] as KnownMatter));
  return looked.map((i) => {
    const known = matters[i] as KnownMatter;
    const { sort } = known.matter;
    return {
      known,
      evidence: {
        fitted: Math.log((ways.fitted[i] as number) + LEAST),
        fittedOfAll: Math.max(whole.scoreOf(ids[i] as string), FAR),
        counted: Math.log((ways.counted[i] as number) + LEAST),
        namePairs: ways.name[i] as number,
        nearest: Number((ways.near[i] as number) === Math.max(...ways.near)),
        same: Number(known.names.some((made) => isSame(made, row))),
        definitionWords: shareOf(row.words, known.definition.words, wordWeight),
        said: said.get(i) as number,
        first: firsts.filter((one) => one === i).length / firsts.length,
        differs: Math.max(0, ...(differences.get(ids[i] as string) ?? []).map(toldShare)),
        rule: Number(sort === 'rule'),
        demand: Number(sort === 'demand'),
      },
    };
  });

  function toldShare({ pairs }: Made): number {
    return shareOf(pairs, row.pairs, pairWeight);
  }

  function saidOf(known: KnownMatter): number {
    return usualShareOf(row.pairs, known.said(), pairWeight);
  }
}

/** By id of a matter: what those that come near as well say it has and they haven't. */
function differencesOf(near: readonly KnownMatter[]): Map<string, Made[]> {
  const differences = new Map<string, Made[]>();
  for (const { unlike } of near) {
    for (const { matter, differs } of unlike)
      differences.set(matter, [...(differences.get(matter) ?? []), differs]);
  }
  return differences;
}

/** The evidence in the order of the weights. */
export const vectorOf = ({ evidence }: Considered) => JOIN_FEATURES.map(({ name }) => evidence[name]);

function isSame(a: Made, b: Made): boolean {
  if (a.pairs.size !== b.pairs.size || a.pairs.size === 0) return false;
  for (const pair of a.pairs) if (!b.pairs.has(pair)) return false;
  return true;
}

/** A reader's scores as shares of 1 among some labels, in their order. */
function sharesOf({ scoreOf }: Reading, labels: readonly string[], sharpness: number): number[] {
  const scores = labels.map((label) => scoreOf(label) * sharpness);
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

const topOf = (values: ReadonlyMap<number, number>): number | undefined =>
  [...values].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0];
