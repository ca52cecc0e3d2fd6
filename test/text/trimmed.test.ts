import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trimmed, withoutMarksAround } from '#text/trimmed.js';
import { growth, LINEAR } from '../support/growth.js';

describe('a trimmed text', () => {
  it.each([
    ['《问》', '问'],
    ['　“能开吗？”\n', '能开吗'],
    ['👍', '👍'],
    ['——……', ''],
    ['', ''],
    ['a𠮷，', 'a𠮷'],
    ['，\ud842', '\ud842'],
  ])('of %j is %j', (text, expected) => {
    expect(withoutMarksAround(text)).toBe(expected);
  });

  it('is what the pattern for both ends leaves', () => {
    const around = /^[\p{P}\s]+|[\p{P}\s]+$/gu;
    const text = fc.string({ unit: fc.constantFrom('《', '》', '问', ' ', '\n', '𐄀', '𠮷', '\ud842', '👍') });
    fc.assert(
      fc.property(text, (said) => {
        expect(withoutMarksAround(said)).toBe(said.replace(around, ''));
      }),
    );
  });

  it('takes time by its length, also with long runs of marks inside', () => {
    expect(growth(2_000, (n) => withoutMarksAround(`问${'《》'.repeat(n)}问`))).toBeLessThan(LINEAR);
    expect(growth(2_000, (n) => trimmed('a'.repeat(n), (character) => character === 'a'))).toBeLessThan(
      LINEAR,
    );
  });
});
