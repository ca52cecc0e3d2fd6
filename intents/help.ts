import { textOnly } from '#conversation/answer-blocks.js';
import { defineIntent } from '#conversation/intent.js';
import { kindOf, namesOwn } from '#conversation/leaning.js';

/** Questions that the lists answer; a test asks each of them. */
export const HELP_QUESTIONS = [
  '社区能开无犯罪记录证明吗',
  '街道让社区拆除违法建设，归社区管吗',
  '社区能开哪些证明',
] as const;

const WORDS =
  /^(?:(?:怎么|如何)(?:用|使用|问|提问)(?:你|这个)?|(?:使用|查看|看)?(?:帮助|说明|菜单|功能)|help|\?|(?:你|您)?(?:能|可以|会)(?:做|干|帮我做|回答|查)?(?:些)?(?:什么|啥|哪些|哪些问题)(?:事|问题)?|(?:你|您)?有(?:什么|哪些)(?:用|功能)|我(?:能|可以|该)问(?:你)?(?:些)?(?:什么|啥|哪些))$/u;

/** What can be asked, with three real examples. */
export const intent = defineIntent<true>({
  id: 'help',
  precedence: 51,
  interrupts: false,
  examples: ['帮助', '怎么用', '你能做什么', '我能问什么', 'help', '？'],
  slots(turn) {
    const { said, message } = turn;
    if (WORDS.test(said) || /^[?？]+$/u.test(message.text.trim())) return true;
    return kindOf(turn, 'help') !== null && !namesOwn(turn) ? true : null;
  },
  handler: () => ({
    blocks: textOnly(
      [
        '说一件事、一份证明，我查清单，告诉您归不归社区，并给出依据。比如：',
        ...HELP_QUESTIONS.map((question, i) => `${i + 1}. ${question}`),
        '整份通知也可以：把文字贴进来，或发 .docx、.pdf、.txt 文件，我逐项看哪些该社区承担。',
        '可以先说「我在南岸区」「我是社区工作者」；答完可以接着问「依据是哪条」「去哪办」「换成湖北呢」；要找人，说「转人工」；不想选了，说「取消」；要删掉自己的记录，说「删除我的记录」。',
      ].join('\n'),
    ),
  }),
});
