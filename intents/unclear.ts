import { textOnly } from '#conversation/answer-blocks.js';
import { explained } from '#conversation/explained.js';
import { defineIntent } from '#conversation/intent.js';
import { kindOf, namesOwn } from '#conversation/leaning.js';
import { onSubject } from '#conversation/on-subject.js';

const PAPER = /证明|盖|章|开(?!展|会)|出具|签/u;
/** Means what was just spoken of: 这个能开不, 归我们管吗. */
const SAME = /^(?:那|那么|嗯|哦)?[,，]?(?:这|能|可以|可不可以|给|归|该|要不要|是否|算|需要|行)/u;

/** 「能开不」, 「盖章」, 「这个归我们管吗」 without saying what: one question back; behind an answer, that answer again. */
export const intent = defineIntent<true>({
  id: 'unclear',
  precedence: 80,
  interrupts: false,
  examples: ['能开不', '盖章', '这个归我们管吗', '我想问个事', '想开个证明', '有个通知你看看'],
  slots: (turn) => (kindOf(turn, 'vague') === null || namesOwn(turn) ? null : true),
  handler(_, turn) {
    const { said, state } = turn;
    if (state.last !== null && SAME.test(said)) return onSubject(turn, '', explained);
    const paper = PAPER.test(said);
    return {
      blocks: textOnly(paper ? WHICH_PAPER : WHICH_TASK),
      state: { awaits: paper ? 'paper' : 'task' },
    };
  },
});

const WHICH_PAPER =
  '您说的是哪一份证明、盖在什么上面？说出名称、谁要的、做什么用就行，比如：银行要亲属关系证明；学校要居住证明。';
const WHICH_TASK =
  '您说的是哪件事？说出是什么活、谁派的就行，比如：街道让社区拆违建；也可以把通知整份发来，我逐项看。';
