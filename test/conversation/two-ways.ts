import { readFileSync } from 'node:fs';
import { packagePath } from '#app/files.js';
import { realAssistant } from './real-assistant.js';

export interface TwoWays {
  /** A question that may be one of two matters. */
  readonly text: string;
  /** The two, as they are offered. */
  readonly names: readonly [string, string];
}

/** Questions that no reader learned from: on those it did, it is sure. */
const ASKED = ['round-2026-11-27-2', 'lifelike', 'questions'] as const;

/**
 * A question that is answered with two choices for a community worker of Chongqing's Nan'an. Which one is, changes with
 * every fit of a reader, so it is looked for among those that measure: the first that comes.
 */
export function askedTwoWays(): TwoWays {
  const { decide } = realAssistant();
  for (const text of ASKED.flatMap(textsOf)) {
    const { choices } = decide({ text, region: '重庆市南岸区', role: 'worker' });
    // Those of a list are named in their answers; a rule is told without its topic.
    const [first, second, ...more] = choices.flatMap(({ label }) => /^[^（]+(?=（)/u.exec(label) ?? ['']);
    if (first && second && more.length === 0) return { text, names: [first, second] };
  }
  throw new Error('no question is answered with two choices');
}

function textsOf(set: string): string[] {
  const lines = readFileSync(packagePath('test', 'evaluation', `${set}.jsonl`), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line) => (JSON.parse(line) as { text: string }).text);
}
