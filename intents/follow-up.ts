import { answered } from '#conversation/ask-desk.js';
import { defineIntent } from '#conversation/intent.js';

const THAT =
  /^(?:那|那么|还有|要是|如果是|换成|换|如果换成)?(.{2,16}?)(?:呢|怎么样|也一样吗|也是吗|也可以吗|也能吗|也行吗)$/u;
const THEN =
  /^(?:那|那么|换成|要是)(.{2,16}?)(?:可以吗|行吗|能开吗|可以开吗|归不归|归社区吗|归社区管吗|要不要|也要吗)?$/u;
/** A text with one of these asks something by itself. */
const WHOLE_QUESTION =
  /社区|居委|村委|街道|能(?!力)|可不可以|可以|吗|怎么|什么|哪|为什么|多少|是否|应该|规定|依据|归/u;
const PAPER = /(?:证明|证|函|介绍信|公章|章)$/u;

/** Another paper or task asked about as the last one was: 「那居住证明呢」. */
export const intent = defineIntent<{ thing: string }>({
  id: 'follow-up',
  precedence: 55,
  interrupts: false,
  examples: ['那居住证明呢', '居住证明呢', '那拆违建呢', '换成死亡证明呢', '那居住证明能开吗'],
  slots({ said, state }) {
    const [, thing] = THAT.exec(said) ?? THEN.exec(said) ?? [];
    if (thing === undefined || WHOLE_QUESTION.test(thing)) return null;
    // Without a question before it the message stands for itself.
    return state.last === null && !PAPER.test(thing) ? null : { thing };
  },
  handler({ thing }, turn) {
    const { last } = turn.state;
    const asPaper = PAPER.test(thing) || last?.about === 'certificate';
    const { role = null, region = null, date = null } = last ?? {};
    return answered(turn, thing, {
      role: turn.state.role ?? role,
      region: region ?? turn.state.region ?? turn.message.region ?? null,
      date,
      how: { as: asPaper ? 'paper' : 'task' },
    });
  },
});
