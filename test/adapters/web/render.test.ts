import { describe, expect, it } from 'vitest';
import { render, unrepeated } from '#adapters/web/render.js';
import { voiceOf } from '#answer/index.js';
import type { Block } from '#conversation/message.js';
import { VERDICTS } from '#ruling/index.js';
import { CITATION } from '../../server/support/answer.js';
import { readText } from './support/site.js';

const ANSWER: Block[] = [
  {
    type: 'verdict',
    verdict: 'must-not-certify',
    headline: '不能开。「样例证明」不应由社区出具。',
    lines: ['说明：没有这项职责。', '去哪办：到公安派出所办理。', '按更近一级的规定判断。'],
  },
  {
    type: 'citations',
    citations: [CITATION, { ...CITATION, title: '关于修改《样例条例》的决定', number: null, url: null }],
    closing: '目录：全国，2026-01-01有效，版本 0123456789ab。以正式文件为准。',
  },
  { type: 'feedback', answerId: 'answer-1' },
];
const OTHERS: Block[] = [
  { type: 'text', text: '第一行\n\n第二行' },
  {
    type: 'choices',
    prompt: '您问的是哪一项？',
    choices: [
      { id: 'item-1', label: '居住证明' },
      { id: 'item-2', label: '无房证明' },
    ],
  },
  { type: 'table', header: ['序号', '事项'], rows: [['1', '居住证明']] },
  { type: 'file', name: '结果.xlsx', mediaType: 'application/octet-stream', bytes: new Uint8Array() },
];

describe('a reply on the page', () => {
  it.each([
    ['answer', ANSWER],
    ['others', OTHERS],
  ])('looks as it did (%s)', async (name, blocks) => {
    const [message] = render({ blocks });
    await expect(message?.html).toMatchFileSnapshot(`golden/${name}.golden.html`);
  });

  it('is one message, and none when there is nothing to send', () => {
    expect(render({ blocks: [...ANSWER, ...OTHERS] })).toHaveLength(1);
    expect(render({ blocks: [] })).toEqual([]);
  });

  it.each(VERDICTS)('shows the verdict %s in words, not by colour alone', (verdict) => {
    const [message] = render({ blocks: [{ type: 'verdict', verdict, headline: '一句话。', lines: [] }] });
    expect(readText(message?.html ?? '')).toContain(voiceOf(verdict).label);
  });

  it.each([
    ['不能开。「甲证明」不应由社区出具。', '不能开', '「甲证明」不应由社区出具。'],
    ['属于依法协助。「甲」由政府负责。', '依法协助', '「甲」由政府负责。'],
    ['这是私事，引导自己办。「甲」由当事人处理。', '私事 · 引导自办', '「甲」由当事人处理。'],
    // Says more than the badge, or all there is.
    [
      '按2019年12月31日有效的规定：清单未列。「甲」不在。',
      '清单未列',
      '按2019年12月31日有效的规定：清单未列。「甲」不在。',
    ],
    ['属于社区自己的职责。「甲」是自治的事。', '社区自治', '属于社区自己的职责。「甲」是自治的事。'],
    ['一句话。', '不能开', '一句话。'],
    ['不能开。', '不能开', '不能开。'],
  ])('says the verdict once: %s', (headline, label, shown) => {
    expect(unrepeated(headline, label)).toBe(shown);
  });

  it('quotes the clause where its words are known, and only then', () => {
    const cited = (quote?: string) =>
      render({ blocks: [{ type: 'citations', citations: [{ ...CITATION, quote }], closing: '' }] })[0]?.html;
    expect(cited('（三）<不>予出具。')).toContain('<blockquote>原文：（三）&lt;不&gt;予出具。</blockquote>');
    expect(cited()).not.toContain('blockquote');
  });

  it('says where a source was only reported', () => {
    const [message] = render({ blocks: [{ type: 'citations', citations: [CITATION], closing: '' }] });
    expect(readText(message?.html ?? '')).toContain('据报道转述，未见原件');
  });
});
