import { textOnly } from '#conversation/answer-blocks.js';
import { defineIntent } from '#conversation/intent.js';
import { isUnsettled, kindOf, namesOwn } from '#conversation/leaning.js';

type Talk = 'hello' | 'thanks' | 'ok' | 'bye' | 'sorry' | 'chat';

const LINES: Readonly<Record<Talk, string>> = {
  hello: '您好，我是清单助手，一个查清单的程序。请说一件事或一份证明，我来看归不归社区。',
  thanks: '不客气，还有要问的直接说。',
  ok: '好的，还有要问的直接说。',
  bye: '再见，需要时再来问。',
  sorry: '没关系，着急的时候谁都会这样。还有要问的接着说。',
  chat: '这个我不会聊，我只答归不归社区、该不该开证明。',
};

/** What people say most, as it is said. */
const CRISP: readonly (readonly [said: RegExp, talk: Talk])[] = [
  [
    /^(?:(?:您|你|大家|老师)好|hi|hello|哈喽|嗨|喂|在吗|在不在|有人吗|早上好|早|上午好|中午好|下午好|晚上好)$/u,
    'hello',
  ],
  [/^(?:好的?,?)?(?:谢谢|多谢|感谢|谢了|辛苦了|麻烦了|thanks)(?:您|你|了|啦)?$/u, 'thanks'],
  [/^(?:好的?|知道了|明白了?|清楚了|收到|了解了?|ok|嗯+|哦+)$/u, 'ok'],
  [/^(?:再见|拜拜|bye|88|回头见)$/u, 'bye'],
];

/** 「行吧，谢了」 is answered as thanks. */
const THANKS = /谢|多亏|麻烦了|辛苦/u;

/** 「刚才话说重了」 is no small talk. */
const SORRY = /不好意思|对不[起住]|抱歉|sorry|别介意|见怪|往心里去|说重了|不该发|得罪|担待|过意不去|错怪/u;

/** Greetings, thanks and small talk, kept to one line. */
export const intent = defineIntent<{ talk: Talk }>({
  id: 'greeting',
  precedence: 52,
  interrupts: false,
  examples: ['你好', '在吗', '谢谢', '好的，谢谢您', '谢谢哈', '再见', '知道了', '今天天气怎么样', '哈哈哈'],
  slots(turn) {
    const [, crisp] = CRISP.find(([pattern]) => pattern.test(turn.said)) ?? [];
    if (crisp !== undefined) return { talk: crisp };
    const talk = kindOf(turn, 'hello', 'thanks', 'ok', 'bye', 'chat');
    // What is on no list may be any words (行，收工): they name nothing against what is said like talk.
    if (talk === null || (namesOwn(turn) && !isUnsettled(turn))) return null;
    if (talk === 'chat' && SORRY.test(turn.said)) return { talk: 'sorry' };
    return { talk: talk === 'ok' && THANKS.test(turn.said) ? 'thanks' : talk };
  },
  handler: ({ talk }) => ({ blocks: textOnly(LINES[talk]) }),
});
