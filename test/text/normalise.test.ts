import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise } from '#text/normalise.js';

/** Texts in which anything may occur: any code unit, Han characters, marks and invisible characters. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
    .map((units) => String.fromCharCode(...units)),
  fc
    .array(
      fc.constantFrom('乾', '隆', '圖', '坤', '著', '名', ' ', '\u3000', '!', '。', 'É', 'İ', 'ﾊﾞ', '\u0301'),
    )
    .map((parts) => parts.join('')),
);

describe('normalise', () => {
  it.each([
    ['full width becomes half width, lower case', 'ＡＢＣ１２３（Ｘ）', 'abc123(x)'],
    ['traditional becomes simplified', '請問社區能開無犯罪記錄證明嗎', '请问社区能开无犯罪记录证明吗'],
    ['the variants of Hong Kong and Taiwan too', '衞生 拿著證件 櫃枱', '卫生 拿着证件 柜台'],
    ['著 stays where it is a root of its own', '著名著作,顯著', '著名著作,显著'],
    ['phrases decide where a character has two forms', '乾隆年間的乾淨衣服', '乾隆年间的干净衣服'],
    ['Kangxi and CJK radicals become characters', '⼀⼾⼝,⺠政,⻋辆', '一户口,民政,车辆'],
    ['what nobody sees goes', '居\u200b委\u200d会\ufe0f\u{e0041}\u202e能\ue000开\ud800吗', '居委会能开吗'],
    ['piled-up marks go', '居\u0301\u0302\u0303委\u0489会', '居委会'],
    ['white space becomes one space', ' 能开 \t\r\n\u3000证明\u00a0吗 ', '能开 证明 吗'],
    ['letter-spaced text is joined', '社 区 能 开 证 明 吗', '社区能开证明吗'],
    ['a blank between phrases stays', '低保 公租房', '低保 公租房'],
    ['repeated punctuation is folded', '能开吗？？？！！……', '能开吗?!.'],
    ['an empty text stays empty', '\u200b \ufeff', ''],
  ])('%s', (_, text, expected) => {
    expect(normalise(text)).toBe(expected);
  });

  it('leaves ordinary simplified text as it is', () => {
    const text = '社区协助做好环境整治的宣传,着重瞭望台周边;皇后大道以后再说,反复覆盖,一伙人。';
    expect(normalise(text)).toBe(text);
  });

  it('gives the same again when it is applied again', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = normalise(text);
        expect(normalise(once)).toBe(once);
      }),
      { numRuns: 2000, seed: 1 },
    );
  });

  it('always gives well-formed text without invisible characters', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(normalise(text)).not.toMatch(/[\p{C}\p{M}]|[^\S ]|^ | $/u);
      }),
      { numRuns: 1000, seed: 2 },
    );
  });

  it('takes long hostile texts without delay', () => {
    const start = performance.now();
    normalise('\u0301'.repeat(100_000) + '居 '.repeat(50_000) + '?!'.repeat(50_000));
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
