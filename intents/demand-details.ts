import { textOnly } from '#conversation/answer-blocks.js';
import { isQuestion, NO_WINDOW, previewed } from '#conversation/demands.js';
import { defineIntent } from '#conversation/intent.js';

const MORE = /^(?:补充|补充说明|再补充|还有|地点|时间)(?:一下|是|在)?[,，:：\s]\s*(.+)$/u;

/** What a demand that is being registered is about, and what is added to it. */
export const intent = defineIntent<{ text: string }>({
  id: 'demand-details',
  precedence: 990,
  interrupts: false,
  examples: ['补充：在3号楼2单元', '地点：幸福小区东门'],
  slots({ said, state, message }) {
    const [, more] = MORE.exec(said) ?? [];
    if (more !== undefined) return { text: more };
    // It was asked what it is about: whatever isn't a question is the answer.
    const asked = state.demand?.text === '';
    return asked && said !== '' && !isQuestion(said) ? { text: message.text } : null;
  },
  handler({ text }, turn) {
    const { desk, state } = turn;
    if (desk.window === null) return { blocks: textOnly(NO_WINDOW(desk.office)) };
    const before = state.demand?.text ?? '';
    if (state.demand === undefined || state.demand === null) {
      return { blocks: textOnly('现在没有要登记的事。要登记，请说「我要反映……」。') };
    }
    return previewed(before === '' ? text : `${before}，${text}`, turn);
  },
});
