import { describe, expect, it } from 'vitest';
import { rememberAnswers } from '#conversation/answer-cache.js';
import type { Question } from '#ruling/index.js';
import { fakeAnswer } from './parts.js';

function counted(most?: number) {
  const asked: Question[] = [];
  const knowledge = { version: '1' };
  const decide = rememberAnswers(
    (question) => {
      asked.push(question);
      if (question.text === '坏') throw new Error('broken');
      return fakeAnswer(question);
    },
    () => knowledge.version,
    most,
  );
  return { decide, asked, knowledge };
}

describe('remembered answers', () => {
  it('are given again for the same question, role, region and days', () => {
    const { decide, asked } = counted();
    const first = decide({ text: '甲' });
    expect(decide({ text: '甲' })).toBe(first);
    for (const other of [
      { role: 'worker' },
      { region: '重庆市' },
      { date: '2025-01-01' },
      { today: '2025-01-01' },
    ] as const) {
      expect(decide({ text: '甲', ...other })).not.toBe(first);
    }
    expect(asked).toHaveLength(5);
  });

  it('forget the one that was asked longest ago', () => {
    const { decide, asked } = counted(2);
    for (const text of ['甲', '乙', '甲', '丙', '甲', '乙']) decide({ text });
    expect(asked.map(({ text }) => text)).toEqual(['甲', '乙', '丙', '乙']);
  });

  it('are made anew once the knowledge has changed', () => {
    const { decide, asked, knowledge } = counted();
    decide({ text: '甲' });
    knowledge.version = '2';
    decide({ text: '甲' });
    expect(asked).toHaveLength(2);
  });

  it('don’t hold errors', () => {
    const { decide, asked } = counted();
    for (let i = 0; i < 2; i++) expect(() => decide({ text: '坏' })).toThrow('broken');
    expect(asked).toHaveLength(2);
  });
});
