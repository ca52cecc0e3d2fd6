import { describe, expect, it } from 'vitest';
import { daysLoad, peakOf } from '#lab/scale/demand.js';
import { simulate } from '#lab/scale/simulate.js';

const habits = { questions: 20, busyHour: 0.2, burst: 3 };

describe('what is asked of a service', () => {
  it('grows with the committees', () => {
    expect(daysLoad(660_000, habits)).toBe(13_200_000);
    expect(peakOf(18_000, habits)).toBeCloseTo(60);
    expect(peakOf(36_000, habits)).toBeCloseTo(120);
  });
});

describe('a simulated minute', () => {
  const minute = { perSecond: 200, cpu: 10, cores: 4, seconds: 60, seed: 1 };

  it('is the same for the same seed, and has as many questions as were to come', () => {
    expect(simulate(minute)).toEqual(simulate(minute));
    expect(simulate(minute).asked).toBeGreaterThan(11_500);
    expect(simulate(minute).asked).toBeLessThan(12_500);
  });

  it('has nobody waiting where there are cores enough, and a queue that grows where there are too few', () => {
    expect(simulate({ ...minute, cores: 20 }).longest).toBeLessThanOrEqual(15);
    expect(simulate({ ...minute, cores: 1 }).p50).toBeGreaterThan(10_000);
  });
});
