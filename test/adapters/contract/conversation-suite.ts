import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Bot } from '#conversation/channel.js';
import type { Reply } from '#conversation/message.js';
import { CONVERSATION } from '../../conversation/conversation.js';
import { message, recordingLog, testBot, withoutIds, withoutVersion } from '../../conversation/parts.js';
import { realDesk } from '../../conversation/real-parts.js';
import type { OpenChannel, OpenChannelWith } from './open-channel.js';

/**
 * The scripted conversation through one channel: the bot's replies are the same as without a channel, and the channel
 * shows them as its golden file (`conversation.golden.txt` beside the test) has them.
 */
export function channelConversation(name: string, open: OpenChannelWith, golden: string): void {
  describe(`${name}, over the scripted conversation`, () => {
    const replies: Reply[] = [];
    const sent: { user: string; text: string }[][] = [];
    let channel: OpenChannel;

    beforeAll(async () => {
      const log = recordingLog();
      const bot = await testBot({ desk: realDesk(), log });
      const watched: Bot = {
        async handle(incoming) {
          const reply = await bot.handle(incoming);
          replies.push(reply);
          return reply;
        },
      };
      let ids = 0;
      channel = await open({ bot: watched, log, clock: () => 0, newId: () => `id-${++ids}` });
      for (const [i, { say }] of CONVERSATION.entries()) {
        await channel.deliver({ id: `${9001 + i}`, user: 'u1', text: say });
        sent.push([...(await channel.sent())]);
      }
    }, 300_000);

    afterAll(() => channel.close());

    it('gets the replies that the bot gives without a channel', async () => {
      const bot = await testBot({ desk: realDesk() });
      const expected: Reply[] = [];
      for (const { say } of CONVERSATION) expected.push(await bot.handle(message(say)));
      expect(replies.map(withoutIds)).toEqual(expected.map(withoutIds));
    });

    it('shows every turn as written down', async () => {
      const turns = CONVERSATION.map(({ say }, i) => {
        const before = i === 0 ? '' : textOf(sent[i - 1]);
        return `>>> ${say}\n${textOf(sent[i]).slice(before.length).trim()}\n`;
      });
      await expect(withoutVersion(turns.join('\n'))).toMatchFileSnapshot(golden);
    });
  });
}

const textOf = (messages: readonly { text: string }[] | undefined) =>
  (messages ?? []).map(({ text }) => text).join('\n----\n');
