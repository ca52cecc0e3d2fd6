import { describe, expect, it } from 'vitest';
import type { Block } from '../../src/bot/message.js';
import { ANSWER, CITATION } from './support/answer.js';
import { echoBot, openServer } from './support/server.js';

const BLOCKS: Block[] = [
  { type: 'verdict', verdict: 'must-not-certify', headline: '不能开。', lines: ['说明：没有这项职责。'] },
  { type: 'citations', citations: [CITATION], closing: '目录：全国。' },
  { type: 'choices', prompt: '您问的是哪一项？', choices: [{ id: 'a', label: '甲证明' }] },
  { type: 'table', header: ['事项'], rows: [['甲'], ['乙']] },
  { type: 'file', name: '表.csv', mediaType: 'text/csv', bytes: new TextEncoder().encode('甲,乙') },
  { type: 'feedback', answerId: 'answer-1' },
];

describe('POST /api/v1/messages', () => {
  it('starts a conversation and gives the replies as blocks and as plain text', async () => {
    const app = await openServer({ bot: echoBot(() => ({ blocks: BLOCKS })) });
    const response = await app.inject({
      method: 'POST',
      url: '/api/v1/messages',
      payload: { text: '能开样例证明吗' },
    });
    expect(response.statusCode).toBe(200);
    const { conversationId, replies } = response.json();
    expect(conversationId).toMatch(/^\d{16}$/);
    expect(replies).toHaveLength(1);
    expect(replies[0].blocks.map(({ type }: Block) => type)).toEqual(BLOCKS.map(({ type }) => type));
    expect(Buffer.from(replies[0].blocks[4].data, 'base64').toString()).toBe('甲,乙');
    expect(replies[0].text).toContain('《关于规范证明事项的通知》（样发〔2020〕1号）附件第3项');
  });

  it('goes on with the conversation that is named', async () => {
    const bot = echoBot();
    const app = await openServer({ bot });
    const first = await app.inject({ method: 'POST', url: '/api/v1/messages', payload: { text: '一' } });
    const { conversationId } = first.json();
    const second = await app.inject({
      method: 'POST',
      url: '/api/v1/messages',
      payload: { text: '二', conversationId },
    });
    expect(second.json().conversationId).toBe(conversationId);
    expect(bot.got[1]?.conversationId).toBe(bot.got[0]?.conversationId);
    expect(bot.got[1]?.eventId).not.toBe(bot.got[0]?.eventId);
  });

  it('answers an event that is sent again once, in each conversation by itself', async () => {
    const bot = echoBot();
    const app = await openServer({ bot });
    const post = (conversationId: string) =>
      app.inject({
        method: 'POST',
        url: '/api/v1/messages',
        payload: { text: '一', conversationId, eventId: 'event-1' },
      });
    const responses = await Promise.all([post('a'), post('a'), post('a'), post('b')]);
    expect(responses.map((response) => response.json().replies.length)).toEqual([1, 0, 0, 1]);
    expect(bot.got).toHaveLength(2);
  });

  it('hands on choice, role and region', async () => {
    const bot = echoBot();
    const app = await openServer({ bot });
    const message = { text: '甲证明', choice: 'a', role: 'worker', region: '南岸区' };
    await app.inject({ method: 'POST', url: '/api/v1/messages', payload: message });
    expect(bot.got[0]).toMatchObject({ ...message, channel: 'web', attachments: [] });
  });
});

describe('POST /api/v1/answers', () => {
  it('gives the whole answer', async () => {
    const app = await openServer();
    const response = await app.inject({
      method: 'POST',
      url: '/api/v1/answers',
      payload: { text: ANSWER.question, region: '重庆市', role: 'resident', date: '2026-01-01' },
    });
    expect(response.statusCode).toBe(200);
    expect(response.json()).toEqual(ANSWER);
  });

  it.each([
    ['', 'QD-EMPTY'],
    ['事'.repeat(1001), 'QD-TOO-LONG'],
    ['\u0000\u0001', 'QD-INPUT'],
  ])('refuses a question that can’t be read (%j) with its own code', async (text, code) => {
    const app = await openServer();
    const response = await app.inject({ method: 'POST', url: '/api/v1/answers', payload: { text } });
    expect(response.statusCode).toBe(400);
    expect(response.headers['content-type']).toContain('application/problem+json');
    expect(response.json()).toMatchObject({ status: 400, code, title: 'Bad Request' });
  });
});
