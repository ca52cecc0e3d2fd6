import { sectionsOf, voiceOf } from '#answer/index.js';
import { closingOf } from '#conversation/answer-blocks.js';
import { defineIntent } from '#conversation/intent.js';
import { kindOf, namesOwn } from '#conversation/leaning.js';
import type { Block } from '#conversation/message.js';
import { nameOf, onSubject } from '#conversation/on-subject.js';

const CRISP =
  /^(?:那|那么|该|应该)?(?:是)?(?:归|由|找)?(?:谁|哪个部门|哪个单位|哪家)(?:来)?(?:管|负责|办|拆|执法)?(?:的|呢)?$/u;

/** Whose business a matter is. */
export const intent = defineIntent<true>({
  id: 'responsible',
  precedence: 42,
  interrupts: false,
  examples: ['归谁管', '那谁来拆', '该找哪个部门', '那责任主体是谁', '哪个部门负责'],
  slots(turn) {
    if (CRISP.test(turn.said)) return true;
    return kindOf(turn, 'who') === null || namesOwn(turn) ? null : true;
  },
  handler(_, turn) {
    return onSubject(turn, '请先说是什么事，我再看归谁管。', (subject) => {
      const { answer, task } = subject;
      const known = sectionsOf(answer.sections, 'responsible', 'route');
      const { whose } = voiceOf(task?.verdict ?? answer.verdict);
      const unknown = '具体是哪个部门，已收录的条文没有写，可以请派活或要证明的单位书面写明。';
      const lines = [`${nameOf(subject)}：${whose}`, ...(known.length > 0 ? known : [unknown])];
      const blocks: Block[] = [{ type: 'text', text: lines.join('\n') }];
      const { citations } = task ?? answer;
      if (citations.length > 0) blocks.push({ type: 'citations', citations, closing: closingOf(answer) });
      return blocks;
    });
  },
});
