/** What a character is: no part of a task, the first of one, a further one. */
export const OUTSIDE = 0;
export const FIRST = 1;
export const FURTHER = 2;
export const CHAIN_LABELS = 3;

const N = CHAIN_LABELS;
const NEVER = -1e9;

/** How likely one label follows another, `from * 3 + to`; nothing goes on that hasn't begun. */
export const step = (transitions: ArrayLike<number>, from: number, to: number): number =>
  from === OUTSIDE && to === FURTHER ? NEVER : (transitions[from * N + to] as number);

/** How likely a text begins with a label. */
export const begin = (label: number): number => (label === FURTHER ? NEVER : 0);

/**
 * The most probable labels of a linear chain (Viterbi).
 * @param scores three for each place
 */
export function bestLabels(scores: Float64Array, transitions: ArrayLike<number>): Uint8Array {
  const n = scores.length / N;
  const best = new Float64Array(n * N);
  const from = new Uint8Array(n * N);
  for (let to = 0; to < N; to++) best[to] = (scores[to] as number) + begin(to);
  for (let i = 1; i < n; i++)
    for (let to = 0; to < N; to++) {
      let most = Number.NEGATIVE_INFINITY;
      for (let last = 0; last < N; last++) {
        const score = (best[(i - 1) * N + last] as number) + step(transitions, last, to);
        if (score > most) {
          most = score;
          from[i * N + to] = last;
        }
      }
      best[i * N + to] = most + (scores[i * N + to] as number);
    }
  const labels = new Uint8Array(n);
  let label = OUTSIDE;
  for (let other = 1; other < N; other++)
    if ((best[(n - 1) * N + other] as number) > (best[(n - 1) * N + label] as number)) label = other;
  for (let i = n - 1; i >= 0; i--) {
    labels[i] = label;
    label = from[i * N + label] as number;
  }
  return labels;
}
