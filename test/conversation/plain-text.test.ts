import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pack, pieces, utf8Length } from '#conversation/plain-text.js';
import { fakeAnswer } from './parts.js';

const { citations } = fakeAnswer({ text: '能开吗' }, 2);

describe('a reply as plain text', () => {
  it('numbers sources and choices, and keeps what belongs together in one piece', () => {
    const blocks = [
      { type: 'verdict', verdict: 'must-not-certify', headline: '不能开。', lines: ['说明：甲。'] },
      { type: 'citations', citations, closing: '以正式文件为准。' },
      {
        type: 'choices',
        prompt: '哪一项？',
        choices: [
          { id: 'a', label: '甲' },
          { id: 'b', label: '乙' },
        ],
      },
      { type: 'table', header: ['序号', '事项'], rows: [['1', '甲']] },
      { type: 'feedback', answerId: 'a1' },
    ] as const;
    expect(pieces({ blocks })).toEqual([
      '不能开。',
      '说明：甲。',
      '依据：\n1. 《关于第1件事的规定（试行）》（测发〔2020〕1号）第1条第一款',
      '2. 《关于第2件事的规定（试行）》（测发〔2020〕2号）第2条第一款',
      '以正式文件为准。',
      '哪一项？\n1. 甲\n2. 乙',
      '序号｜事项',
      '1｜甲',
      '答得对不对？回复「有用」或「不对」。',
    ]);
  });
});

describe('packing pieces into messages', () => {
  const piece = fc.string({
    unit: fc.constantFrom('社', '区', '。', '，', '《', '》', '（', '）', 'a', '😀', '\n'),
    maxLength: 80,
  });

  it('loses nothing, and keeps every message within the limit', () => {
    fc.assert(
      fc.property(fc.array(piece), fc.integer({ min: 4, max: 200 }), (parts, limit) => {
        const messages = pack(parts, limit, utf8Length);
        for (const message of messages) expect(utf8Length(message)).toBeLessThanOrEqual(limit);
        const without = (texts: readonly string[]) => texts.join('').replaceAll('\n', '');
        expect(without(messages)).toBe(without(parts));
        for (const message of messages) expect(message.isWellFormed()).toBe(true);
      }),
    );
  });

  it('never cuts a piece that fits', () => {
    fc.assert(
      fc.property(fc.array(piece), fc.integer({ min: 20, max: 200 }), (parts, limit) => {
        const messages = pack(parts, limit, utf8Length);
        for (const part of parts) {
          if (utf8Length(part) <= limit) expect(messages.join('\u0000\u0000')).toContain(part);
        }
      }),
    );
  });

  it('cuts a piece that doesn’t fit behind a sentence, and not inside a title', () => {
    const text = '先看第一句。再看《居民委员会、村民委员会组织法》的规定，然后办理';
    expect(pack([text], 10)).toEqual([
      '先看第一句。',
      '再看',
      '《居民委员会、村民委',
      '员会组织法》的规定，',
      '然后办理',
    ]);
    expect(pack([text], 22)).toEqual([
      '先看第一句。',
      '再看《居民委员会、村民委员会组织法》的规定，',
      '然后办理',
    ]);
  });
});
