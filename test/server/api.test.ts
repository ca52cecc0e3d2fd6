import { describe, expect, it } from 'vitest';
import type { Block } from '#conversation/message.js';
import { QingdanError } from '#errors.js';
import { ANSWER, CITATION } from './support/answer.js';
import { answeringDesk } from './support/desk.js';
import { formOf } from './support/form.js';
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

  it('is 503, not an answer, where the store takes nothing', async () => {
    const apology: Block[] = [{ type: 'text', text: '暂时存不了' }];
    const app = await openServer({ bot: echoBot(() => ({ blocks: apology, unkept: true })) });
    const response = await app.inject({ method: 'POST', url: '/api/v1/messages', payload: { text: '一' } });
    expect(response.json()).toMatchObject({ status: 503, code: 'QD-STORAGE' });
    expect(response.headers['retry-after']).toBe('10');
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

  it('keeps the answer before it gives it, under the id of the header', async () => {
    const desk = answeringDesk();
    const app = await openServer({ desk });
    const payload = { text: ANSWER.question, region: '重庆市' };
    const response = await app.inject({ method: 'POST', url: '/api/v1/answers', payload });
    const id = String(response.headers['qingdan-record']);
    expect(desk.kept.get(id)).toMatchObject({
      type: 'answer',
      question: { ...payload, today: '2026-11-23' },
    });
  });

  it('gives nothing that the store doesn’t take', async () => {
    const desk = {
      ...answeringDesk(),
      answer: () => Promise.reject(new QingdanError('QD-DISK-FULL', '磁盘满了')),
    };
    const app = await openServer({ desk });
    const response = await app.inject({ method: 'POST', url: '/api/v1/answers', payload: { text: '一' } });
    expect(response.statusCode).toBe(503);
    expect(response.json()).toMatchObject({ code: 'QD-DISK-FULL' });
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

describe('POST /api/v1/screenings', () => {
  const NOTICE =
    '关于做好有关工作的通知\n\n各社区：\n　　各社区要做好违建拆除和反诈宣传。\n\n青石街道办事处\n2026年3月1日\n';
  const screen = async (payload: object, desk = answeringDesk()) => {
    const app = await openServer({ desk });
    return app.inject({ method: 'POST', url: '/api/v1/screenings', payload });
  };
  const data = Buffer.from(NOTICE).toString('base64');

  it('gives the tasks of a notice with their places, and keeps the result', async () => {
    const desk = answeringDesk();
    const response = await screen({ text: NOTICE }, desk);
    expect(response.statusCode).toBe(200);
    const { title, source, tasks, date } = response.json();
    expect({ title, source, date }).toEqual({
      title: '关于做好有关工作的通知',
      source: '直接发来的文字',
      date: '2026-11-23',
    });
    const phrases = tasks.map(({ start, end }: { start: number; end: number }) => NOTICE.slice(start, end));
    expect(phrases).toEqual(['违建拆除', '反诈宣传']);
    expect(desk.kept.get(String(response.headers['qingdan-record']))).toMatchObject({ type: 'screening' });
  });

  it('keeps whose place a screening takes, for the counts', async () => {
    const desk = answeringDesk();
    const first = await screen({ text: NOTICE }, desk);
    const earlier = String(first.headers['qingdan-record']);
    const again = await screen({ text: NOTICE, earlier, letters: 'yes' }, desk);
    expect(desk.kept.get(String(again.headers['qingdan-record']))).toMatchObject({ earlier });
  });

  it('reads a file, and writes the report that is asked for', async () => {
    const response = await screen({ file: { name: '通知.txt', data }, report: '.md' });
    const { source, tasks, report } = response.json();
    expect([source, tasks.length, report.name]).toEqual(['通知.txt', 2, '研判报告.md']);
    expect(Buffer.from(report.data, 'base64').toString()).toContain('# 通知研判报告');
  });

  it('takes a file in a form, without the detour over Base64', async () => {
    const app = await openServer({ desk: answeringDesk() });
    const form = await formOf({ region: '重庆市', report: '.md' }, [
      { name: '通知.txt', bytes: Buffer.from(NOTICE) },
    ]);
    const response = await app.inject({ method: 'POST', url: '/api/v1/screenings', ...form });
    const { source, region, tasks, report } = response.json();
    expect([source, region, tasks.length, report.name]).toEqual(['通知.txt', '重庆市', 2, '研判报告.md']);
  });

  it.each([
    [{}, 'QD-INPUT', 400],
    [{ text: NOTICE, file: { name: 'a.txt', data } }, 'QD-INPUT', 400],
    [{ text: ' ' }, 'QD-EMPTY', 400],
    [{ text: '长'.repeat(60_001) }, 'QD-TOO-LONG', 400],
    [{ text: NOTICE, region: '火星' }, 'QD-REGION', 400],
    [{ text: NOTICE, date: '昨天' }, 'QD-DATE', 400],
    [{ text: NOTICE, report: '.pdf' }, 'QD-INPUT', 400],
    [{ file: { name: '通知.jpg', data } }, 'QD-FILE-TYPE', 400],
    [{ file: { name: '通知.docx', data } }, 'QD-FILE-TYPE', 400],
  ])('refuses %j with its own code', async (payload, code, status) => {
    const response = await screen(payload);
    expect(response.statusCode).toBe(status);
    expect(response.json()).toMatchObject({ code });
  });
});
