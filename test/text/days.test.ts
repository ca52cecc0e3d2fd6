import { describe, expect, it } from 'vitest';
import { checkDay, earliestDay, isDay } from '#text/days.js';

describe('dates', () => {
  it.each([
    ['2020', '2020-01-01'],
    ['2020-02', '2020-02-01'],
    ['2020-02-28', '2020-02-28'],
  ])('counts %s from its earliest day', (partial, day) => {
    expect(earliestDay(partial)).toBe(day);
  });

  it.each(['2026-01-31', '2024-02-29'])('takes %s for a day', (text) => {
    expect(isDay(text)).toBe(true);
  });

  it.each(['2026-02-29', '2026-13-01', '2026-6-1', '2026-06-31', '20260101', '', '2026-01-01 '])(
    'refuses %j with a stable code',
    (text) => {
      expect(() => checkDay(text)).toThrow(expect.objectContaining({ code: 'QD-DATE' }));
    },
  );
});
