import fc from 'fast-check';
import { expect, it } from 'vitest';
import { beginningOf, dayAfter, daysOf, inChinese, monthsOf, shifted } from '#lookback/months.js';

it('a day begins eight hours before UTC', () => {
  expect(beginningOf('2026-01-01')).toBe('2025-12-31T16:00:00.000Z');
});

it('the months of a stretch are its days, each once and in order', () => {
  const start = fc.integer({ min: 0, max: 2000 }).map((days) => shifted('2024-01-01', days));
  fc.assert(
    fc.property(start, fc.nat({ max: 800 }), (from, length) => {
      const to = shifted(from, length);
      const months = monthsOf(from, to);
      expect(months[0]?.from).toBe(from);
      expect(months.at(-1)?.to).toBe(to);
      for (const [i, month] of months.entries()) {
        expect(month.from.slice(0, 7)).toBe(month.month);
        expect(month.to.slice(0, 7)).toBe(month.month);
        const next = months[i + 1];
        if (next !== undefined) expect(next.from).toBe(dayAfter(month.to));
      }
      expect(months.reduce((sum, month) => sum + daysOf(month.from, month.to), 0)).toBe(length + 1);
    }),
  );
});

it('a day is written as offices write it', () => {
  expect(inChinese('2026-01-05')).toBe('2026年1月5日');
});
