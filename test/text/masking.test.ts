import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskPersonalData } from '../../src/text/masking.js';

describe('maskPersonalData', () => {
  it.each([
    ['an ID card', '身份证500101199003071234,', '身份证〔身份证号〕,'],
    ['an ID card that ends with x', '50010119900307123x是我', '〔身份证号〕是我'],
    ['an ID card of the first generation', '老证500101900307123', '老证〔身份证号〕'],
    ['an ID card in groups', '500101 19900307 1234', '〔身份证号〕'],
    ['full width digits', '５００１０１１９９００３０７１２３Ｘ', '〔身份证号〕'],
    ['a mobile phone', '打13812345678找我', '打〔电话〕找我'],
    ['a mobile phone in groups', '138-1234-5678', '〔电话〕'],
    ['a mobile phone with the country', '+86 138 1234 5678', '+〔电话〕'],
    ['a mobile phone in Han digits', '手机一三八一二三四五六七八', '手机〔电话〕'],
    ['a mobile phone with invisible characters', '1\u200b38\u200b1234\u20605678', '〔电话〕'],
    ['a mobile phone in mathematical digits', '𝟏𝟑𝟖𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖', '〔电话〕'],
    ['a landline', '(023)63625555', '(〔电话〕'],
    ['a landline without its area, called one', '座机63625555', '座机〔电话〕'],
    ['a bank card', '卡号6222 0212 3456 7890 123', '卡号〔银行卡号〕'],
    ['a card that passes its check', '4111111111111111', '〔银行卡号〕'],
    ['an e-mail address', '发到zhang.san@example.com吧', '发到〔邮箱〕吧'],
    ['a full width e-mail address', 'ａｂ＠ｅｘａｍｐｌｅ．ｃｏｍ', '〔邮箱〕'],
  ])('hides %s', (_, text, expected) => {
    expect(maskPersonalData(text).text).toBe(expected);
  });

  it.each([
    '渝民函〔2022〕166号',
    '民发〔2020〕20号',
    '2020-01-01至2022年12月31日',
    '金额100000000000元',
    '12345热线',
    '二〇二二年十二月三十一日',
    '第20200101号',
    '编号202012345678901',
    '1000万元',
  ])('leaves %s alone', (text) => {
    expect(maskPersonalData(text)).toEqual({ text, masked: [] });
  });

  it('takes two numbers side by side for two', () => {
    expect(maskPersonalData('13812345678 13912345678')).toEqual({
      text: '〔电话〕 〔电话〕',
      masked: [{ kind: 'phone', count: 2 }],
    });
  });

  it('counts each kind', () => {
    expect(maskPersonalData('500101199003071234 13812345678 a@b.cn').masked).toEqual([
      { kind: 'id-card', count: 1 },
      { kind: 'phone', count: 1 },
      { kind: 'email', count: 1 },
    ]);
  });

  it('leaves no mobile phone in any text around it', () => {
    const phone = fc
      .integer({ min: 0, max: 999_999_999 })
      .map((n) => `1${3 + (n % 7)}${String(n).padStart(9, '0')}`);
    fc.assert(
      fc.property(fc.string(), phone, fc.string(), (before, number, after) => {
        fc.pre(!/[\d\-\s.()/\p{M}\p{Cf}]$/u.test(before) && !/^[\d\-\s.()/%x\p{M}\p{Cf}]/iu.test(after));
        expect(maskPersonalData(before + number + after).text).not.toContain(number);
      }),
      { numRuns: 500, seed: 1 },
    );
  });

  it('hides nothing more when it is applied again', () => {
    const { text } = maskPersonalData('身份证500101199003071234,电话13812345678,邮箱a@b.cn');
    expect(maskPersonalData(text)).toEqual({ text, masked: [] });
  });

  it('takes a hundred thousand digits without delay', () => {
    const start = performance.now();
    maskPersonalData(`${'1 '.repeat(50_000)}${'7'.repeat(100_000)}`);
    expect(performance.now() - start).toBeLessThan(3000);
  });
});
