import { beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '#answer/index.js';
import { type Assistant, openAssistant } from '#app/assistant.js';

let assistant: Assistant;
beforeAll(() => {
  assistant = openAssistant({ today: '2026-11-23' });
});

const verdicts = (answer: Answer) => [answer, ...answer.further].map(({ verdict }) => verdict);

describe('a message that asks several things', () => {
  it.each([
    ['能开无犯罪记录证明吗，还有街道让我们拆违建，归我们管吗', ['must-not-certify', 'negative']],
    ['社区要不要协助禁毒宣传？那死亡证明居委会能开吗？', ['assist', 'must-not-certify']],
    [
      '死亡证明居委会能开吗？街道让社区拆违建归社区管吗？社区要不要协助禁毒宣传？',
      ['must-not-certify', 'negative', 'assist'],
    ],
  ])('%s gets an answer to each, in the order asked', (text, expected) => {
    expect(verdicts(assistant.decide({ text }))).toEqual(expected);
  });

  it('reads every answer out, each with its own sources', () => {
    const answer = assistant.decide({ text: '死亡证明居委会能开吗？街道让社区拆违建归社区管吗？' });
    const [first, second] = [answer, ...answer.further];
    expect(answer.text).toContain(second?.sections[0]?.text);
    expect(answer.text.match(/依据：/g)).toHaveLength(2);
    expect(first?.citations[0]?.documentId).not.toBe(second?.citations[0]?.documentId);
  });

  it('answers three and says that the rest is to be asked one at a time', () => {
    const answer = assistant.decide({
      text: '死亡证明居委会能开吗？街道让社区拆违建归社区管吗？社区要不要协助禁毒宣传？无犯罪记录证明社区能开吗？',
    });
    expect(answer.further).toHaveLength(2);
    expect(answer.text).toContain('一次最多答三件事');
  });

  it.each([
    '社区能开死亡证明吗？孩子上学要用',
    '老人在家里走了，居委会能开死亡证明吗？派出所说要证明，不开行不行？',
    '街道让社区拆违建，归社区管吗，不去行不行',
  ])('%s asks one thing', (text) => {
    expect(assistant.decide({ text }).further).toEqual([]);
  });
});
