import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Expiring } from '#channels/expiring.js';

describe('a map that forgets', () => {
  it('keeps an entry for its lifetime and no longer', () => {
    let now = 0;
    const map = new Expiring<string>(() => now, 10, 5);
    map.set('a', '一');
    now = 9;
    expect(map.get('a')).toBe('一');
    now = 10;
    expect(map.get('a')).toBeUndefined();
  });

  it('behaves like the newest so many entries of a Map', () => {
    const step = fc.record({
      key: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      wait: fc.integer({ min: 0, max: 6 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let now = 0;
        const map = new Expiring<number>(() => now, 10, 3);
        const model = new Map<string, number>();
        for (const { key, wait } of steps) {
          now += wait;
          map.set(key, now);
          model.delete(key);
          model.set(key, now);
          const newest = [...model].filter(([, at]) => at + 10 > now).slice(-3);
          for (const known of 'abcde') expect(map.get(known)).toBe(new Map(newest).get(known));
          expect(map.size).toBeLessThanOrEqual(3);
        }
      }),
    );
  });
});
