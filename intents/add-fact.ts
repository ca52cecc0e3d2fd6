import { keepSaidAfter } from '#conversation/after-wrong.js';
import { textOnly } from '#conversation/answer-blocks.js';
import { answered, scopeOf } from '#conversation/ask-desk.js';
import { defineIntent } from '#conversation/intent.js';
import { isAnswered, isUnsettled, kindOf, namesOwn } from '#conversation/leaning.js';
import { retelling } from '#conversation/retelling.js';

/** Said by whoever asks something. */
const ASKS =
  /[?？]|吗|呢|么$|(?<!要)不$|谁|哪|怎|咋|啥|什么|几|多少|能不能|要不要|该不该|可不可以|是不是|帮我|请/u;
/** UTF-16 units of a statement that is more likely one more fact than a case of its own. */
const SHORT = 24;
/** Probability of a fact or a question together, from which a statement is one. */
const STATED = 0.5;

/** Probability of a question from which one that the lists answer is a matter of its own (我家水龙头坏了,社区派个人来修一下). */
const ASKED = 0.8;

/** 「老人是在家里走的」: one more fact of the same case, which may change what is said, or fall under an exception. */
export const intent = defineIntent<{ fact: string }>({
  id: 'add-fact',
  precedence: 57,
  interrupts: false,
  examples: ['老人是在家里走的', '是领养老金用的', '我租房的', '户口不在这边', '已安排专项经费'],
  slots(turn) {
    const { state, said, reads } = turn;
    if (state.last === null || ASKS.test(said)) return null;
    if (kindOf(turn, 'fact') !== null) return { fact: said };
    // A statement that is no matter of its own is taken for a fact as well.
    const stated = reads.kind === 'question' && said.length <= SHORT && reads.of('fact', 'question') > STATED;
    const own = reads.of('question') >= ASKED ? isAnswered(turn) || isUnsettled(turn) : namesOwn(turn);
    return stated && !own ? { fact: said } : null;
  },
  async handler({ fact }, turn) {
    await keepSaidAfter(turn, fact);
    return (
      retelling(turn, fact) ??
      (turn.state.last === null
        ? { blocks: textOnly('请先说要问的事，再补充情况。') }
        : answered(turn, turn.message.text, scopeOf(turn)))
    );
  },
});
