import { describe, expect, it } from 'vitest';
import type { Intent } from '#conversation/intent.js';
import { intentNames, loadIntents } from '#conversation/load-intents.js';
import { CONVERSATION } from './conversation.js';
import { message, testBot, textOf, withoutVersion } from './parts.js';
import { realDesk } from './real-parts.js';

/** Intents that notes which of them took each message. */
async function watchedIntents(taken: string[]): Promise<Intent[]> {
  return (await loadIntents()).map((intent) => ({
    ...intent,
    slots: (turn) => intent.slots(turn),
    handler(slots, turn) {
      taken.push(intent.id);
      return intent.handler(slots, turn);
    },
  }));
}

describe('the scripted conversation', () => {
  it('goes over all intents, with at least sixty turns', () => {
    expect(CONVERSATION.length).toBeGreaterThanOrEqual(60);
    expect(new Set(CONVERSATION.map(({ intent }) => intent))).toEqual(new Set(intentNames()));
  });

  it('is answered as written down', async () => {
    const taken: string[] = [];
    const bot = await testBot({ desk: realDesk(), intents: await watchedIntents(taken) });
    const replies: { say: string; reply: string[] }[] = [];
    for (const [i, { say, says }] of CONVERSATION.entries()) {
      const reply = textOf(await bot.handle(message(say)));
      expect.soft(reply, `${i + 1}. ${say}`).toMatch(says);
      replies.push({ say, reply: reply.split('\n') });
    }
    expect(taken).toEqual(CONVERSATION.map(({ intent }) => intent));
    const told = withoutVersion(`${JSON.stringify(replies, null, 2)}\n`);
    await expect(told).toMatchFileSnapshot('conversation.golden.json');
  });
});
