/** What became of one query: its best candidate's probability and whether that candidate is right. */
export interface Outcome {
  probability: number;
  answerable: boolean;
  right: boolean;
}

/** Share of answerable queries whose best candidate is right. */
export function rightFirst(outcomes: readonly Outcome[]): number {
  const answerable = outcomes.filter((outcome) => outcome.answerable);
  return answerable.filter(({ right }) => right).length / Math.max(1, answerable.length);
}

/** Chance that an answerable query's probability is above that of one without an answer, ties counting half. */
export function separation(outcomes: readonly Outcome[]): number {
  const yes = outcomes.filter(({ answerable }) => answerable).map(({ probability }) => probability);
  const no = outcomes.filter(({ answerable }) => !answerable).map(({ probability }) => probability);
  let above = 0;
  for (const a of yes) for (const b of no) above += a > b ? 1 : a === b ? 0.5 : 0;
  return above / Math.max(1, yes.length * no.length);
}

/** Largest share of answerable queries answered rightly by a threshold at which `precision` of all answers are right. */
export function recallAtPrecision(outcomes: readonly Outcome[], precision: number): number {
  const answerable = outcomes.filter((outcome) => outcome.answerable).length;
  const sorted = [...outcomes].sort((a, b) => b.probability - a.probability);
  let right = 0;
  let best = 0;
  sorted.forEach((outcome, i) => {
    if (outcome.right) right++;
    if (sorted[i + 1]?.probability === outcome.probability) return;
    if (right / (i + 1) >= precision) best = Math.max(best, right / Math.max(1, answerable));
  });
  return best;
}

/** Mean distance between a probability and the share that was right, over ten bands of probability. */
export function calibrationError(outcomes: readonly Outcome[]): number {
  const bands = Array.from({ length: 10 }, () => ({ n: 0, probability: 0, right: 0 }));
  for (const { probability, right } of outcomes) {
    const band = bands[Math.min(9, Math.floor(probability * 10))];
    if (!band) continue;
    band.n++;
    band.probability += probability;
    if (right) band.right++;
  }
  return (
    bands.reduce((sum, band) => sum + Math.abs(band.probability - band.right), 0) /
    Math.max(1, outcomes.length)
  );
}
