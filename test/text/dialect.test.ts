import { describe, expect, it } from 'vitest';
import { dialect, standardise } from './lexicon.js';

describe('createDialect', () => {
  it.each([
    ['啷个办居住证', '怎么办居住证'],
    ['社区得不得行开这个', '社区行不行开这个'],
    ['莫得房产证咋整', '没有房产证怎么办'],
    ['哪点开得到亲属关系证明', '哪里开得到亲属关系证明'],
    ['给老汉儿办', '给父亲办'],
    ['这个要不要得', '这个行不行'],
    ['唔系社区管咩', '不是社区管吗'],
    ['俺屋头咋没有', '我家里怎么没有'],
    ['整个证明', '整个证明'],
  ])('%s → %s', (text, expected) => {
    expect(standardise(text)).toBe(expected);
  });

  it.each(['环境整治', '完整的材料', '呼喊', '调整', '莫须有', '娃娃鱼', '给付', '要得到社区同意'])(
    '%s only contains a dialect word and stays',
    (text) => {
      expect(standardise(text)).toBe(text);
    },
  );

  it('gives each dialect word one meaning', () => {
    const variants = Object.values(dialect).flat();
    expect(variants.filter((word, i) => variants.indexOf(word) !== i)).toEqual([]);
  });

  it('never turns a yes into a no', () => {
    // 是不是, 有没有, 得行不 ask; they deny nothing.
    const asked = /(.{1,2})[不唔]\1|有(?:没有|莫得|没得|冇|木有)|不$|系咪/gu;
    const denies = (word: string) => /[不没无莫冇唔嫑木未]|么得/u.test(word.replace(asked, ''));
    for (const [standard, variants] of Object.entries(dialect))
      for (const variant of variants) expect([variant, denies(variant)]).toEqual([variant, denies(standard)]);
  });
});
