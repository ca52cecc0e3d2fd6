import { bodyOf, sectionsOf, voiceOf } from '#answer/index.js';
import { closingOf } from './answer-blocks.js';
import type { Block } from './message.js';
import { nameOf } from './on-subject.js';
import type { Subject } from './subject.js';

/** Lines behind the verdict where an answer is said again. */
const AGAIN = 3;

/** Verdict first, then what it means and on what it rests. */
export function explained(subject: Subject): Block[] {
  const { answer, task, from } = subject;
  if (task === null) {
    if (subject.assumed) return [];
    const [headline = '', ...body] = bodyOf(answer.sections);
    // Whoever has just read the answer wants it said again, not all of it.
    const plain = sectionsOf(answer.sections, 'summary', 'exception', 'route').slice(0, AGAIN);
    const lines = from === 'last' ? plain : body;
    if (from === 'last') return [{ type: 'verdict', verdict: answer.verdict, headline, lines }];
    const blocks: Block[] = [{ type: 'verdict', verdict: answer.verdict, headline, lines }];
    if (answer.citations.length > 0)
      blocks.push({ type: 'citations', citations: answer.citations, closing: closingOf(answer) });
    return blocks;
  }
  const { label } = voiceOf(task.verdict);
  const [first] = task.citations;
  const lines = [...(first === undefined ? [] : [`说的是：${first.summary}`]), task.suggestion];
  const blocks: Block[] = [
    { type: 'verdict', verdict: task.verdict, headline: `${nameOf(subject)}：${label}。`, lines },
  ];
  if (task.citations.length > 0)
    blocks.push({ type: 'citations', citations: task.citations, closing: closingOf(answer) });
  return blocks;
}
