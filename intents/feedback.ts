import { textOnly } from '#conversation/answer-blocks.js';
import { answered, scopeOf } from '#conversation/ask-desk.js';
import { defineIntent } from '#conversation/intent.js';

interface Slots {
  useful: boolean;
  /** The answer whose button was pressed; null for the last one. */
  answerId: string | null;
  /** What was meant instead (「不对，我问的是居住证明」). */
  instead: string | null;
}

const USEFUL = /^(?:有用|很有用|有帮助|答得对|说得对|对的|没错|正确|👍)$/u;
const WRONG =
  /^(?:不对|没用|没有用|错了|答错了|不准|不准确|不是这个意思|答非所问|👎)(?:[,，。.:：;；\s]*(.+))?$/u;
const INSTEAD = /^我?(?:是)?(?:想|要)?(?:问|说)的?(?:其实)?是(.{2,})$/u;
const BUTTON = /^feedback:(.+):(useful|wrong)$/u;

/** 有用 or 不对 about an answer. */
export const intent = defineIntent<Slots>({
  id: 'feedback',
  precedence: 20,
  interrupts: false,
  examples: ['有用', '不对', '没用', '答错了', '👍', '不对，我问的是居住证明'],
  slots({ said, message }) {
    const [, answerId = null, pressed] = BUTTON.exec(message.choice ?? '') ?? [];
    if (answerId !== null) return { useful: pressed === 'useful', answerId, instead: null };
    if (USEFUL.test(said) || /^👍/u.test(message.text.trim()))
      return { useful: true, answerId: null, instead: null };
    if (/^👎/u.test(message.text.trim())) return { useful: false, answerId: null, instead: null };
    const wrong = WRONG.exec(said);
    if (wrong === null) return null;
    const rest = wrong[1];
    if (rest === undefined) return { useful: false, answerId: null, instead: null };
    const [, instead] = INSTEAD.exec(rest) ?? [];
    return instead === undefined ? null : { useful: false, answerId: null, instead };
  },
  async handler({ useful, answerId, instead }, turn) {
    const { desk, message, state } = turn;
    const { last } = state;
    const about = answerId ?? last?.answerId;
    if (about === undefined) {
      return { blocks: textOnly('还没有答过什么，没有可以评价的。请先说要问的事。') };
    }
    const { channel, userId } = message;
    await desk.feedback.add({ answerId: about, useful, person: { channel, userId } });
    if (useful) return { blocks: textOnly('谢谢，已经记下「有用」。') };
    if (instead === null) return { blocks: textOnly(WRONG_NOTED) };
    const next = answered(turn, instead, scopeOf(turn));
    return { ...next, blocks: [...textOnly('已经记下「不对」，按您说的重新查：'), ...next.blocks] };
  },
});

const WRONG_NOTED = '已经记下「不对」。可以换个说法再问一次，也可以说「转人工」。';
