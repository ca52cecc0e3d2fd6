import type { Block } from '../../bot/message.js';
import type { Answer } from '../../decision/answer.js';

/** An answer in channel-neutral blocks; `answerId` names it in feedback. */
export function blocksOf(answer: Answer, answerId: string): Block[] {
  const { body, closing } = answer.explanation;
  if (answer.choices.length > 0) return choiceBlocks(answer);
  const [headline = '', ...lines] = body;
  const blocks: Block[] = [{ type: 'verdict', verdict: answer.verdict, headline, lines }];
  // Outside the scope there is nothing to cite, nothing in force to name and nothing to judge.
  if (answer.verdict === 'out-of-scope') return blocks;
  blocks.push({ type: 'citations', citations: answer.citations, closing });
  blocks.push({ type: 'feedback', answerId });
  return blocks;
}

/** The choices stand in the lines of a clarifying answer as well; the block replaces those lines. */
function choiceBlocks({ choices, explanation: { body } }: Answer): Block[] {
  const [prompt = '', ...rest] = body;
  const blocks: Block[] = [{ type: 'choices', prompt, choices }];
  const others = rest.slice(choices.length);
  if (others.length > 0) blocks.push({ type: 'text', text: others.join('\n') });
  return blocks;
}

/** A reply of one text. */
export const textOnly = (text: string): Block[] => [{ type: 'text', text }];
