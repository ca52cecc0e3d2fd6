import { minimise } from './fitting/adam.js';

/** Something that a question may come to; right where its label accepts it. */
export interface Option {
  /** Features; all others are 0. */
  readonly x: readonly number[];
  /** Index of the weight of the first of them. */
  readonly from: number;
  readonly right: boolean;
}

/** One question; several options may be right. */
export interface Case {
  readonly options: readonly Option[];
  /** How much it counts beside the others. Default: 1. */
  readonly weight?: number;
}

export interface ChoiceModel {
  readonly weights: readonly number[];
  score(option: Option): number;
}

const STEPS = 400;
const RATE = 0.05;
/** Pull towards zero, so that features that say the same share the weight. */
const RIDGE = 2e-4;
const LEAST = 1e-200;

/**
 * Conditional logit: the options of one case share the probability by the exponential of a linear score, and the right
 * ones' sum is made as great as it gets. Full-batch Adam from fixed starting weights: the same cases, the same weights.
 * @param signs 1 or -1: the sign that each weight is held to; 0: either
 */
export function fitChoices(cases: readonly Case[], signs: readonly number[]): ChoiceModel {
  const usable = cases.filter(
    ({ options }) => options.some(({ right }) => right) && options.some(({ right }) => !right),
  );
  const total = usable.reduce((sum, { weight = 1 }) => sum + weight, 0);
  const weights = minimise({
    start: signs.map((sign) => sign * 0.1),
    signs,
    steps: STEPS,
    rate: RATE,
    ridge: signs.map(() => RIDGE),
    gradient(w, gradient) {
      for (const { options, weight = 1 } of usable) addGradient(options, w, gradient, weight / total);
    },
  });
  return { weights: [...weights], score: (option) => linear(weights, option) };
}

/** Of one case: what the model expects less what is right, by the shares of both. */
function addGradient(
  options: Case['options'],
  w: Float64Array,
  gradient: Float64Array,
  weight: number,
): void {
  const scores = options.map((option) => linear(w, option));
  const most = scores.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const powers = scores.map((z) => Math.exp(z - most));
  const all = powers.reduce((a, b) => a + b, 0);
  // What is right may be as good as impossible at first: it is never nothing.
  const right = powers.reduce((sum, power, i) => sum + (options[i]?.right ? power : 0), 0) + LEAST;
  for (const [i, option] of options.entries()) {
    const power = powers[i] as number;
    const pull = weight * (power / all - (option.right ? power / right : 0));
    if (pull === 0) continue;
    const { x, from } = option;
    for (let k = 0; k < x.length; k++)
      gradient[from + k] = (gradient[from + k] as number) + pull * (x[k] as number);
  }
}

function linear(w: ArrayLike<number>, { x, from }: Option): number {
  let z = 0;
  for (let i = 0; i < x.length; i++) z += (w[from + i] as number) * (x[i] as number);
  return z;
}
