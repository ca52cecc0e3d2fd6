import { textOnly } from '#conversation/answer-blocks.js';
import { answered, decide, outcomeOf, scopeOf } from '#conversation/ask-desk.js';
import { meantInstead } from '#conversation/correction.js';
import { defineIntent, type Outcome, type Turn } from '#conversation/intent.js';
import { isAnswered, kindOf } from '#conversation/leaning.js';
import { retelling } from '#conversation/retelling.js';
import type { Asking } from '#conversation/state.js';
import type { TurnKind } from '#conversation/turns/kinds.js';

interface Slots {
  useful: boolean;
  /** The answer whose button was pressed; null for the last one. */
  answerId: string | null;
  /** What was meant instead (「不对，我问的是居住证明」). */
  instead: string | null;
  /** Why it is wrong, in the person's own words. */
  reason: string | null;
}

const USEFUL = /^(?:有用|很有用|有帮助|答得对|说得对|对的|没错|正确|👍)$/u;
const WRONG = /^(?:不对|没用|没有用|错了|答错了|不准|不准确|不是这个意思|答非所问|👎)$/u;
const BUTTON = /^feedback:(.+):(useful|wrong)$/u;
/** Asks something by itself, so that it isn't the name of a thing. */
const ASKS = /吗|呢|能不能|可不可以|要不要|该不该|归不归|怎么|什么|哪|谁|多少|是否/u;
/** How or by whom the same is done: 让我们负责, 公证处要的. */
const CIRCUMSTANCE = /^(?:让|由|用|只|有|没|不|是|他|她|我|人家|对方|负责|协助|牵头|配合)/u;
const PAPER = /(?:证明|证|函|介绍信|公章|章)$/u;

/** 有用 or 不对 about an answer, with what was meant instead. */
export const intent = defineIntent<Slots>({
  id: 'feedback',
  precedence: 20,
  interrupts: false,
  examples: [
    '有用',
    '不对',
    '没用',
    '答错了',
    '👍',
    '不对，我问的是居住证明',
    '不对，上个月社区刚给我开过',
    '不是居住证明，是无房证明',
    '我问的是村委会，不是居委会',
  ],
  slots(turn) {
    const { said, message, state } = turn;
    const of = (useful: boolean, more: Partial<Slots> = {}): Slots => ({
      useful,
      answerId: null,
      instead: null,
      reason: null,
      ...more,
    });
    const [, answerId = null, pressed] = BUTTON.exec(message.choice ?? '') ?? [];
    if (answerId !== null) return of(pressed === 'useful', { answerId });
    if (USEFUL.test(said) || /^👍/u.test(message.text.trim())) return of(true);
    if (WRONG.test(said) || /^👎/u.test(message.text.trim())) return of(false);
    const instead = meantInstead(said);
    if (instead !== null && (state.last !== null || turn.asked !== null))
      return of(false, { instead, reason: said });
    const reason = reasonOf(turn);
    if (reason !== null) return of(false, reason);
    if (state.last === null) return null;
    const judged = kindOf(turn, 'useful', 'wrong');
    return judged === null ? null : of(judged === 'useful', judged === 'wrong' ? { reason: said } : {});
  },
  async handler({ useful, answerId, instead, reason }, turn) {
    const { desk, message, state } = turn;
    const about = answerId ?? state.last?.answerId;
    if (about === undefined) {
      return { blocks: textOnly('还没有答过什么，没有可以评价的。请先说要问的事。') };
    }
    const { channel, userId } = message;
    const comment = reason ?? undefined;
    await desk.feedback.add({ answerId: about, useful, comment, person: { channel, userId } });
    if (useful) return { blocks: textOnly('谢谢，已经记下「有用」。') };
    if (instead !== null) return corrected(instead, turn);
    if (reason !== null) return { blocks: textOnly(REASON_NOTED) };
    return { blocks: textOnly(WRONG_NOTED), state: { wrong: about } };
  },
});

/** What is said after 不对 in one breath (不对，上个月社区刚给我开过), or in the message after it. */
function reasonOf(turn: Turn): Pick<Slots, 'answerId' | 'reason'> | null {
  const { said, state, reads } = turn;
  const same = AND_WHY.exec(said)?.groups?.why;
  if (same !== undefined && state.last !== null && !ASKS.test(same)) return { answerId: null, reason: same };
  const { wrong = null } = state;
  if (wrong === null || turn.asked !== null || ASKS.test(said)) return null;
  // A statement that no list knows is no question of its own, after being asked what is wrong.
  const tells = BECAUSE.test(said) || reads.of(...TELLING) >= TOLD || !isAnswered(turn);
  return tells ? { answerId: wrong, reason: said } : null;
}

/** Kinds of message that say why an answer is wrong; a question is asked. */
const TELLING = ['fact', 'object', 'wrong', 'correct'] as const satisfies readonly TurnKind[];
/** Share of these from which a message is one. */
const TOLD = 0.35;
const BECAUSE =
  /^(?:因为|原因|理由|由于|你们?(?:说|答|写)的?|上面(?:说|写)|文件(?:上|里)?|实际|其实|我们这|这里)/u;
const AND_WHY = /^(?:不对|错了|答错了|不准|不准确|没用)(?:吧|啊|呀)?[,，。!！\s]+(?<why>.{4,300})$/u;

const WRONG_NOTED =
  '已经记下「不对」。哪里不对，说一句，一起记下；也可以换个说法再问一次，或者说「转人工」。';
const REASON_NOTED = '谢谢，原因已经记下，会有人看。可以换个说法再问一次，也可以说「转人工」。';

/** What was meant: a question of its own, another paper or task, or how the same is done. */
function corrected(instead: string, turn: Turn): Outcome {
  const { last } = turn.state;
  const own = scopeOf(turn);
  if (ASKS.test(instead) || last === null) return answered(turn, instead, own);
  const asPaper = PAPER.test(instead) || (last.about === 'certificate' && !PAPER.test(last.text));
  const scope: Asking = {
    ...own,
    region: own.region ?? last.region,
    how: { ...own.how, as: asPaper ? 'paper' : 'task' },
  };
  const answer = decide(turn, instead, scope);
  const known = PAPER.test(instead) || (answer.band === 'answer' && answer.verdict !== 'out-of-scope');
  const other = answer.verdict === 'clarify' && !CIRCUMSTANCE.test(instead);
  if (known || other) return outcomeOf(turn, answer, scope);
  return retelling(turn, instead) ?? outcomeOf(turn, answer, scope);
}
