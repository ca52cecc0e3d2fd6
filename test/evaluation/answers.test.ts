import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { openAssistant } from '#app/assistant.js';
import { packagePath } from '#app/files.js';
import { goldenDifferences, goldenText } from '#evaluation/golden.js';
import { parseQuestionSet } from '#evaluation/question-set.js';
import { BARS, type Evaluation, evaluate } from '#evaluation/report.js';

const file = (name: string) => readFileSync(packagePath('test', 'evaluation', name), 'utf8');
let evaluation: Evaluation;
let lifelike: Evaluation;
beforeAll(() => {
  const assistant = openAssistant({ today: '2026-11-23' });
  const run = (name: string) =>
    evaluate(parseQuestionSet(file(name), name), ({ text, role, region, date }) =>
      assistant.decide({ text, role, region, date }),
    );
  evaluation = run('questions.jsonl');
  lifelike = run('lifelike.jsonl');
});

describe('the answers to the project’s questions', () => {
  it('are the approved ones (npm run evaluate -- --approve after looking at every difference)', () => {
    expect(
      goldenDifferences(file('answers.golden.jsonl'), goldenText([...evaluation.judged, ...lifelike.judged])),
    ).toEqual([]);
  });

  it('keep the bars', () => {
    expect(evaluation.wrongShare).toBeLessThanOrEqual(BARS.wrong);
    expect(evaluation.offTopicAnswered).toBeLessThanOrEqual(BARS.offTopicAnswered);
    expect(evaluation.rightOfListed).toBeGreaterThanOrEqual(BARS.rightOfListed);
  });
});
