import { describe, expect, it } from 'vitest';
import { type Case, fitChoices, type Option } from '../../src/lab/choice-model.js';

const option = (x: number[], right: boolean): Option => ({ x, from: 0, right });
/** The first feature tells what is right, the second nothing. */
const CASES: Case[] = [
  { options: [option([1, 0], true), option([0, 1], false), option([0, 0], false)] },
  { options: [option([0, 0], false), option([1, 1], true)] },
  { options: [option([0, 1], false), option([1, 1], true), option([1, 0], true)] },
];

describe('a model of choices', () => {
  const { weights, score } = fitChoices(CASES, [0, 0]);
  it('gives what tells the right option a greater weight than what doesn’t', () => {
    expect(weights[0]).toBeGreaterThan(2);
    expect(Math.abs(weights[1] ?? 0)).toBeLessThan((weights[0] ?? 0) / 2);
  });
  it('scores the right options above the others', () => {
    for (const { options } of CASES) {
      const best = [...options].sort((a, b) => score(b) - score(a))[0];
      expect(best?.right).toBe(true);
    }
  });
  it('holds a weight to its sign', () => {
    expect(fitChoices(CASES, [-1, 0]).weights[0]).toBeLessThanOrEqual(0);
  });
  it('reads an option’s features from the weight where they begin', () => {
    const shifted = CASES.map(({ options }) => ({
      options: options.map(({ x, right }) => ({ x: x.slice(0, 1), from: 1, right })),
    }));
    const model = fitChoices(shifted, [0, 0]);
    expect(model.weights[0]).toBe(0);
    expect(model.weights[1]).toBeGreaterThan(2);
  });
});
