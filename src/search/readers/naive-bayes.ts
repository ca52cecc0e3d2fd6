import { type Counts, placeOf, SCALE, unitVector } from './counts.js';
import { featuresOf, nameOf } from './features.js';

/** A label with its score: the greater, the nearer; only differences mean something. */
export interface Scored {
  readonly label: string;
  readonly score: number;
}

/** What a reader makes of one text. */
export interface Reading {
  /** Best first, ties by label. */
  readonly best: readonly Scored[];
  /** Score of any label; that of one nobody counted is the least of all. */
  scoreOf(label: string): number;
}

/** Tells what a text is about by what it has learned from examples; the same text gives the same reading. */
export interface LearnedReader {
  read(text: string): Reading;
  /** The features that speak most for a label, with what each adds to its score. */
  explain(text: string, label: string): readonly { feature: string; adds: number }[];
}

/** Added to every count, so that what was never seen isn't impossible; fitted on the project's questions. */
const ALPHA = 0.6;
/** Labels named of one text. */
const BEST = 12;
/** Features named of one text. */
const TELLING = 8;

/**
 * Complement naive Bayes (Rennie and others, 2003): a label is the nearer the less the text looks like everything else,
 * which doesn't favour labels with many examples. About 0.1 ms a question.
 */
export function createLearnedReader(counts: Counts): LearnedReader {
  const { labels, start, label, features, weight } = counts;
  const labelPlace = new Map(labels.map((name, i) => [name, i]));
  const { adds, rest } = complements(counts);

  function vectorOf(text: string): [at: number, share: number][] {
    const known = new Map<number, number>();
    for (const [feature, times] of featuresOf(text)) {
      const at = placeOf(features, feature);
      if (at >= 0) known.set(at, times);
    }
    return unitVector(known, (at) => weight[at] as number);
  }

  function scoresOf(text: string): Float64Array {
    const scores = new Float64Array(labels.length);
    let length = 0;
    for (const [at, share] of vectorOf(text)) {
      length += share;
      for (let k = start[at] as number; k < (start[at + 1] as number); k++) {
        const of = label[k] as number;
        scores[of] = (scores[of] as number) + share * (adds[k] as number);
      }
    }
    for (let of = 0; of < scores.length; of++)
      scores[of] = (scores[of] as number) + length * (rest[of] as number);
    return scores;
  }

  return {
    read(text) {
      const scores = scoresOf(text);
      const least = scores.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
      return {
        best: bestOf(scores).map((of) => ({ label: labels[of] as string, score: scores[of] as number })),
        scoreOf: (name) => scores[labelPlace.get(name) ?? -1] ?? least,
      };
    },
    explain(text, name) {
      const of = labelPlace.get(name);
      return vectorOf(text)
        .map(([at, share]) => {
          const to = start[at + 1] as number;
          let k = start[at] as number;
          while (k < to && label[k] !== of) k++;
          return { feature: nameOf(features[at] as number), adds: k < to ? share * (adds[k] as number) : 0 };
        })
        .filter((one) => one.adds > 0)
        .sort((a, b) => b.adds - a.adds || (a.feature < b.feature ? -1 : 1))
        .slice(0, TELLING);
    },
  };
}

/** What each posting adds to its label's score, and what each label has for every part of a text. */
function complements({ labels, features, start, label, count }: Counts): {
  adds: Float32Array;
  rest: Float64Array;
} {
  const adds = new Float32Array(count.length);
  const own = new Float64Array(labels.length);
  let total = 0;
  for (let at = 0; at < features.length; at++) {
    const [from, to] = [start[at] as number, start[at + 1] as number];
    let all = 0;
    for (let k = from; k < to; k++) all += (count[k] as number) / SCALE;
    for (let k = from; k < to; k++) {
      const part = (count[k] as number) / SCALE;
      adds[k] = Math.log((all + ALPHA) / (all - part + ALPHA));
      own[label[k] as number] = (own[label[k] as number] as number) + part;
    }
    total += all;
  }
  return { adds, rest: own.map((part) => Math.log(total - part + ALPHA * features.length)) };
}

/** Places of the best scores, best first. */
function bestOf(scores: Float64Array): number[] {
  const best: number[] = [];
  for (let of = 0; of < scores.length; of++) {
    const score = scores[of] as number;
    if (best.length === BEST && score <= (scores[best[BEST - 1] as number] as number)) continue;
    let i = best.length < BEST ? best.length : BEST - 1;
    while (i > 0 && (scores[best[i - 1] as number] as number) < score) {
      best[i] = best[i - 1] as number;
      i--;
    }
    best[i] = of;
  }
  return best;
}
