import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readWordings } from '#app/matters.js';
import { findOverlaps, LARGEST_OVERLAP } from '#evaluation/overlap.js';
import { parseQuestionSet } from '#evaluation/question-set.js';

describe('findOverlaps', () => {
  const question = '银行要我证明我妈是我妈，社区给开吗';

  it('finds a text that is a question of the set', () => {
    expect(findOverlaps(['别的话', question], ['还有别的', question])).toEqual([
      { text: 1, question: 1, share: 1 },
    ]);
  });

  it.each([
    ['other punctuation and width', '银行要我证明,我妈是我妈!社区给开吗？'],
    ['traditional characters', '銀行要我證明我媽是我媽，社區給開嗎'],
    ['a piece of it', '银行要我证明我妈是我妈'],
  ])('sees through %s', (_what, text) => {
    expect(findOverlaps([text], [question])).toMatchObject([{ text: 0, question: 0 }]);
  });

  it('measures by the text’s own trigrams, so that a longer text which holds a question may stay', () => {
    const text = `${question}我都跑了三趟派出所了他们说查不到让我去公证处公证处又说要社区先写`;
    expect(findOverlaps([text], [question])).toEqual([]);
    expect(findOverlaps([text], [question], 0.2)).toHaveLength(1);
  });

  it('takes the closest of several questions', () => {
    expect(findOverlaps([question], ['银行要我证明', question])).toMatchObject([{ question: 1 }]);
  });

  it('says nothing of texts without characters', () => {
    expect(findOverlaps(['', '？！'], ['', '？！'])).toEqual([]);
  });
});

describe('the shipped wordings', () => {
  const folder = fileURLToPath(new URL('.', import.meta.url));

  it.each([
    'questions.jsonl',
    'lifelike.jsonl',
    'round-2026-11.jsonl',
    'round-2026-11-27.jsonl',
    'round-2026-11-27-2.jsonl',
  ])(`share no more than ${LARGEST_OVERLAP} with %s`, (name) => {
    const questions = parseQuestionSet(readFileSync(`${folder}${name}`, 'utf8'), name);
    const wordings = readWordings();
    const overlaps = findOverlaps(
      wordings.map(({ text }) => text),
      questions.map(({ text }) => text),
    );
    expect(
      overlaps.map(({ text, question }) => {
        const { path, line } = wordings[text] ?? {};
        return `${path}:${line} ${questions[question]?.id}`;
      }),
    ).toEqual([]);
  });
});
