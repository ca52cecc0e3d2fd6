import { keepSaidAfter } from '#conversation/after-wrong.js';
import { textOnly } from '#conversation/answer-blocks.js';
import { answered, decide, outcomeOf, scopeOf } from '#conversation/ask-desk.js';
import { defineIntent, type Outcome, type Turn } from '#conversation/intent.js';
import { isAnswered, saysNothing } from '#conversation/leaning.js';
import { retelling } from '#conversation/retelling.js';

/** A question about a certificate, a task or a rule: whatever no other intent has taken. */
export const intent = defineIntent<{ text: string }>({
  id: 'ask',
  precedence: 1000,
  interrupts: false,
  examples: [
    '社区能开无犯罪记录证明吗',
    '街道让社区拆违建，归社区管吗',
    '什么叫费随事转',
    '我在银行办卡，要居委会开居住证明，能开吗',
  ],
  slots: ({ message }) => ({ text: message.text }),
  async handler({ text }, turn) {
    if (text.trim() === '')
      return { blocks: textOnly('没有收到文字。请写出想问的事，如：居委会能开无犯罪记录证明吗') };
    await keepSaidAfter(turn, `接着问：${text}`);
    // What a question before this one offered isn't on the screen any more; a list or a notice may still be.
    const { shown } = turn.state;
    const gone = shown?.is === 'choices' || shown?.is === 'answers' ? { shown: null } : {};
    return asNamed(text, turn) ?? asTold(turn) ?? answered(turn, text, scopeOf(turn), gone);
  },
});

/** Goes on with what came before. */
const GOES_ON = /^(?:那|那么|如果|要是|假如|若|可是|但是?|不过|万一)|呢$/u;

/** 「上面压着必须收呢」, 「公证处要的也不行」: said of the case before, where it is nothing by itself. */
function asTold(turn: Turn): Outcome | null {
  if (turn.state.last === null || !(GOES_ON.test(turn.said) ? !isAnswered(turn) : saysNothing(turn)))
    return null;
  return retelling(turn, turn.said);
}

/** A name alone, where the reply before asked for one: 「能开不」, 「哪份证明？」, 「单身证明」. */
function asNamed(text: string, turn: Turn): Outcome | null {
  const { awaits } = turn.state;
  if (awaits === undefined || awaits === null) return null;
  const scope = scopeOf(turn);
  const plain = decide(turn, text, scope);
  if (plain.band === 'answer' && plain.verdict !== 'out-of-scope') return outcomeOf(turn, plain, scope);
  return answered(turn, text, { ...scope, how: { ...scope.how, as: awaits } });
}
