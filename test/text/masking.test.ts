import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskPersonalData } from '#text/masking.js';

const file = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const jsonLines = <T>(path: string): T[] =>
  file(path)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as T);

/** `gone` are the pieces that must not be shown, none where nothing may be masked; `stays` must still be readable. */
interface Case {
  text: string;
  gone: string[];
  stays?: string[];
}
const CORPUS = jsonLines<Case>('masking-corpus.jsonl');

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

  it.each([
    ['a name', '我叫兰春华，能开证明吗', '我叫〔姓名〕，能开证明吗'],
    ['a house, and leaves the region', '住重庆市南岸区南坪东路58号2栋', '住重庆市南岸区南坪东路〔住址〕'],
    ['a passport', '护照E83920174', '护照〔证件号〕'],
    ['a plate', '渝A7K582乱停', '〔车牌号〕乱停'],
    ['an account', 'QQ 58203917，微信号lan_hua', 'QQ 〔QQ号〕，微信号〔微信号〕'],
    ['numbers of no known form run together', '62282013527640981996235601870', '〔号码〕'],
  ])('calls %s by its kind', (_, text, expected) => {
    expect(maskPersonalData(text).text).toBe(expected);
  });

  it.each(CORPUS.filter(({ gone }) => gone.length > 0))(
    'hides what is personal in $text',
    ({ text, gone, stays }) => {
      const { text: masked } = maskPersonalData(text);
      for (const piece of gone) expect(masked).not.toContain(piece);
      for (const piece of stays ?? []) expect(masked).toContain(piece);
      expect(maskPersonalData(masked)).toEqual({ text: masked, masked: [] });
    },
  );

  it.each(CORPUS.filter(({ gone }) => gone.length === 0))('leaves $text alone', ({ text }) => {
    expect(maskPersonalData(text)).toEqual({ text, masked: [] });
  });

  it('finds nothing in the project’s questions, notices and knowledge but the invented persons in them', () => {
    const questions = ['questions', 'lifelike'].flatMap((name) =>
      jsonLines<{ text: string }>(`../evaluation/${name}.jsonl`).map(({ text }) => text),
    );
    const folder = (path: string) =>
      readdirSync(new URL(path, import.meta.url))
        .filter((name) => /\.(?:txt|yaml)$/u.test(name))
        .flatMap((name) => file(`${path}/${name}`).split('\n'));
    const lines = [
      ...questions,
      ...folder('../evaluation/notices'),
      ...folder('../../knowledge/documents'),
      ...folder('../../knowledge/lexicon'),
    ];
    expect(
      lines.flatMap((line) => maskPersonalData(line).masked.map(({ kind }) => `${kind} ${line.slice(0, 9)}`)),
    ).toEqual(['name 身份证上是李建国,', 'address 　　县人民法院拟对', 'phone 　　联系人：周某，']);
  });

  it('leaves no mobile phone in groups, whatever mark or blank stands between them', () => {
    const groups = fc.constantFrom([3, 4, 4], [4, 4, 3], [3, 3, 5], [3, 8], [7, 4], [5, 6]);
    const mark = fc.string({
      unit: fc.constantFrom(...' \t\u3000-—_.·,，、。/\\|*~:;()[]'),
      minLength: 1,
      maxLength: 3,
    });
    const number = fc
      .integer({ min: 0, max: 699_999_999 })
      .map((n) => `1${3 + (n % 7)}${String(n + 300_000_000)}`);
    fc.assert(
      fc.property(number, groups, mark, (digits, lengths, between) => {
        const parts = lengths.map((length, i) => {
          const at = lengths.slice(0, i).reduce((sum, before) => sum + before, 0);
          return digits.slice(at, at + length);
        });
        expect(maskPersonalData(`电话${parts.join(between)}`).text).toBe('电话〔电话〕');
      }),
      { numRuns: 500, seed: 1 },
    );
  });

  it('says the same of a text whatever stands in the sentence before and after it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CORPUS), fc.constantFrom(...CORPUS), (one, other) => {
        const both = maskPersonalData(`${one.text}。\n\n请看：“${other.text}”`).text;
        for (const piece of [...one.gone, ...other.gone]) expect(both).not.toContain(piece);
      }),
      { numRuns: 500, seed: 1 },
    );
  });
});
