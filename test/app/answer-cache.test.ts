import { describe, expect, it } from 'vitest';
import type { Answer } from '#answer/index.js';
import { createAnswerCache } from '#app/answer-cache.js';
import { openAssistant } from '#app/assistant.js';
import { QingdanError } from '#errors.js';
import type { Question } from '#ruling/index.js';

const today = '2026-11-23';
const QUESTIONS: readonly Question[] = [
  { text: '居委会能开无犯罪记录证明吗' },
  { text: '居委会能开无犯罪记录证明吗？' },
  { text: '我叫王小明，电话13812345678，居委会能开无犯罪记录证明吗' },
  { text: '居委会能开无犯罪记录证明吗', region: '重庆市' },
  { text: '居委会能开无犯罪记录证明吗', region: '重庆市', date: '2019-01-01' },
  { text: '居委会能开无犯罪记录证明吗', role: 'official' },
  { text: '居委会能开无犯罪记录证明吗', committee: 'village' },
  { text: '居住证明', as: 'paper' },
  { text: '居住证明' },
  { text: '社区要负责消防安全检查吗？还有能开居住证明吗？' },
];

describe('answers that are kept', () => {
  const fresh = openAssistant({ today });
  const keeping = openAssistant({ today, kept: 100 });

  it('are those that a fresh decision gives, whatever was asked before', () => {
    for (const question of [...QUESTIONS, ...QUESTIONS.toReversed()])
      expect(JSON.stringify(keeping.decide(question))).toBe(JSON.stringify(fresh.decide(question)));
  });

  it('throw what a fresh decision throws, each time', () => {
    for (const text of ['', '问'.repeat(1001), '居住证明\u0000'])
      for (let times = 0; times < 2; times++) {
        const thrown = (decide: (question: Question) => Answer) => {
          try {
            decide({ text });
            return null;
          } catch (error) {
            return error instanceof QingdanError ? error.code : String(error);
          }
        };
        expect(thrown(keeping.decide)).toBe(thrown(fresh.decide));
        expect(thrown(keeping.decide)).toMatch(/^QD-/u);
      }
  });

  it('are decided once, and bounded in number', () => {
    const decided: string[] = [];
    const decide = createAnswerCache(
      2,
      (text) => ({ shown: text, core: text.replace('？', '') }),
      ({ text }) => {
        decided.push(text);
        return { question: text, text: `答：${text}`, further: [] as Answer[] } as Answer;
      },
    );
    const answers = ['一', '一？', '二', '三', '一'].map((text) => decide({ text }));
    expect(answers.map(({ question }) => question)).toEqual(['一', '一？', '二', '三', '一']);
    expect(decided).toEqual(['一', '二', '三', '一']);
  });
});
