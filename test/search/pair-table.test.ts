import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PairTable } from '#search/pair-table.js';

const pair = fc.tuple(fc.nat({ max: 5000 }), fc.nat({ max: 5000 }));

it('numbers pairs as a map of them does, also when it is made of the arrays of another', () => {
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 3000 }), fc.array(pair, { maxLength: 50 }), (added, asked) => {
      const table = new PairTable();
      const map = new Map<string, number>();
      for (const [left, right] of added) {
        if (map.has(`${left} ${right}`)) continue;
        table.add(left, right, map.size);
        map.set(`${left} ${right}`, map.size);
      }
      const copy = PairTable.of(...table.arrays());
      for (const [left, right] of [...added, ...asked]) {
        const number = map.get(`${left} ${right}`) ?? -1;
        expect(table.get(left, right)).toBe(number);
        expect(copy.get(left, right)).toBe(number);
      }
    }),
    { numRuns: 50 },
  );
});
