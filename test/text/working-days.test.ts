import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addWorkingDays,
  hasHolidaysOf,
  isWorkingDay,
  workingDaysBetween,
} from '#text/working-days.js';

/**
 * Copied by hand from the notices on holidays of 2025 and 2026: days off that fall on weekdays, and weekend days that
 * are worked instead.
 */
const OFF_2025 = [
  '2025-01-01',
  '2025-01-28',
  '2025-01-29',
  '2025-01-30',
  '2025-01-31',
  '2025-02-03',
  '2025-02-04',
  '2025-04-04',
  '2025-05-01',
  '2025-05-02',
  '2025-05-05',
  '2025-06-02',
  '2025-10-01',
  '2025-10-02',
  '2025-10-03',
  '2025-10-06',
  '2025-10-07',
  '2025-10-08',
];
const WORKED_2025 = ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'];

describe('working days', () => {
  it('are those of the notice on the holidays of 2025, every day of the year', () => {
    for (let day = '2025-01-01'; day <= '2025-12-31'; day = addDays(day, 1)) {
      const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() % 6 !== 0;
      const expected = WORKED_2025.includes(day) || (weekday && !OFF_2025.includes(day));
      expect(isWorkingDay(day), day).toBe(expected);
    }
  });

  it.each([
    // Over the National Day of 2025, which ends on a Wednesday; the Saturday after it is worked.
    ['2025-09-30', 1, '2025-10-09'],
    ['2025-09-30', 3, '2025-10-11'],
    ['2025-09-26', 1, '2025-09-28'],
    ['2025-01-24', 15, '2025-02-20'],
    ['2025-10-09', -1, '2025-09-30'],
    ['2025-06-10', 0, '2025-06-10'],
  ])('from %s, %i of them lead to %s', (from, count, to) => {
    expect(addWorkingDays(from, count)).toEqual({ day: to, unknownYears: [] });
  });

  it('say which years’ holidays they don’t know, and go by the week there', () => {
    expect(hasHolidaysOf(2025)).toBe(true);
    expect(hasHolidaysOf(2031)).toBe(false);
    // 1 October 2031 is a Wednesday.
    expect(addWorkingDays('2031-09-30', 1)).toEqual({ day: '2031-10-01', unknownYears: [2031] });
    expect(workingDaysBetween('2025-12-30', '2025-12-31').unknownYears).toEqual([]);
  });

  it('counted forth and back are as many', () => {
    const day = fc.integer({ min: 0, max: 2000 }).map((n) => addDays('2021-01-01', n));
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 60 }), (from, count) => {
        const { day: to } = addWorkingDays(from, count);
        expect(isWorkingDay(to)).toBe(true);
        expect(workingDaysBetween(from, to).count).toBe(count);
        expect(workingDaysBetween(from, addDays(to, -1)).count).toBe(count - 1);
      }),
      { numRuns: 200 },
    );
  });

  it('refuse what is no day', () => {
    expect(() => addWorkingDays('2025-02-30', 1)).toThrow(expect.objectContaining({ code: 'QD-DATE' }));
    expect(() => addWorkingDays('2025-02-28', 1.5)).toThrow(RangeError);
  });
});
