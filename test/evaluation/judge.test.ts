import { describe, expect, it } from 'vitest';
import type { Answer } from '#answer/index.js';
import { goldenDifferences } from '#evaluation/golden.js';
import { judge } from '#evaluation/judge.js';
import { parseQuestionSet } from '#evaluation/question-set.js';
import type { Verdict } from '#ruling/index.js';

const [question] = parseQuestionSet(
  '{"id":"a","text":"x","expected":"assist","items":["law-1"]}',
  'a.jsonl',
) as [ReturnType<typeof parseQuestionSet>[number]];
const answer = (verdict: Verdict, band: Answer['band'], rows: string[] = []) =>
  ({
    verdict,
    band,
    item: null,
    citations: [],
    explanation: { decidedBy: rows[0] ?? null, rows },
  }) as unknown as Answer;

describe('an answer against its label', () => {
  it('is right with the right verdict from an accepted row', () => {
    expect(judge(question, answer('assist', 'answer', ['law-1']))).toBe('right');
  });
  it('is not right with the right verdict from another row', () => {
    expect(judge(question, answer('assist', 'answer', ['law-2']))).toBe('source');
  });
  it('is wrong with another verdict', () => {
    expect(judge(question, answer('negative', 'answer'))).toBe('wrong');
    expect(judge(question, answer('not-listed', 'answer'))).toBe('wrong');
  });
  it('is no answer when it asks back or says that it does not know', () => {
    expect(judge(question, answer('clarify', 'confirm'))).toBe('abstained');
    expect(judge(question, answer('not-listed', 'abstain'))).toBe('abstained');
  });
});

describe('a labelled question set', () => {
  it.each([
    ['{"id":1}', '第 1 行'],
    ['{"id":"a","text":"x","expected":"assist"}\nnot json', '第 2 行'],
    ['', '没有问题'],
  ])('that is broken is refused with its line', (text, message) => {
    expect(() => parseQuestionSet(text, 'set.jsonl')).toThrow(message);
  });
});

describe('approved answers', () => {
  it('show what differs, what is new and what is gone', () => {
    expect(goldenDifferences('{"id":"a","v":1}\n{"id":"b"}\n', '{"id":"a","v":2}\n{"id":"c"}\n')).toEqual([
      'a: {"id":"a","v":1} → {"id":"a","v":2}',
      'b: {"id":"b"} → (无)',
      'c: (无) → {"id":"c"}',
    ]);
  });
});
