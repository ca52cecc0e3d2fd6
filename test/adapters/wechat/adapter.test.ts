import { afterEach, describe, expect, it } from 'vitest';
import { createAdapter } from '#adapters/wechat/adapter.js';
import { configSchema } from '#adapters/wechat/config.js';
import { type Stage, stage, textReply, watched } from '../../channels/support.js';
import { KIND, type MockWeChat, mockWeChat, SETTINGS } from './mock.js';

let scene: Stage;
let wechat: MockWeChat;
let idle: () => Promise<void>;

async function open(answer?: Parameters<typeof stage>[0], settings?: object): Promise<void> {
  scene = stage(answer);
  const { context, idle: calm } = watched(scene.context);
  wechat = await mockWeChat(context, settings);
  idle = () => calm(() => wechat.sent().length);
}
afterEach(() => wechat?.stop());

describe('a personal 微信 account', () => {
  it('warns at every start that the account may be banned, and names the two official ways', async () => {
    await open();
    expect(scene.logged).toContain('warn wechat.risk');
    await wechat.stop();
    const advice: unknown[] = [];
    const log = { ...scene.context.log, warn: (_: string, fields?: object) => void advice.push(fields) };
    wechat = await mockWeChat({ ...scene.context, log });
    expect(JSON.stringify(advice)).toMatch(/封禁.*公众号.*企业微信/);
  });

  it('answers a direct message', async () => {
    await open(undefined, { region: '重庆市', role: 'worker' });
    wechat.deliver({ id: 'm1', from: 'u1', text: '能开居住证明吗' });
    await idle();
    expect(wechat.sent()).toEqual([{ to: 'u1', text: '答：能开居住证明吗' }]);
    expect(scene.heard).toMatchObject([
      {
        eventId: 'm1',
        channel: 'wechat',
        conversationId: 'u1',
        userId: 'u1',
        region: '重庆市',
        role: 'worker',
      },
    ]);
  });

  it('answers in a room when it is mentioned, to the one who asked, in a conversation of their own', async () => {
    await open();
    wechat.deliver({ id: 'm1', from: 'u1', text: '@清单助手 能开居住证明吗', room: 'r', mentions: true });
    wechat.deliver({ id: 'm2', from: 'u2', text: '@清单助手\u2005负面清单', room: 'r', mentions: true });
    wechat.deliver({ id: 'm3', from: 'u1', text: '今天天气不错', room: 'r' });
    await idle();
    const heard = scene.heard.map(({ conversationId, text }) => [conversationId, text]).toSorted();
    expect(heard).toEqual([
      ['r@chatroom:u1', '能开居住证明吗'],
      ['r@chatroom:u2', '负面清单'],
    ]);
    const [first, second] = wechat.sent().toSorted((a, b) => a.text.localeCompare(b.text));
    expect([first?.to, second?.to]).toEqual(['r@chatroom', 'r@chatroom']);
    expect(
      wechat
        .sent()
        .map(({ text }) => text)
        .join(),
    ).toMatch(/@名字u1.*答：能开居住证明吗/su);
    expect(
      wechat
        .sent()
        .map(({ text }) => text)
        .join(),
    ).toMatch(/@名字u2.*答：负面清单/su);
  });

  it.each([
    ['its own words', () => wechat.own('能开居住证明吗')],
    ['a picture', () => wechat.deliver({ id: 'm1', from: 'u1', kind: KIND.image })],
    ['an unknown kind', () => wechat.deliver({ id: 'm1', from: 'u1', kind: KIND.unknown })],
    [
      'what was written while it was away',
      () => wechat.deliver({ id: 'm1', from: 'u1', text: '?', age: 600 }),
    ],
    [
      'a subscription account',
      () => {
        wechat.official('gh');
        wechat.deliver({ id: 'm1', from: 'gh', text: '今日头条' });
      },
    ],
  ])('passes over %s', async (_, happen) => {
    await open();
    happen();
    await idle();
    expect(scene.heard).toEqual([]);
  });

  it('sends a long answer in messages under 2,048 bytes, in order', async () => {
    const lines = Array.from({ length: 90 }, (_, i) => `${i}、这一行有二十来个字，够长，用来占满一条消息。`);
    const endless = '长'.repeat(3000);
    await open(() => textReply([...lines, endless].join('\n')));
    wechat.deliver({ id: 'm1', from: 'u1', text: '@清单助手 ?', room: 'r', mentions: true });
    await idle();
    const texts = wechat.sent().map(({ text }) => text);
    expect(texts.length).toBeGreaterThan(1);
    for (const text of texts) expect(Buffer.byteLength(text)).toBeLessThan(2048);
    const words = texts.join('\n');
    expect(lines.map((line) => words.indexOf(line))).toEqual(
      lines.map((line) => words.indexOf(line)).toSorted((a, b) => a - b),
    );
    expect(lines.every((line) => words.includes(line))).toBe(true);
  });

  it('apologises when the program fails, and lives on', async () => {
    await open(({ text }) => (text === '坏' ? Promise.reject(new Error('broken')) : textReply('好')));
    wechat.deliver({ id: 'm1', from: 'u1', text: '坏' });
    await idle();
    wechat.deliver({ id: 'm2', from: 'u1', text: '再来' });
    await idle();
    expect(wechat.sent().map(({ text }) => text)).toEqual([expect.stringContaining('对不起'), '好']);
    expect(scene.logged).toContain('error QD-INTERNAL');
  });

  it('survives an event whose message cannot be had', async () => {
    await open();
    wechat.lost();
    await idle();
    expect(scene.logged).toContain('error QD-CHANNEL');
    wechat.deliver({ id: 'm1', from: 'u1', text: '一' });
    await idle();
    expect(wechat.sent()).toEqual([{ to: 'u1', text: '答：一' }]);
  });
});

describe('starting a personal 微信 account', () => {
  const create = (edges: Partial<Parameters<typeof createAdapter>[2]> = {}, settings = {}) =>
    createAdapter(configSchema.parse({ ...SETTINGS, ...settings }), stage().context, {
      load: () => import('wechaty'),
      folder: '/tmp',
      ...edges,
    });

  it('says how to install Wechaty where it is not installed', async () => {
    const missing = create({ load: () => Promise.reject(new Error('ERR_MODULE_NOT_FOUND')) });
    await expect(missing.start()).rejects.toMatchObject({
      code: 'QD-CHANNEL',
      message:
        '微信渠道（wechat）要用的 wechaty 没有安装，请运行 npm install wechaty wechaty-puppet-mock 后再启动',
    });
  });

  it('says which puppet it was where that cannot be loaded', async () => {
    const missing = create({}, { puppet: 'wechaty-puppet-nowhere' });
    await expect(missing.start()).rejects.toMatchObject({
      code: 'QD-CHANNEL',
      message: expect.stringContaining('wechaty-puppet-nowhere'),
    });
  });

  it.each([
    ['nobody has accepted the risk', { puppet: 'wechaty-puppet-mock' }, ['acceptAccountRisk']],
    ['the risk is refused', { ...SETTINGS, acceptAccountRisk: 'false' }, ['acceptAccountRisk']],
    ['the puppet is a path', { ...SETTINGS, puppet: '../evil' }, ['puppet']],
    ['the name of the account is a path', { ...SETTINGS, account: '../../x' }, ['account']],
  ])('is refused when %s', (_, settings, paths) => {
    const issues = configSchema.safeParse(settings).error?.issues ?? [];
    expect(issues.map(({ path }) => path.join('.'))).toEqual(paths);
  });
});
