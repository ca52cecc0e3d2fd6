import { beforeAll, describe, expect, it } from 'vitest';
import { plainWords } from '#adapters/slack/read.js';
import { readXml } from '#channels/weixin/xml.js';
import type { Intent, Turn } from '#conversation/intent.js';
import { loadIntents } from '#conversation/load-intents.js';
import { saidOf } from '#conversation/said.js';
import { NEW_CONVERSATION } from '#conversation/state.js';
import { fakeDesk, message } from '../conversation/parts.js';
import { growth, LINEAR } from '../support/growth.js';

/** What a text may be made of to keep a pattern searching: its own beginnings, marks, and the words that intents know. */
const PIECES = [
  '《》',
  ' ',
  '，',
  '问',
  '不对，',
  '那',
  '的话',
  '呢',
  '确认删除',
  '还有',
  '我是',
  '(',
  '1',
  'a ',
  '<@',
];
const SIZE = 1_000;

describe('a message of any length', () => {
  let intents: readonly Intent[];
  const desk = fakeDesk();
  beforeAll(async () => {
    // Whether a text is a notice is asked only of those that may be a question, of 1,000 characters at most.
    intents = (await loadIntents()).filter(({ id }) => id !== 'screen-notice');
  });

  it.each(PIECES)('of %j is read by all intents in time by its length', (piece) => {
    const read = (n: number) => {
      const text = `问${piece.repeat(n)}问`;
      const said = saidOf(text);
      const turn: Turn = {
        message: message(text),
        said,
        reads: desk.turns(said),
        state: NEW_CONVERSATION,
        asked: { settles: 'matter', choices: [{ id: 'a', label: '甲证明' }], question: '甲' },
        desk,
        answerId: 'a',
      };
      for (const intent of intents) intent.slots(turn);
    };
    expect(growth(SIZE, read)).toBeLessThan(LINEAR);
  });

  it.each(['<@', '<a|', '<!', '<#x|', '<', '&lt;'])(
    'out of %j is Slack’s words in time by its length',
    (piece) => {
      expect(growth(SIZE, (n) => plainWords(piece.repeat(n)))).toBeLessThan(LINEAR);
    },
  );

  it.each(['<![CDATA[', '<![CDATA[]]', ']]>', '<a>'])(
    'as XML of %j is refused in time by its length',
    (piece) => {
      expect(growth(SIZE, (n) => readXml(`<xml>${piece.repeat(n)}</xml>`))).toBeLessThan(LINEAR);
    },
  );
});
