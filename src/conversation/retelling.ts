import { sectionsOf } from '#answer/index.js';
import { textOnly } from './answer-blocks.js';
import { lastAnswer, outcomeOf } from './ask-desk.js';
import { type Retold, withFact } from './facts.js';
import type { Outcome, Turn } from './intent.js';
import { named } from './on-subject.js';

/** The reply to a fact that was told of the last question; null where nothing was asked, or too much was told. */
export function retelling(turn: Turn, fact: string): Outcome | null {
  const retold = withFact(turn, fact);
  if (retold === null) return null;
  const before = lastAnswer(turn);
  if (!retold.changed && before?.choices.length === 0) return unchanged(turn, fact, retold);
  const outcome = outcomeOf(turn, retold.answer, retold.scope);
  return { ...outcome, blocks: [...outcome.blocks, ...textOnly(`这是加上「${named(fact)}」以后的答复。`)] };
}

/** Nothing that is known tells this case from the others, or an exception may hold for it. */
function unchanged(turn: Turn, fact: string, { exception }: Retold): Outcome | null {
  const before = lastAnswer(turn);
  if (before === null) return null;
  const [headline = ''] = sectionsOf(before.sections, 'headline');
  const lines =
    exception === null
      ? [`加上「${named(fact)}」，答复不变：${headline}`, '已收录的规定没有为这种情况另写办法。']
      : [`「${named(fact)}」可能属于例外：${exception}。`, `不属于例外的，还是：${headline}`];
  // What the committee may do about a demand is most of what is asked further.
  const isDemand = before.verdict.startsWith('triage-');
  const more = sectionsOf(
    before.sections,
    ...(isDemand ? (['summary'] as const) : []),
    'route',
    'responsible',
  );
  return { blocks: textOnly([...lines, ...more].join('\n')) };
}
