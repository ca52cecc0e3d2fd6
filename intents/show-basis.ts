import { type Citation, citedPlace } from '#catalogue/citation.js';
import type { KnowledgeBase } from '#catalogue/knowledge-base.js';
import { closingOf, textOnly } from '#conversation/answer-blocks.js';
import { defineIntent } from '#conversation/intent.js';
import { kindOf } from '#conversation/leaning.js';
import type { Block } from '#conversation/message.js';
import { nameOf, onSubject } from '#conversation/on-subject.js';
import type { Subject } from '#conversation/subject.js';

/** Said of a reason or of a paper by name, whatever came before. */
const CRISP =
  /^(?:那|那么|这个|这)?(?:(?:有|是)?(?:什么|啥|哪条)?(?:依据|根据|出处|文号)(?:呢|是什么|是哪条|在哪|多少)?|为什么|为啥|凭什么|凭啥|(?:有)?(?:法律|政策|文件)依据(?:吗|呢)?)$/u;

/** The sources of the last answer, or of one thing shown: what each says, who issued it and when. */
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
    '文号多少',
    '哪个部门发的',
    '依据第几条',
  ],
  slots: (turn) => (CRISP.test(turn.said) || kindOf(turn, 'basis') !== null ? true : null),
  handler(_, turn) {
    const basis = (subject: Subject): Block[] => {
      const { answer, task } = subject;
      const { citations } = task ?? answer;
      const [first] = citations;
      if (first === undefined)
        return textOnly(`${nameOf(subject)}没有引用文件：已收录的文件里没有直接写到它的条文。`);
      const points = citations.map(
        (citation, i) =>
          `${i + 1}. ${citation.locator}：${citation.summary}${originOf(citation, turn.desk.kb)}`,
      );
      const blocks: Block[] = [
        { type: 'text', text: `${nameOf(subject)}的依据是${citedPlace(first)}。` },
        { type: 'citations', citations, closing: closingOf(answer) },
        { type: 'text', text: ['各条说的是：', ...points].join('\n') },
      ];
      return blocks;
    };
    const ofChoices = ({ answer }: Subject): Block[] => [
      { type: 'text', text: '还没有分清是哪一项，先把可能的几项的依据都给您：' },
      { type: 'citations', citations: answer.citations, closing: closingOf(answer) },
      { type: 'choices', prompt: '您问的是哪一项？', choices: answer.choices },
    ];
    return onSubject(turn, '还没有答过什么。请先说要问的那件事，我再给依据。', basis, {
      undecided: ofChoices,
    });
  },
});

/** Who issued the text and when, its address and its own words, as far as they are known. */
function originOf({ documentId, title, url, quote }: Citation, kb: KnowledgeBase): string {
  const document = kb.documentById.get(documentId);
  // A row of a compilation cites a law that has an issuer of its own.
  const issued = document?.title === title ? [document.issuer, dayOf(document.issuedOn)] : [];
  const facts = issued.filter((fact) => fact !== undefined);
  const origin = facts.length === 0 ? '' : `（${facts.join('，')}印发）`;
  return `${origin}${quote === undefined ? '' : `\n   原文：「${quote}」`}${url === null ? '' : `\n   ${url}`}`;
}

function dayOf(date: string | undefined): string | undefined {
  if (date === undefined) return undefined;
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month === undefined ? '' : `${month}月`}${day === undefined ? '' : `${day}日`}`;
}
