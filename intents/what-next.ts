import { sectionsOf, voiceOf } from '#answer/index.js';
import { closingOf } from '#conversation/answer-blocks.js';
import { outcomeOf, scopeOf } from '#conversation/ask-desk.js';
import { withFact } from '#conversation/facts.js';
import { defineIntent, type Outcome, type Turn } from '#conversation/intent.js';
import { hasBefore, isAnswered, kindOf } from '#conversation/leaning.js';
import type { Block } from '#conversation/message.js';
import { nameOf, onSubject } from '#conversation/on-subject.js';
import type { Subject } from '#conversation/subject.js';

const CRISP = /^(?:那|那么|那我|我)?(?:现在|该|应该)?(?:怎么办|咋办|咋整|怎么弄|怎么处理)(?:呢|啊)?$/u;

/** 「那怎么办」, 「他们硬要呢」: what may be done, and what can be drafted here. */
export const intent = defineIntent<'next' | 'refuse'>({
  id: 'what-next',
  precedence: 44,
  interrupts: false,
  examples: ['怎么办', '那怎么办', '能不报吗', '人家不听调解呢', '他们硬要我们盖章呢', '不接会怎样'],
  slots(turn) {
    if (CRISP.test(turn.said)) return 'next';
    const kind = kindOf(turn, 'next', 'refuse');
    // With nothing before it that it could lean on, what the lists answer by itself is a question of its own.
    return kind === null || hasBefore(turn) || !isAnswered(turn) ? kind : null;
  },
  handler(asked, turn) {
    const rule = asked === 'refuse' ? ruleOnIt(turn) : null;
    if (rule !== null) return rule;
    return onSubject(turn, '请先说是什么事，我再看怎么办。', (subject) => {
      const { answer, task } = subject;
      const role = scopeOf(turn).role ?? 'resident';
      const { next, letter } = voiceOf(task?.verdict ?? answer.verdict);
      const said = sectionsOf(answer.sections, 'next').map((line) => line.replace(/^怎么办：/u, ''));
      const todo = said.length > 0 ? said : next === null ? [] : [next[role]];
      const lines = [
        `${nameOf(subject)}：${todo[0] ?? task?.suggestion ?? '请按上面的规定办。'}`,
        ...todo.slice(1),
        ...sectionsOf(answer.sections, 'route', 'responsible'),
        ...(asked === 'refuse' ? insisting(subject, role) : []),
        ...offers(role, letter),
      ];
      const blocks: Block[] = [{ type: 'text', text: lines.join('\n') }];
      const { citations } = task ?? answer;
      if (citations.length > 0) blocks.push({ type: 'citations', citations, closing: closingOf(answer) });
      return blocks;
    });
  },
});

/** A rule on just that, which the last question together with what is said now leads to; null where there is none. */
function ruleOnIt(turn: Turn): Outcome | null {
  const found = withFact(turn, turn.said);
  if (found === null || !found.changed || found.answer.verdict !== 'information') return null;
  return outcomeOf(turn, found.answer, found.scope);
}

/** The other side insists or won't: what happens then stands in no document held, and that is said. */
function insisting({ answer, task }: Subject, role: string): string[] {
  const verdict = task?.verdict ?? answer.verdict;
  const written = '对方坚持的，请它书面写明依据的是哪部法律法规哪一条。';
  const unknown = '不办、不配合会有什么后果，已收录的条文没有写，我不能替它猜。';
  switch (verdict) {
    case 'negative':
    case 'not-listed':
    case 'must-not-certify':
      return [role === 'resident' ? written : `可以不接、不开，把依据给对方看。${written}`, unknown];
    case 'autonomy':
    case 'assist':
      return [
        '这件事在社区职责或依法协助的范围里，不宜一推了之；做不下去的，把做过的写下来，请负责的部门接手。',
        unknown,
      ];
    default:
      return [unknown];
  }
}

/** What can be drafted about it here. */
function offers(role: string, letter: 'return' | 'means' | null): string[] {
  if (role === 'resident') return ['要回话，说「帮我写几句话」。'];
  if (letter === 'return') return ['要书面退回，说「写个退回函」；要回话，说「怎么回他」。'];
  if (letter === 'means') return ['要商量经费和责任，说「写个商请函」；要回话，说「怎么回他」。'];
  return ['要回话，说「怎么回他」。'];
}
