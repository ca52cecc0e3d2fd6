import { textOnly } from '#conversation/answer-blocks.js';
import { defineIntent } from '#conversation/intent.js';

/** What people say, and the one line they get. */
const SMALL_TALK: readonly (readonly [said: RegExp, line: string])[] = [
  [
    /^(?:(?:您|你|大家|老师)好|hi|hello|哈喽|嗨|喂|在吗|在不在|有人吗|早上好|早|上午好|中午好|下午好|晚上好|晚安)$/u,
    '您好，请说一件事或一份证明，我来看归不归社区。',
  ],
  [
    /^(?:好的?,?)?(?:谢谢|多谢|感谢|谢了|辛苦了|麻烦了|thanks)(?:您|你|了|啦)?$/u,
    '不客气，还有要问的直接说。',
  ],
  [/^(?:好的?|知道了|明白了?|清楚了|收到|了解了?|ok|嗯+|哦+)$/u, '好的，还有要问的直接说。'],
  [/^(?:再见|拜拜|bye|88|回头见)$/u, '再见，需要时再来问。'],
  [
    /^(?:你|您)(?:是|叫)?(?:谁|什么名字|哪位|真人吗?|人工吗?|机器人吗?|人还是机器人?|ai吗?)(?:呀|啊)?$/u,
    '我是清单助手，一个查清单的程序，不是工作人员。',
  ],
  [
    /^(?:哈+|呵+|嘻+|真棒|厉害|不错|你真(?:聪明|笨|厉害|棒)|(?:今天)?天气(?:怎么样|真好|如何)|(?:你)?(?:吃饭|吃)了(?:吗|没)|讲个笑话|(?:我)?(?:好)?无聊)$/u,
    '这个我不会聊，我只答归不归社区、该不该开证明。',
  ],
];

/** Greetings, thanks and small talk, kept to one line. */
export const intent = defineIntent<{ line: string }>({
  id: 'greeting',
  precedence: 52,
  interrupts: false,
  examples: [
    '你好',
    '在吗',
    '谢谢',
    '好的，谢谢您',
    '再见',
    '你是机器人吗',
    '知道了',
    '今天天气怎么样',
    '哈哈哈',
  ],
  slots({ said }) {
    const [, line] = SMALL_TALK.find(([pattern]) => pattern.test(said)) ?? [];
    return line === undefined ? null : { line };
  },
  handler: ({ line }) => ({ blocks: textOnly(line) }),
});
