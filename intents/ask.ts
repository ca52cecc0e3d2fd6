import { textOnly } from '#conversation/answer-blocks.js';
import { answered, scopeOf } from '#conversation/ask-desk.js';
import { defineIntent } from '#conversation/intent.js';
import { impliedRole } from '#conversation/roles.js';

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
  handler({ text }, turn) {
    if (text.trim() === '')
      return { blocks: textOnly('没有收到文字。请写出想问的事，如：居委会能开无犯罪记录证明吗') };
    const scope = scopeOf(turn);
    const role = scope.role ?? impliedRole(turn.said);
    return answered(turn, text, { ...scope, role }, role === null ? {} : { role });
  },
});
