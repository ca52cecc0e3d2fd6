import { describe, expect, it } from 'vitest';
import { readKnowledge } from '#app/open.js';
import type { Intent, Turn } from '#conversation/intent.js';
import { intentNames, loadIntents } from '#conversation/load-intents.js';
import { recognise } from '#conversation/recognise.js';
import { saidOf } from '#conversation/said.js';
import { type Asked, type ConversationState, NEW_CONVERSATION } from '#conversation/state.js';
import type { Question } from '#ruling/index.js';
import { fakeAnswer, fakeDesk, message } from '../conversation/parts.js';

/** A desk that knows lists when it is asked for one, as the decision does. */
const desk = {
  ...fakeDesk({ kb: readKnowledge() }),
  decide(question: Question) {
    const answer = fakeAnswer(question);
    if (!/哪些|清单/u.test(question.text)) return answer;
    const explanation = { ...answer.explanation, lists: ['negative' as const] };
    return { ...answer, verdict: 'information' as const, explanation };
  },
};

const AFTER_AN_ANSWER: ConversationState = {
  ...NEW_CONVERSATION,
  last: {
    text: '能开户口证明吗',
    role: null,
    region: null,
    date: null,
    how: {},
    answerId: 'a1',
    about: 'certificate',
  },
};

function turnOf(text: string, state = AFTER_AN_ANSWER, asked: Asked | null = null): Turn {
  const said = saidOf(text);
  return { message: message(text), said, reads: desk.turns(said), state, asked, desk, answerId: 'a2' };
}

const intents = await loadIntents();
const idOf = (text: string, state?: ConversationState) => recognise(intents, turnOf(text, state)).intent.id;

describe('the intents', () => {
  it('are the files of the folder', () => {
    expect(intents.map(({ id }) => id).sort()).toEqual(intentNames());
  });

  it('are tried in an order of their own, ask last', () => {
    const order = intents.map(({ precedence }) => precedence);
    expect(new Set(order).size).toBe(order.length);
    expect(intents.at(-1)?.id).toBe('ask');
  });

  it('each say what people say for them', () => {
    expect(intents.filter(({ examples }) => examples.length === 0).map(({ id }) => id)).toEqual([]);
  });

  describe.each(intents)('$id', (intent: Intent) => {
    it.each(intent.examples)('takes 「%s」', (example) => {
      expect(idOf(example)).toBe(intent.id);
    });
  });

  it('take a file for a notice', () => {
    const attachments = [
      { name: '通知.pdf', mediaType: 'application/pdf', size: 1, read: async () => new Uint8Array() },
    ];
    const turn = { ...turnOf(''), message: message('', { attachments }) };
    expect(recognise(intents, turn).intent.id).toBe('screen-notice');
  });

  it.each([
    '我在银行办卡，银行要社区开居住证明，能开吗',
    '我是孤寡老人，社区能帮我开证明吗',
    '算了吧，你直接告诉我社区能不能开居住证明',
    '取消低保要社区盖章吗',
    '转学要社区开证明吗',
    '不对外开放的小区归社区管吗',
    '2025年的低保名单社区要公示吗',
    '谢谢，那社区能开单身证明吗',
    '帮助老人申请低保是社区的事吗',
    '为什么社区不给开无犯罪记录证明',
    '一个人住能开居住证明吗',
  ])('leave 「%s」 to ask', (question) => {
    expect(idOf(question)).toBe('ask');
  });

  it('don’t lean on a question that was never asked', () => {
    expect(idOf('那个人呢', NEW_CONVERSATION)).toBe('ask');
    expect(idOf('那居住证明呢', NEW_CONVERSATION)).toBe('follow-up');
  });
});

describe('saidOf', () => {
  it.each([
    ['　依据是哪条？？', '依据是哪条'],
    ['請問，依據是哪條', '依据是哪条'],
    ['嗯，去哪办啊', '去哪办'],
    ['①', '1'],
    ['取消！', '取消'],
    ['好', '好'],
  ])('%s → %s', (text, said) => {
    expect(saidOf(text)).toBe(said);
  });
});
