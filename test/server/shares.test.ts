import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressOf } from '#server/address.js';
import { createShares, type Holding } from '#server/shares.js';

describe('shares', () => {
  it('let whoever holds most give way to who comes', () => {
    const shares = createShares({ most: 10, mostOfOne: 8 });
    const cut: string[] = [];
    const open = (owner: string, name: string) => shares.open(owner, () => cut.push(name));
    const [old, fresh, honest] = [open('a', 'old'), open('a', 'fresh'), open('b', 'honest')];
    expect([old.add(4), fresh.add(4), honest.add(3)]).toEqual([true, true, true]);
    expect(cut).toEqual(['fresh']);
    expect(fresh.add(1)).toBe(false);
    expect(shares.total).toBe(7);
  });

  it('take nothing away from who has sent everything', () => {
    const shares = createShares({ most: 10, mostOfOne: 10 });
    const whole = shares.open('a', () => expect.unreachable());
    whole.add(10);
    whole.complete();
    const late = shares.open('b', () => undefined);
    expect(late.add(1)).toBe(false);
    whole.release();
    expect(late.add(1)).toBe(true);
  });

  it('never give out more than there is, to all or to one', () => {
    const step = fc.record({
      owner: fc.constantFrom('a', 'b', 'c'),
      amount: fc.nat(6),
      release: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const shares = createShares({ most: 12, mostOfOne: 7 });
        const held = new Map<Holding, { owner: string; amount: number }>();
        for (const { owner, amount, release } of steps) {
          const [first] = held.keys();
          if (release && first !== undefined) {
            first.release();
            held.delete(first);
            continue;
          }
          const holding: Holding = shares.open(owner, () => held.delete(holding));
          if (holding.add(amount)) held.set(holding, { owner, amount });
          else holding.release();
          const amounts = [...held.values()];
          expect(shares.total).toBe(amounts.reduce((sum, each) => sum + each.amount, 0));
          expect(shares.total).toBeLessThanOrEqual(12);
          const own = amounts.filter((each) => each.owner === owner);
          expect(own.reduce((sum, each) => sum + each.amount, 0)).toBeLessThanOrEqual(7);
        }
      }),
    );
  });
});

describe('an address', () => {
  it.each([
    ['203.0.113.5', '203.0.113.5'],
    ['::ffff:203.0.113.5', '203.0.113.5'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:0DB8:1:2::6', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
  ])('%s counts as %s', (ip, owner) => {
    expect(addressOf(ip)).toBe(owner);
  });
});
