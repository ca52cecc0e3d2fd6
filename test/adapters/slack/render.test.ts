import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFile, MOST_CHARACTERS, render } from '#adapters/slack/render.js';
import { citationLine } from '#answer/index.js';
import type { Block } from '#conversation/message.js';

const citation = (i: number) => ({
  documentId: `d${i}`,
  title: `第${i}号关于印发某某清单的通知`,
  number: `某发〔2025〕${i}号`,
  locator: `第${i}条`,
  region: '重庆市',
  effectiveFrom: null,
  evidence: 'secondary' as const,
  summary: '',
  url: null,
});

const ANSWER: Block[] = [
  {
    type: 'verdict',
    verdict: 'must-not-certify',
    headline: '不应出具。',
    lines: ['说明：<一>', '去哪办：派出所。'],
  },
  { type: 'citations', citations: [citation(1)], closing: '目录：重庆市。' },
  {
    type: 'choices',
    prompt: '您问的是哪一个？',
    choices: [
      { id: 'a', label: '居住证明' },
      { id: 'b', label: '很长'.repeat(60) },
    ],
  },
  { type: 'table', header: ['名称', '类别'], rows: [['甲', '乙']] },
  { type: 'file', name: '表.xlsx', mediaType: 'x', bytes: new Uint8Array() },
  { type: 'feedback', answerId: 'a1' },
];

describe('a reply in Slack', () => {
  it('shows marks and brackets of a name or a quote as they stand', () => {
    const words = '*粗* _斜_ ~删~ `码` <https://evil.example|点这里> <!channel>';
    const blocks: Block[] = [
      { type: 'verdict', verdict: 'negative', headline: words, lines: [words] },
      { type: 'table', header: [words], rows: [[words]] },
      { type: 'choices', prompt: words, choices: [{ id: 'a', label: words }] },
    ];
    const [message] = render({ blocks });
    if (message === undefined || isFile(message)) throw new Error('no message');
    const texts = message.blocks.flatMap((block) =>
      block.type === 'section' && block.text ? [block.text] : [],
    );
    const [bold, ...plain] = texts;
    expect(bold).toMatchObject({
      type: 'mrkdwn',
      text: '*＊粗＊ ＿斜＿ ～删～ ｀码｀ &lt;https://evil.example|点这里&gt; &lt;!channel&gt;*',
    });
    expect(plain.length).toBeGreaterThan(2);
    for (const { type, text } of plain) {
      expect(type).toBe('plain_text');
      expect(text).toContain(words);
    }
    expect(message.text).not.toMatch(/<|_斜_/u);
  });

  it('is Block Kit', () => {
    expect(render({ blocks: ANSWER })).toMatchSnapshot();
  });

  it('is nothing for a reply without blocks', () => {
    expect(render({ blocks: [] })).toEqual([]);
  });

  it('keeps every limit of Slack and every citation whole, however long it is', () => {
    const block = fc.oneof(
      fc.record({ type: fc.constant('text' as const), text: fc.string({ maxLength: 8000 }) }),
      fc.record({
        type: fc.constant('citations' as const),
        citations: fc
          .integer({ min: 1, max: 80 })
          .map((n) => Array.from({ length: n }, (_, i) => citation(i))),
        closing: fc.constant('以正式文件为准。'),
      }),
      fc.constantFrom(...ANSWER),
    );
    fc.assert(
      fc.property(fc.array(block, { maxLength: 30 }), (blocks) => {
        const messages = render({ blocks }).flatMap((part) => (isFile(part) ? [] : [part]));
        const sections = messages
          .flatMap((message) => message.blocks)
          .flatMap((kit) => {
            if (kit.type === 'actions') {
              for (const button of kit.elements)
                if (button.type === 'button') expect(button.text.text.length).toBeLessThanOrEqual(75);
            }
            return kit.type === 'section' && kit.text ? [kit.text.text] : [];
          });
        for (const section of sections) expect(section.length).toBeLessThanOrEqual(3000);
        for (const message of messages) {
          expect(message.blocks.length).toBeLessThanOrEqual(50);
          expect(
            JSON.stringify(message.blocks.map((kit) => (kit.type === 'section' ? kit.text?.text : '')))
              .length,
          ).toBeLessThan(MOST_CHARACTERS * 2);
        }
        const lines = blocks.flatMap((one) =>
          one.type === 'citations' ? one.citations.map(citationLine) : [],
        );
        for (const line of new Set(lines))
          expect(sections.reduce((sum, section) => sum + section.split(line).length - 1, 0)).toBe(
            lines.filter((other) => other === line).length,
          );
      }),
      { numRuns: 40 },
    );
  });
});
