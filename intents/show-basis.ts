import { closingOf, textOnly } from '#conversation/answer-blocks.js';
import { lastAnswer } from '#conversation/ask-desk.js';
import { defineIntent } from '#conversation/intent.js';
import type { Block } from '#conversation/message.js';

const WORDS =
  /^(?:那|那么|这个|这|这条|这样说)?的?(?:(?:有|是|出自|来自)?(?:什么|啥|哪些|哪条|哪个|哪份)?(?:依据|根据|出处|文件|规定|法律|条款|政策)(?:是|在|有)?(?:什么|啥|哪些|哪条|哪一条|哪个|哪里|哪|哪份文件|哪个文件|规定的)?(?:规定|文件|来的)?|(?:依据|根据)(?:的)?(?:是)?(?:什么|哪条|哪个|哪份)?(?:文件|规定|法律)?|凭什么(?:这么说)?|为什么|为啥|哪个文件(?:规定|说)的|谁(?:规定|说)的|原文(?:呢|在哪)?)(?:呢)?$/u;

/** The sources of the last answer, with what each says. */
export const intent = defineIntent<true>({
  id: 'show-basis',
  precedence: 40,
  interrupts: false,
  examples: [
    '依据是哪条',
    '依据是什么',
    '有什么依据',
    '那依据呢',
    '哪个文件规定的',
    '为什么',
    '凭什么',
    '原文在哪',
  ],
  slots: ({ said }) => (WORDS.test(said) ? true : null),
  handler(_, turn) {
    const answer = lastAnswer(turn);
    if (answer === null) return { blocks: textOnly('还没有答过什么。请先说要问的那件事，我再给依据。') };
    const { citations } = answer;
    if (citations.length === 0)
      return { blocks: textOnly('上一个回答没有引用文件。请把要问的事说具体一点。') };
    const points = citations.map((citation, i) => {
      const address = citation.url === null ? '' : ` ${citation.url}`;
      const quote = citation.quote === undefined ? '' : `\n   原文：「${citation.quote}」`;
      return `${i + 1}. ${citation.locator}：${citation.summary}${address}${quote}`;
    });
    const blocks: Block[] = [
      { type: 'text', text: `问的是「${answer.question}」。` },
      { type: 'citations', citations, closing: closingOf(answer) },
      { type: 'text', text: ['各条说的是：', ...points].join('\n') },
    ];
    return { blocks };
  },
});
