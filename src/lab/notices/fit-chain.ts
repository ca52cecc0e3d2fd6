import { begin, CHAIN_LABELS, step } from '#language/notices/model/chain.js';
import type { Linear } from '#language/notices/model/linear.js';
import { emissions } from '#language/notices/tagging.js';
import { shuffled } from './shuffled.js';

/** A text: hashes of features for each character, and its labels. */
export interface Labelled {
  features: readonly Uint32Array[];
  labels: Uint8Array;
}

export interface FittedChain {
  characters: Linear;
  transitions: Float32Array;
}

const N = CHAIN_LABELS;
const EPOCHS = 12;
const RATE = 0.05;
const RIDGE = 1e-6;
const CAUTION = 1e-4;
/** Probabilities this near to what is right move nothing. */
const SMALL = 1e-4;

/** A linear-chain conditional random field, by AdaGrad over texts in a fixed shuffled order. */
export function fitChain(texts: readonly Labelled[], bits: number): FittedChain {
  const mask = 2 ** bits - 1;
  const weights = new Float64Array((mask + 1) * N);
  const squares = new Float64Array(weights.length).fill(CAUTION);
  const transitions = new Float64Array(N * N);
  const transitionSquares = new Float64Array(N * N).fill(CAUTION);
  const characters: Linear = { labels: N, bits, weights, step: 1, bias: [] };
  const move = (at: number, gradient: number, w: Float64Array, squared: Float64Array) => {
    squared[at] = (squared[at] as number) + gradient * gradient;
    w[at] = (w[at] as number) - (RATE * gradient) / Math.sqrt(squared[at] as number);
  };
  for (let epoch = 1; epoch <= EPOCHS; epoch++)
    for (const t of shuffled(texts.length, epoch)) {
      const { features, labels } = texts[t] as Labelled;
      const { shares, pairs } = expected(emissions(features, characters), transitions, labels);
      for (const [i, ids] of features.entries())
        for (let label = 0; label < N; label++) {
          const error = (shares[i * N + label] as number) - (labels[i] === label ? 1 : 0);
          if (Math.abs(error) < SMALL) continue;
          for (const id of ids) {
            const at = (id & mask) * N + label;
            move(at, error + RIDGE * (weights[at] as number), weights, squares);
          }
        }
      for (let k = 0; k < N * N; k++)
        move(k, (pairs[k] as number) / Math.sqrt(features.length), transitions, transitionSquares);
    }
  return { characters, transitions: Float32Array.from(transitions) };
}

const sum = (a: number, b: number, c: number) => {
  const most = Math.max(a, b, c);
  return most + Math.log(Math.exp(a - most) + Math.exp(b - most) + Math.exp(c - most));
};

/** Probabilities of each label at each place, and of each pair of neighbours less those that are right. */
function expected(scores: Float64Array, transitions: Float64Array, labels: Uint8Array) {
  const n = scores.length / N;
  const score = (i: number, label: number) => scores[i * N + label] as number;
  const ahead = new Float64Array(n * N);
  const behind = new Float64Array(n * N);
  for (let label = 0; label < N; label++) ahead[label] = score(0, label) + begin(label);
  const to = (i: number, from: number, label: number) =>
    (ahead[i * N + from] as number) + step(transitions, from, label);
  for (let i = 1; i < n; i++)
    for (let label = 0; label < N; label++)
      ahead[i * N + label] =
        score(i, label) + sum(to(i - 1, 0, label), to(i - 1, 1, label), to(i - 1, 2, label));
  const back = (i: number, from: number, label: number) =>
    step(transitions, from, label) + score(i, label) + (behind[i * N + label] as number);
  for (let i = n - 2; i >= 0; i--)
    for (let from = 0; from < N; from++)
      behind[i * N + from] = sum(back(i + 1, from, 0), back(i + 1, from, 1), back(i + 1, from, 2));
  const end = (n - 1) * N;
  const all = sum(ahead[end] as number, ahead[end + 1] as number, ahead[end + 2] as number);
  const shares = ahead.map((value, k) => Math.exp(value + (behind[k] as number) - all));
  const pairs = new Float64Array(N * N);
  for (let i = 1; i < n; i++) {
    for (let from = 0; from < N; from++)
      for (let label = 0; label < N; label++)
        pairs[from * N + label] =
          (pairs[from * N + label] as number) +
          Math.exp((ahead[(i - 1) * N + from] as number) + back(i, from, label) - all);
    const right = (labels[i - 1] as number) * N + (labels[i] as number);
    pairs[right] = (pairs[right] as number) - 1;
  }
  return { shares, pairs };
}
