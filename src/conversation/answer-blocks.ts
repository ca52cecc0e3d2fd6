import { type Answer, bodyOf, footOf, sectionsOf } from '#answer/index.js';
import type { Block } from './message.js';

/** An answer in channel-neutral blocks, with the further ones; `answerId` names it in feedback. */
export function blocksOf(answer: Answer, answerId: string): Block[] {
  const blocks = [answer, ...answer.further].flatMap(answerBlocks);
  // Outside the scope there is nothing to judge, and a question is asked back first.
  const judged = answer.choices.length === 0 && answer.verdict !== 'out-of-scope';
  return judged ? [...blocks, { type: 'feedback', answerId }] : blocks;
}

function answerBlocks(answer: Answer): Block[] {
  if (answer.choices.length > 0) return choiceBlocks(answer);
  const [headline, ...lines] = bodyOf(answer.sections);
  const blocks: Block[] = [{ type: 'verdict', verdict: answer.verdict, headline: headline ?? '', lines }];
  // Outside the scope there is nothing to cite and nothing in force to name.
  if (answer.verdict === 'out-of-scope') return blocks;
  const foot = footOf(answer.sections);
  return [
    ...blocks,
    { type: 'citations', citations: answer.citations, closing: closingOf(answer) },
    ...(foot.length === 0 ? [] : textOnly(foot.join('\n'))),
  ];
}

/** The choices stand in the sections of a clarifying answer as well; the block replaces them. */
function choiceBlocks({ choices, sections }: Answer): Block[] {
  const [prompt = ''] = sectionsOf(sections, 'headline');
  const others = sectionsOf(sections, 'next');
  const blocks: Block[] = [{ type: 'choices', prompt, choices }];
  return others.length === 0 ? blocks : [...blocks, { type: 'text', text: others.join('\n') }];
}

/** For where, for which day and by which version it was judged. */
export const closingOf = ({ sections }: Answer): string => sectionsOf(sections, 'closing').join('');

/** A reply of one text. */
export const textOnly = (text: string): Block[] => [{ type: 'text', text }];

/** A line behind an answer; nothing where there is nothing to say. */
export const closingNote = (text: string | null): Block[] => (text === null ? [] : textOnly(text));
