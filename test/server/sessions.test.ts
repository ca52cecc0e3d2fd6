import { describe, expect, it } from 'vitest';
import { createSessions } from '#channels/sessions.js';
import { echoBot, openServer } from './support/server.js';

const sessions = createSessions(Buffer.alloc(32, 1), 'api');

async function open() {
  const bot = echoBot();
  const app = await openServer({ bot, sessions });
  const say = async (text: string, conversationId?: string): Promise<{ conversationId: string }> =>
    (await app.inject({ method: 'POST', url: '/api/v1/messages', payload: { text, conversationId } })).json();
  return { app, bot, say };
}

describe('a conversation of the API', () => {
  it('goes on under the id that the server gave', async () => {
    const { bot, say } = await open();
    const { conversationId } = await say('一');
    expect((await say('二', conversationId)).conversationId).toBe(conversationId);
    expect(new Set(bot.got.map(({ userId }) => userId)).size).toBe(1);
  });

  it.each(['abc', 'x'.repeat(44)])('is a new one where the id is made up (%s)', async (made) => {
    const { bot, say } = await open();
    const { conversationId } = await say('一', made);
    expect(conversationId).not.toBe(made);
    expect(sessions.isOurs(conversationId)).toBe(true);
    expect(bot.got[0]?.userId).toBe(`api:${conversationId}`);
  });

  it('can’t be listened to under an id that is made up', async () => {
    const { app } = await open();
    const response = await app.inject({ url: '/api/v1/conversations/abc/events' });
    expect(response.json()).toMatchObject({ status: 404, code: 'QD-ID' });
  });
});
