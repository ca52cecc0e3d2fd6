import { textOnly } from '#conversation/answer-blocks.js';
import { defineIntent } from '#conversation/intent.js';

const WORDS =
  /^(?:取消|算了(?:不问了|吧)?|不问了|不选了|退出|返回|没事了?|重来|重新开始|停|停止|cancel|quit|exit)$/u;

/** Leaves whatever is under way. */
export const intent = defineIntent<true>({
  id: 'cancel',
  precedence: 10,
  interrupts: true,
  examples: ['取消', '算了', '不问了', '退出', '没事了'],
  slots: ({ said }) => (WORDS.test(said) ? true : null),
  handler(_, { state: { applying } }) {
    const left = applying == null ? '' : '申请表填到这里，要接着填，说「继续申请」。';
    return {
      blocks: textOnly(`好的，这件事先放下。想问别的，直接说就行。${left}`),
      state: {
        page: null,
        shown: null,
        demand: null,
        stamp: null,
        ...(applying == null ? {} : { applying: { ...applying, paused: true } }),
      },
    };
  },
});
