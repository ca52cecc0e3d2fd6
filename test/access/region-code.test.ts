import { describe, expect, it } from 'vitest';
import { sameRegion, someWithin, within } from '#access/region-code.js';

describe('codes of regions', () => {
  it.each([
    ['500108', '500000', true],
    ['500000', '500108', false],
    ['500108', '000000', true],
    ['500108001', '500108', true],
    ['500108001001', '500108001', true],
    ['500108001001', '500108001000', true],
    ['500108002001', '500108001', false],
    // Counties that hang right under a province, and townships under a city without counties.
    ['429004', '420000', true],
    ['441900003', '441900', true],
    ['500112', '500108', false],
    ['重庆市', '500000', false],
    ['500108', '', false],
  ])('%s lies within %s: %s', (inner, outer, expected) => {
    expect(within(inner, outer)).toBe(expected);
  });

  it.each(['000000', '500000', '500100', '500108', '500108001'])('have some within %s', (code) => {
    const inner = someWithin(code) ?? '';
    expect(within(inner, code)).toBe(true);
    expect(sameRegion(inner, code)).toBe(false);
    expect(someWithin('500108001001')).toBeNull();
  });

  it('are the same where only zeros for unnamed levels differ', () => {
    expect(sameRegion('500108', '500108000000')).toBe(true);
    expect(sameRegion('500108', '500100')).toBe(false);
    expect(sameRegion('x', 'x')).toBe(false);
  });
});
