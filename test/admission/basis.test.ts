import { describe, expect, it } from 'vitest';
import { basisLines, checkBasis } from '#admission/basis.js';
import { readKnowledge } from '#app/open.js';

const kb = readKnowledge();
const check = (basis: string, day = '2026-11-23') => checkBasis(kb, basis, day);

describe('the basis of an application, held against the catalogue', () => {
  it.each([
    ['《中华人民共和国消防法》第三十二条', 'found'],
    // The short title is the same law.
    ['依据《消防法》第三十二条', 'found'],
    ['《中华人民共和国消防法》第九十九条', 'text-only'],
    ['《中华人民共和国消防法》', 'text-only'],
    ['《某某区关于示例的办法》第一条', 'unknown'],
  ])('%s is %s', (basis, expected) => {
    expect(check(basis).map(({ is }) => is)).toEqual([expected]);
  });

  it('goes by the day: what isn’t in force yet isn’t a basis', () => {
    const [finding] = check('《中华人民共和国城市居民委员会组织法》第十条', '2026-11-23');
    expect(finding?.is).toBe('found');
    expect(finding?.rows.join()).toContain('2025年修订');
  });

  it('is looked at text by text, and what names none is told so', () => {
    expect(check('《消防法》第三十二条、《某某办法》').map(({ title }) => title)).toEqual([
      '消防法',
      '某某办法',
    ]);
    expect(basisLines('领导要求', check('领导要求'))).toEqual([expect.stringContaining('没有用《》写出')]);
    expect(basisLines('《某某办法》', check('《某某办法》')).join()).toContain(
      '目录里没有收，无法核对，请附上原文',
    );
  });
});
