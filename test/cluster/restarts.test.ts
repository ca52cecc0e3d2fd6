import { describe, expect, it } from 'vitest';
import { createRestarts } from '#cluster/restarts.js';

describe('a process that ended', () => {
  it('is started again at once, then after ever longer pauses', () => {
    const { pauseAfter } = createRestarts();
    const pauses = Array.from({ length: 8 }, () => pauseAfter(5_000, true));
    expect(pauses).toEqual([0, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
  });

  it('is started at once again after it has run well', () => {
    const { pauseAfter } = createRestarts();
    for (let i = 0; i < 5; i++) pauseAfter(5_000, true);
    expect(pauseAfter(60_000, true)).toBe(0);
  });

  it('is given up where it never comes to serving, ten times in a row', () => {
    const { pauseAfter } = createRestarts();
    const starts = Array.from({ length: 10 }, () => pauseAfter(500, false));
    expect(starts.slice(0, 9)).not.toContain(null);
    expect(starts[9]).toBeNull();
    const mended = createRestarts();
    for (let i = 0; i < 9; i++) mended.pauseAfter(500, false);
    mended.pauseAfter(500, true);
    expect(mended.pauseAfter(500, false)).not.toBeNull();
  });
});
