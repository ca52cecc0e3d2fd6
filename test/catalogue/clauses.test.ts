import { describe, expect, it } from 'vitest';
import { clauseAt } from '#catalogue/clauses.js';

const LAW = [
  '示例组织法',
  '第一章　总则',
  '第九条　示例九。',
  '第十条　示例委员会的任务：',
  '（一）示例甲；',
  '（二）示例乙；',
  '（三）示例丙。',
  '示例委员会可以示例丁。',
  '第二章　附则',
  '第十一条　示例十一。',
].join('\n');
const LETTER = [
  '一、示例情况',
  '（一）示例清单',
  '示例正文。',
  '（二）示例挂牌',
  '示例牌子。',
  '二、示例打算',
  '（一）示例计划',
  '附件1：示例清单甲',
  '1.示例事项一',
  '2.示例事项二',
  '附件2：示例清单乙',
  '序号\t事项名称',
  '1\t示例事项三',
  '2\t示例事项四',
].join('\n');

describe('the clause at a locator', () => {
  it.each([
    [LAW, '第九条', '第九条　示例九。'],
    [LAW, '第十条第三项', '（三）示例丙。'],
    [LAW, '第10条第（二）项', '（二）示例乙；'],
    [LAW, '第十条第二款', '示例委员会可以示例丁。'],
    [LAW, '第十一条', '第十一条　示例十一。'],
    [LETTER, '一、（二）', '（二）示例挂牌示例牌子。'],
    [LETTER, '二、（一）', '（一）示例计划'],
    [LETTER, '第二部分（一）', '（一）示例计划'],
    [LETTER, '一、（一）所述', '（一）示例清单示例正文。'],
    [LETTER, '附件1第2项', '2.示例事项二'],
    [LETTER, '附件2第1项', '1 示例事项三'],
  ])('is quoted from the text (%#)', (text, locator, quote) => {
    expect(clauseAt(text, locator)).toBe(quote);
  });

  it.each(['第十二条', '第十条第九项', '三、', '附件3第1项', '全文', ''])('%j isn’t there', (locator) => {
    expect(clauseAt(LAW, locator)).toBeNull();
  });

  it('is cut where it runs on', () => {
    const quote = clauseAt(`第一条 ${'示例'.repeat(500)}`, '第一条');
    expect(quote).toMatch(/……$/);
    expect(quote?.length).toBe(402);
  });
});
