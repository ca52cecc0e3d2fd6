import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { toCitation } from '../../src/catalogue/citation.js';
import type { Answer } from '../../src/decision/answer.js';
import { createFullTexts } from '../../src/importing/full-texts.js';
import { quoteCitations, quotesFrom } from '../../src/importing/quotes.js';
import { fixtureKnowledge } from '../support/knowledge.js';

const kb = fixtureKnowledge();
const row = kb.itemById.get('nl25-duties-1');
if (row === undefined) throw new Error('the fixtures hold nl25-duties-1');
const citation = toCitation(row);
const texts = createFullTexts(mkdtempSync(join(tmpdir(), 'qingdan-')));
const answer = {
  citations: [citation, { ...citation, title: '另一部法' }],
  text: `判断。\n1. 不是出处\n依据：\n1. 《${citation.title}》\n2. 《另一部法》\n目录：全国。`,
} as Answer;

describe('a citation', () => {
  it('stays as it is where no text is attached', () => {
    expect(quoteCitations(answer, quotesFrom(texts, kb))).toBe(answer);
  });

  it('quotes its clause once the text is attached, and a law of another title nothing', () => {
    const text = '第十条 示例：\n（一）甲。\n（二）乙。\n（三）丙。';
    texts.attach({ documentId: row.document.id, fileName: '示例.txt', at: '2026-01-01T00:00:00Z', text });
    const quoted = quoteCitations(answer, quotesFrom(texts, kb));
    expect(quoted.citations).toEqual([{ ...citation, quote: '（三）丙。' }, answer.citations[1]]);
    expect(quoted.text.split('\n')).toEqual([
      '判断。',
      '1. 不是出处',
      '依据：',
      `1. 《${citation.title}》`,
      '   原文：「（三）丙。」',
      '2. 《另一部法》',
      '目录：全国。',
    ]);
  });
});
