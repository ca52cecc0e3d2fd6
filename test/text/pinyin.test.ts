import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { syllables } from '#text/pinyin.js';

describe('syllables', () => {
  it('reads each Han character without its tone', () => {
    expect(syllables('无犯罪记录')).toEqual(['wu', 'fan', 'zui', 'ji', 'lu']);
  });

  it('writes ü as v, so that 女 and 努 differ', () => {
    expect(syllables('女努')).toEqual(['nv', 'nu']);
  });

  it('keeps anything else as it is', () => {
    expect(syllables('3块a,')).toEqual(['3', 'kuai', 'a', ',']);
  });

  it('reads homophones alike', () => {
    expect(syllables('居委会正明')).toEqual(syllables('居尾会证明'));
  });

  it('is aligned with the characters of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(syllables(text)).toHaveLength(Array.from(text).length);
      }),
      { seed: 1 },
    );
  });
});
