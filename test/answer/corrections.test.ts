/** A person goes over a screening: what they say of a task is what letters and report are made from. */
import { describe, expect, it } from 'vitest';
import type { Correction, Screening } from '#answer/index.js';
import { requestsOf } from '#answer/letters/index.js';
import { passedOverRows } from '#answer/report/passed-over.js';
import { openAssistant } from '#app/assistant.js';

const { screener } = openAssistant({ today: '2026-11-23' });
const NOTICE = `渝北区青石街道办事处关于做好冬季重点工作的通知

各社区居委会：
一、协助做好流动人口信息登记，每周五报送台账。
二、组织开展居民议事协商，及时公开居务。

青石街道办事处
2026年11月20日
`;
const screen = (...corrections: Correction[]): Screening =>
  screener.screen(NOTICE, { source: '样例', region: '重庆市渝北区', corrections });
const place = (words: string) => {
  const start = NOTICE.indexOf(words);
  return { start, end: start + words.length };
};
const before = screen();
const taskAt = ({ tasks }: Screening, words: string) => tasks.find(({ phrase }) => phrase === words);
const REGISTER = '协助做好流动人口信息登记';
const place1 = place(REGISTER);

describe('a task that a person has put right', () => {
  it('takes the verdict and basis of the row that was chosen, surely', () => {
    const row = { is: 'row', id: 'mca20-barred-5' } as const;
    const task = taskAt(screen({ ...place1, says: row }), REGISTER);
    expect(task).toMatchObject({
      verdict: 'must-not-certify',
      band: 'answer',
      certificate: true,
      corrected: true,
      item: { id: 'mca20-barred-5' },
      citations: [{ documentId: 'mca-2020-20' }],
    });
    expect(task?.suggestion).not.toContain('核对');
  });

  it('is on no list by a person’s word, with the rule that holds there', () => {
    const corrected = screen({ ...place1, says: { is: 'unlisted', paper: false } });
    const task = taskAt(corrected, REGISTER);
    expect(task).toMatchObject({ verdict: 'not-listed', band: 'answer', corrected: true, item: null });
    expect(task?.citations.length).toBeGreaterThan(0);
    const asked = requestsOf(corrected, new Set()).requested;
    expect(asked.find(({ phrase }) => phrase === REGISTER)?.request).toBe('admission');
  });

  it('is work of the form, and the letter asks to cut it down', () => {
    const corrected = screen({ ...place1, says: { is: 'formality', sort: 'ledger' } });
    expect(taskAt(corrected, REGISTER)).toMatchObject({ demand: 'ledger', corrected: true });
    const { requested } = requestsOf(corrected, new Set([1]));
    expect(requested.find(({ phrase }) => phrase === REGISTER)?.request).toBe('formality');
  });

  it('is none: it is gone from the tasks, and the report says that a person looked', () => {
    const corrected = screen({ ...place1, says: { is: 'none' } });
    expect(corrected.tasks.length).toBe(before.tasks.length - 1);
    expect(taskAt(corrected, REGISTER)).toBeUndefined();
    expect(passedOverRows(corrected)).toContainEqual([REGISTER, '人工核对，不算任务']);
  });

  it('was missed: it stands where the text has it, judged by the program or as told', () => {
    const words = '做好冬季重点工作';
    const corrected = screen({ ...place(words), says: { is: 'task' } });
    expect(corrected.tasks.length).toBe(before.tasks.length + 1);
    expect(corrected.tasks[0]).toMatchObject({ phrase: words, corrected: true });
    const told = screen({ ...place(words), says: { is: 'unlisted', paper: true } });
    expect(told.tasks[0]).toMatchObject({ phrase: words, verdict: 'not-listed', certificate: true });
  });

  it('changes nothing of the others', () => {
    const corrected = screen({ ...place1, says: { is: 'none' } });
    const others = before.tasks.filter(({ phrase }) => phrase !== REGISTER);
    expect(corrected.tasks).toEqual(others);
    expect(screen()).toEqual(before);
  });

  it.each([
    ['outside of the text', { start: 0, end: NOTICE.length + 1, says: { is: 'task' } }, '不在通知的文字里'],
    ['without words', { ...place('\n\n'), says: { is: 'task' } }, '没有字'],
    [
      'by a row that isn’t in force there',
      { ...place1, says: { is: 'row', id: 'nothing' } },
      '有效的清单条目',
    ],
  ] as const)('is refused %s', (_, correction, message) => {
    expect(() => screen(correction as Correction)).toThrow(
      expect.objectContaining({ code: 'QD-INPUT', message: expect.stringContaining(message) }),
    );
    expect(() => screen({ ...place1, says: { is: 'none' } }, { ...place1, says: { is: 'task' } })).toThrow(
      expect.objectContaining({ code: 'QD-INPUT' }),
    );
  });
});
