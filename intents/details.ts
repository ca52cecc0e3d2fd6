import { type Detail, detailsOf, sectionsOf } from '#answer/index.js';
import { closingOf, textOnly } from '#conversation/answer-blocks.js';
import { defineIntent } from '#conversation/intent.js';
import { kindOf } from '#conversation/leaning.js';
import type { Block } from '#conversation/message.js';
import { nameOf, onSubject } from '#conversation/on-subject.js';
import type { Subject } from '#conversation/subject.js';
import { whomToAsk } from '#conversation/whom-to-ask.js';

/** What is asked, as the reply calls it. */
const WORDS: Readonly<Record<Detail, string>> = {
  materials: '要带什么材料',
  cost: '要多少钱、钱由谁出',
  time: '要多久',
};

/** Materials, money and time: what the sources say, else that they don't. */
export const intent = defineIntent<Detail>({
  id: 'details',
  precedence: 43,
  interrupts: false,
  examples: ['要带什么材料', '要不要钱', '几天能办好', '要给经费么', '办理时限是多久'],
  slots: (turn) => kindOf(turn, 'materials', 'cost', 'time'),
  handler(detail, turn) {
    const say = (subject: Subject): Block[] => {
      const { answer } = subject;
      const told = detailsOf(answer, detail);
      if (told.length === 0) return textOnly(unknown(subject, detail, whomToAsk(answer, turn.desk.office)));
      const blocks: Block[] = [
        {
          type: 'text',
          text: [`${nameOf(subject)}${WORDS[detail]}，已收录的文件是这样写的：`, ...told].join('\n'),
        },
      ];
      blocks.push({ type: 'citations', citations: answer.citations, closing: closingOf(answer) });
      return blocks;
    };
    return onSubject(turn, `请先说是哪件事、哪份证明，我再看${WORDS[detail]}。`, say, { detail: say });
  },
});

/** That no document held says it, and whom to ask; of a paper that isn't to be had here, also where it is. */
function unknown(subject: Subject, detail: Detail, ask: string): string {
  const lines = [`${nameOf(subject)}${WORDS[detail]}，已收录的文件没有写，我不能替它猜。`];
  const [route] = sectionsOf(subject.answer.sections, 'route');
  if (subject.answer.verdict === 'must-not-certify')
    lines.push('社区不开这份证明，不用为它向社区交材料、交钱。');
  if (route !== undefined) lines.push(route);
  lines.push(ask);
  return lines.join('\n');
}
