import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultWeights } from '#search/defaults.js';
import { type CandidateFeatures, FEATURES } from '#search/features/index.js';
import { confidenceOf, createScorer, probabilities } from '#search/model.js';

const weights = defaultWeights();
const scorer = createScorer(weights.ranking);
const share = fc.double({ min: 0, max: 1, noNaN: true });
const candidate = fc.record({
  text: fc.constant(0),
  values: fc
    .array(share, { minLength: FEATURES.length, maxLength: FEATURES.length })
    .map((v) => Float64Array.from(v)),
  long: share,
  lacking: fc.constant(0),
});

describe('the shipped weights', () => {
  it.each(FEATURES.map(({ name, sign }) => [name, sign] as const))(
    '%s has weights of sign %i',
    (name, sign) => {
      const { short, long } = weights.ranking.features[name];
      expect(short * sign).toBeGreaterThanOrEqual(0);
      expect(long * sign).toBeGreaterThanOrEqual(0);
    },
  );

  it('name their data with hashes and cross-validated figures', () => {
    expect(weights.fit.data.length).toBeGreaterThan(0);
    for (const { name, sha256 } of weights.fit.data) {
      expect(sha256).toMatch(/^[0-9a-f]{64}$/);
      expect(weights.fit.figures[name]?.rightFirst).toBeGreaterThan(0);
    }
  });
});

describe('the ranking score', () => {
  it('never falls when a feature gets better', () => {
    fc.assert(
      fc.property(candidate, fc.nat(FEATURES.length - 1), share, (one, place, value) => {
        const better = { ...one, values: one.values.slice() };
        const sign = FEATURES[place]?.sign ?? 1;
        const [low, high] = [
          Math.min(value, one.values[place] ?? 0),
          Math.max(value, one.values[place] ?? 0),
        ];
        one.values[place] = sign > 0 ? low : high;
        better.values[place] = sign > 0 ? high : low;
        expect(scorer(better)).toBeGreaterThanOrEqual(scorer(one));
      }),
    );
  });
});

describe('probabilities', () => {
  const rank = (candidates: CandidateFeatures[]) => candidates.map(scorer).sort((a, b) => b - a);

  it('lie between 0 and 1 and keep the order of the scores', () => {
    fc.assert(
      fc.property(fc.array(candidate, { minLength: 1, maxLength: 8 }), (candidates) => {
        const best = candidates[0] as CandidateFeatures;
        const found = probabilities(weights.calibration, rank(candidates), confidenceOf(best, 10));
        expect(found).toEqual([...found].sort((a, b) => b - a));
        for (const value of found) expect(value >= 0 && value <= 1).toBe(true);
      }),
    );
  });

  it('fall when a runner-up comes nearer', () => {
    fc.assert(
      fc.property(candidate, fc.double({ min: 0.1, max: 20, noNaN: true }), (best, gap) => {
        const score = scorer(best);
        const first = (runnerUp: number) =>
          probabilities(weights.calibration, [score, runnerUp], confidenceOf(best, 10))[0] ?? 0;
        expect(first(score - gap)).toBeGreaterThanOrEqual(first(score - gap / 2));
      }),
    );
  });
});
