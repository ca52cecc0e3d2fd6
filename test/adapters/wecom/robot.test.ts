import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAdapter } from '#adapters/wecom/adapter.js';
import { configSchema } from '#adapters/wecom/config.js';
import type { ChannelAdapter } from '#conversation/channel.js';
import type { Reply } from '#conversation/message.js';
import { type Stage, stage, textReply } from '../../channels/support.js';
import { type FakeRobotServer, fakeRobotServer, robotText } from './platform.js';

let server: FakeRobotServer;
let adapter: ChannelAdapter;
let scene: Stage;

const ANSWER: Reply = {
  blocks: [
    { type: 'text', text: '能。<@all> [点](http://x)' },
    { type: 'feedback', answerId: 'a1' },
  ],
};

async function open(answer?: Parameters<typeof stage>[0]): Promise<void> {
  scene = stage(answer);
  adapter = createAdapter(
    configSchema.parse({ botId: 'bot-1', botSecret: 'robot-secret', robotUrl: server.url }),
    scene.context,
  );
  await adapter.start();
}

/** Waits for the frame, which comes over a real socket. */
async function frames(count: number) {
  await expect.poll(() => server.frames.length).toBeGreaterThanOrEqual(count);
  return server.frames;
}

beforeEach(async () => {
  server = await fakeRobotServer();
});
afterEach(async () => {
  await adapter?.stop();
  await server.close();
});

describe('the robot of a 企业微信', () => {
  it('answers in the stream that it was asked in', async () => {
    await open();
    server.push('aibot_msg_callback', 'r1', robotText('m1', '要盖章吗'));
    const [frame] = await frames(1);
    expect(frame).toMatchObject({
      cmd: 'aibot_respond_msg',
      headers: { req_id: 'r1' },
      body: { stream: { finish: true, content: '答：要盖章吗' } },
    });
    expect(scene.heard).toMatchObject([
      { eventId: 'robot:m1', conversationId: 'robot:lisi', userId: 'lisi' },
    ]);
  });

  it('takes its own name off what is asked in a group, where everyone has a conversation', async () => {
    await open();
    server.push('aibot_msg_callback', 'r1', robotText('m1', '甲问', 'a', 'room'));
    server.push('aibot_msg_callback', 'r2', robotText('m2', '乙问', 'b', 'room'));
    await frames(2);
    expect(scene.heard.map(({ conversationId, text }) => [conversationId, text])).toEqual([
      ['robot:room:a', '甲问'],
      ['robot:room:b', '乙问'],
    ]);
  });

  it('asks for feedback with its own buttons, and lets nobody be called or linked to', async () => {
    await open(() => ANSWER);
    server.push('aibot_msg_callback', 'r1', robotText('m1', '?'));
    const [frame] = await frames(1);
    expect(frame?.body.stream).toMatchObject({
      content: '能。〈@all> [点］(http://x)',
      feedback: { id: 'a1' },
    });
  });

  it.each([
    [1, '有用', 'feedback:a1:useful'],
    [2, '不对', 'feedback:a1:wrong'],
  ])('passes on the feedback of type %i', async (type, text, choice) => {
    await open();
    const event = { eventtype: 'feedback_event', feedback_event: { id: 'a1', type } };
    server.push('aibot_event_callback', 'r1', { ...robotText('e1', ''), msgtype: 'event', event });
    await expect.poll(() => scene.heard).toMatchObject([{ text, choice }]);
    expect(server.frames).toEqual([]);
  });

  it('greets whoever comes in for the first time of the day', async () => {
    await open();
    server.push('aibot_event_callback', 'r1', {
      ...robotText('e1', ''),
      msgtype: 'event',
      event: { eventtype: 'enter_chat' },
    });
    const [frame] = await frames(1);
    expect(frame).toMatchObject({
      cmd: 'aibot_respond_welcome_msg',
      body: { text: { content: '答：帮助' } },
    });
  });

  it('answers an event that comes four times once', async () => {
    await open();
    for (const id of ['r1', 'r2', 'r3', 'r4']) server.push('aibot_msg_callback', id, robotText('m1', '?'));
    server.push('aibot_msg_callback', 'r5', robotText('m2', '完'));
    await expect.poll(() => server.frames.some(({ headers }) => headers.req_id === 'r5')).toBe(true);
    await adapter.stop();
    expect(server.frames).toHaveLength(2);
  });

  it('hears speech as the words it was turned into, and asks for words instead of pictures', async () => {
    await open();
    server.push('aibot_msg_callback', 'r1', {
      ...robotText('m1', ''),
      msgtype: 'voice',
      text: undefined,
      voice: { content: '说的话' },
    });
    server.push('aibot_msg_callback', 'r2', {
      ...robotText('m2', ''),
      msgtype: 'image',
      text: undefined,
      image: {},
    });
    const said = (await frames(2)).map(({ body }) => body.stream?.content);
    expect(said).toEqual(expect.arrayContaining(['答：说的话', expect.stringContaining('只看得懂文字')]));
    expect(scene.heard).toHaveLength(1);
  });

  it('passes over itself, unknown kinds and rubbish', async () => {
    await open();
    const message = robotText('m1', '?');
    for (const body of [
      { ...message, from: { userid: 'bot-1' } },
      { ...message, msgtype: 'hologram' },
      { ...message, from: null },
      { ...message, text: { content: 7 } },
      { msgtype: 'text' },
    ])
      server.push('aibot_msg_callback', 'r1', body);
    server.push('aibot_event_callback', 'r1', {
      ...message,
      msgtype: 'event',
      event: { eventtype: 'party' },
    });
    server.push('aibot_msg_callback', 'r2', robotText('m2', '完'));
    await frames(1);
    expect(scene.heard.map(({ text }) => text)).toEqual(['完']);
  });

  it('splits an answer over 20,480 bytes, and sends the rest to the same chat', async () => {
    const lines = Array.from({ length: 900 }, (_, i) => `${i}、这一行有二十来个字，够长，用来占满一条消息。`);
    await open(() => textReply(lines.join('\n')));
    server.push('aibot_msg_callback', 'r1', robotText('m1', '?', 'a', 'room'));
    await frames(3);
    await adapter.stop();
    const texts = server.frames.map(({ body }) => body.stream?.content ?? body.markdown?.content ?? '');
    expect(texts.join('\n')).toBe(lines.join('\n'));
    for (const text of texts) expect(Buffer.byteLength(text)).toBeLessThanOrEqual(20_480);
    expect(server.frames.slice(1).every(({ body }) => body.chatid === 'room')).toBe(true);
  });

  it('apologises when the program fails', async () => {
    await open(() => Promise.reject(new Error('broken')));
    server.push('aibot_msg_callback', 'r1', robotText('m1', '?'));
    const [frame] = await frames(1);
    expect(frame?.body.stream?.content).toContain('对不起');
    expect(scene.logged).toContain('error QD-INTERNAL');
  });

  it('does not start with a wrong secret, and says which settings to look at', async () => {
    const wrong = createAdapter(
      configSchema.parse({ botId: 'bot-1', botSecret: 'wrong', robotUrl: server.url }),
      stage().context,
    );
    await expect(wrong.start()).rejects.toMatchObject({
      code: 'QD-CHANNEL',
      message: expect.stringContaining('botSecret'),
    });
  });
});
