import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anonymous, printed } from '#lookback/anonymity.js';
import { countRows } from '#lookback/chapters.js';

const lines = fc
  .array(fc.nat({ max: 30 }), { maxLength: 12 })
  .map((counts) => counts.map((count, i) => ({ name: `第${i}行`, count })));
const k = fc.integer({ min: 1, max: 10 });

it('nothing that is shown has fewer than k persons behind it, and no hidden line stands alone beside shown ones', () => {
  fc.assert(
    fc.property(lines, k, (all, least) => {
      const { lines: shown, others } = anonymous(all, least);
      expect(shown.every(({ count }) => count >= least)).toBe(true);
      if (others === null) {
        expect(shown).toEqual(all);
        return;
      }
      expect(shown.reduce((sum, { count }) => sum + count, 0) + others.count).toBe(
        all.reduce((sum, { count }) => sum + count, 0),
      );
      // A total minus what is shown gives the others: that is safe only of two and more, with k persons in all.
      if (shown.length > 0) {
        expect(others.lines).toBeGreaterThanOrEqual(2);
        expect(others.count).toBeGreaterThanOrEqual(least);
      }
    }),
    { numRuns: 1000 },
  );
});

it('persons count, not times, where both are known', () => {
  const asked = [
    { name: '一人问了九次', count: 9, people: 1 },
    { name: '六人各一次', count: 6, people: 6 },
    { name: '七人', count: 7, people: 7 },
  ];
  expect(anonymous(asked, 5).lines.map(({ name }) => name)).toEqual(['七人']);
});

it('a small number is printed as less than k', () => {
  expect([0, 1, 4, 5].map((count) => printed(count, 5))).toEqual(['0', '少于5', '少于5', '5']);
});

it('rows end with what was put together', () => {
  const all = [8, 6, 2, 1].map((count, i) => ({ name: `证明${i}`, count }));
  expect(countRows(all, 5, ({ name, count }) => [name, String(count)])).toEqual([
    ['证明0', '8'],
    ['其他3种（每种少于5人或合并）', '9'],
  ]);
});
