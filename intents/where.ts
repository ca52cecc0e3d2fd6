import { sectionsOf } from '#answer/index.js';
import { closingOf, textOnly } from '#conversation/answer-blocks.js';
import { defineIntent } from '#conversation/intent.js';
import { kindOf } from '#conversation/leaning.js';
import type { Block } from '#conversation/message.js';
import { nameOf, onSubject } from '#conversation/on-subject.js';
import { whomToAsk } from '#conversation/whom-to-ask.js';

/** Where to go with a matter. */
export const intent = defineIntent<true>({
  id: 'where',
  precedence: 41,
  interrupts: false,
  examples: ['去哪办', '那去哪里开', '那我到哪儿办呢', '去哪登记', '网上可以办吗'],
  slots: (turn) => (kindOf(turn, 'where') === null ? null : true),
  handler(_, turn) {
    return onSubject(turn, '请先说要办什么事、开什么证明，我再告诉您去哪办。', (subject) => {
      const { answer } = subject;
      const lines = sectionsOf(answer.sections, 'route', 'responsible');
      if (lines.length === 0) {
        const unknown = `${nameOf(subject)}去哪办，已收录的文件没有写明，我不能替它猜。`;
        return textOnly(
          [unknown, whomToAsk(answer, turn.desk.office), ...sectionsOf(answer.sections, 'next')].join('\n'),
        );
      }
      const blocks: Block[] = [{ type: 'text', text: [`${nameOf(subject)}：`, ...lines].join('\n') }];
      blocks.push({ type: 'citations', citations: answer.citations, closing: closingOf(answer) });
      return blocks;
    });
  },
});
