import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hanNumber, numeralKey, numeralsIn } from '#text/numerals.js';

describe('numeralKey', () => {
  it.each([
    ['二十三条', '23条'],
    ['廿三条', '23条'],
    ['贰拾叁条', '23条'],
    ['23条', '23条'],
    ['三块牌子', '3块牌子'],
    ['第一批', '第1批'],
    ['二〇二五年', '2025年'],
    ['十二月三十一日', '12月31日'],
    ['一百二十个', '120个'],
    ['三万五', '35000'],
    ['三万零五', '30005'],
    ['一亿二千万', '120000000'],
    ['两万三千零五元', '23005元'],
  ])('%s and %s are the same number', (text, key) => {
    expect(numeralKey(text)).toBe(key);
  });

  it.each([
    '一票否决',
    '三事分流',
    '万一',
    '一起',
    '千万别',
    '统一',
    '五一',
    '三五个人',
    '一五一十',
    '百三',
    '一些',
  ])('%s is a word, not a number', (word) => {
    expect(numeralKey(word)).toBe(word);
  });

  it('gives the same again when it is applied again', () => {
    const texts = fc.array(fc.constantFrom(...'零〇一二两三十廿百千万亿第个块年事票1.23'), { maxLength: 20 });
    fc.assert(
      fc.property(texts, (parts) => {
        const key = numeralKey(parts.join(''));
        expect(numeralKey(key)).toBe(key);
      }),
      { numRuns: 500, seed: 1 },
    );
  });
});

describe('hanNumber', () => {
  it('reads back every number that is spelled out', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999 }), (value) => {
        expect(hanNumber(spell(value))).toBe(value);
      }),
      { numRuns: 2000, seed: 1 },
    );
  });
});

describe('numeralsIn', () => {
  it('says where each number stands', () => {
    expect(numeralsIn('考核从二十三项减到5项')).toEqual([
      { value: 23, start: 3, end: 6 },
      { value: 5, start: 9, end: 10 },
    ]);
  });
});

/** A number below 100,000 in full: 三万零五. */
function spell(value: number): string {
  let text = '';
  let gap = false;
  for (const [i, digit] of Array.from(String(value).padStart(5, '0'), Number).entries()) {
    if (digit === 0) gap = text !== '';
    else {
      text += (gap ? '零' : '') + '零一二三四五六七八九'.charAt(digit) + ['万', '千', '百', '十', ''][i];
      gap = false;
    }
  }
  return text;
}
