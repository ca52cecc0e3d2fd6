import { sectionsOf } from '#answer/index.js';
import { closingOf, textOnly } from '#conversation/answer-blocks.js';
import { lastAnswer } from '#conversation/ask-desk.js';
import { defineIntent } from '#conversation/intent.js';
import type { Block } from '#conversation/message.js';

const WORDS =
  /^(?:那|那么|那我|我|这个|这)?(?:应该|该|要|得)?(?:(?:去|到|在|上)(?:哪里|哪儿|哪|什么地方|哪个部门|哪个单位|什么部门)(?:办理|办|开|弄|问|找|反映)?|(?:该)?(?:去)?找(?:谁|哪个|哪个部门|哪个单位|什么部门|哪里|哪)(?:办|开|管|问)?|(?:归|由|是)?(?:谁|哪个部门|哪个单位|什么部门)(?:来)?(?:管|负责|办|开)|哪里(?:办|开)|怎么办|咋办)(?:呢|呀|理)?$/u;
/** Where to go with the matter of the last answer. */
export const intent = defineIntent<true>({
  id: 'where',
  precedence: 41,
  interrupts: false,
  examples: ['去哪办', '那去哪里开', '找谁办', '该找哪个部门', '那我到哪儿办呢', '归谁管', '怎么办'],
  slots: ({ said }) => (WORDS.test(said) ? true : null),
  handler(_, turn) {
    const answer = lastAnswer(turn);
    if (answer === null) return { blocks: textOnly('请先说要办什么事、开什么证明，我再告诉您去哪办。') };
    const lines = sectionsOf(answer.sections, 'route', 'responsible');
    const next = sectionsOf(answer.sections, 'next');
    const text =
      lines.length > 0
        ? lines.join('\n')
        : ['已收录的文件没有写明去哪办，我不能替它猜。', ...next].join('\n');
    const blocks: Block[] = [{ type: 'text', text: `问的是「${answer.question}」。\n${text}` }];
    if (lines.length > 0)
      blocks.push({ type: 'citations', citations: answer.citations, closing: closingOf(answer) });
    return { blocks };
  },
});
