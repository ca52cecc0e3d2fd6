import { answered, decide, outcomeOf, scopeOf } from '#conversation/ask-desk.js';
import { defineIntent } from '#conversation/intent.js';
import { kindOf } from '#conversation/leaning.js';
import { retelling } from '#conversation/retelling.js';
import type { Asking } from '#conversation/state.js';

const THAT =
  /^(?:那|那么|还有|同样的?[,，]?)?(?:要是|如果是?|换成|换|若为?|如果?系?)?(.{2,16}?)(?:的话)?(?:呢|怎么样|也?一样吗|也是吗|也?可以吗|也能吗|也?行吗|也不行吗|如何|是否同样)$/u;
const THEN =
  /^(?:那|那么|换成|要是)(.{2,16}?)(?:可以吗|行吗|能开吗|可以开吗|归不归|归社区吗|归社区管吗|要不要|也要吗)?$/u;
/** A text with one of these asks something by itself. */
const WHOLE_QUESTION = /街道|能(?!力)|可不可以|可以|吗|怎么|什么|哪|为什么|多少|是否|应该|规定|依据|归/u;
const PAPER = /(?:证明|证|函|介绍信|公章|章)$/u;
/** How it is done, for what or by whom, rather than another thing: 让我们牵头, 出国用的. */
const CIRCUMSTANCE = /^(?:让|由|用|只|有|没|不|是|他|她|我|人家|对方|负责|协助|牵头|配合)|的$/u;

/** Another paper or task asked about as the last one was: 「那居住证明呢」. */
export const intent = defineIntent<{ thing: string }>({
  id: 'follow-up',
  precedence: 55,
  interrupts: false,
  examples: [
    '那居住证明呢',
    '居住证明呢',
    '那拆违建呢',
    '换成死亡证明呢',
    '那居住证明能开吗',
    '那要是让我们牵头呢',
  ],
  slots(turn) {
    const { said, state } = turn;
    const [, thing] = THAT.exec(said) ?? THEN.exec(said) ?? [];
    if (thing === undefined || WHOLE_QUESTION.test(thing)) return null;
    if (PAPER.test(thing)) return { thing };
    // Without a question before it the message stands for itself.
    if (state.last === null) return null;
    return turn.reads.kind === 'question' || kindOf(turn, 'object', 'fact') !== null ? { thing } : null;
  },
  handler({ thing }, turn) {
    const { last } = turn.state;
    const asPaper = PAPER.test(thing) || last?.about === 'certificate';
    const own = scopeOf(turn);
    const scope: Asking = {
      role: own.role ?? last?.role ?? null,
      region: own.region ?? last?.region ?? null,
      date: own.date ?? last?.date ?? null,
      how: { ...own.how, as: asPaper ? 'paper' : 'task' },
    };
    const other = decide(turn, thing, scope);
    const known = other.band === 'answer' && other.verdict !== 'out-of-scope';
    const isNothing = other.verdict === 'clarify' && other.choices.length === 0;
    if (!known && last !== null && !PAPER.test(thing) && (isNothing || CIRCUMSTANCE.test(thing))) {
      return retelling(turn, thing) ?? outcomeOf(turn, other, scope);
    }
    return answered(turn, thing, scope);
  },
});
