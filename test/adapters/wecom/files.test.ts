import type { ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAdapter } from '#adapters/wecom/adapter.js';
import { configSchema } from '#adapters/wecom/config.js';
import { MOST_FILE_BYTES } from '#channels/files.js';
import type { ChannelAdapter } from '#conversation/channel.js';
import type { IncomingMessage, Reply } from '#conversation/message.js';
import { type Stage, stage, textReply } from '../../channels/support.js';
import {
  AGENT,
  CORP,
  type FakeApi,
  type FakeRobotServer,
  type FileHost,
  fakeApi,
  fakeRobotServer,
  fileHost,
  KEY,
  post,
  robotFile,
  robotText,
  TOKEN,
  textMessage,
} from './platform.js';

const bytes = Buffer.from('关于开展清查的通知');
const REPORT: Reply = {
  blocks: [
    { type: 'text', text: '研判好了' },
    { type: 'file', name: '报告 一.docx', mediaType: 'x', bytes },
    { type: 'text', text: '以上' },
  ],
};

describe('a file of a reply from an application', () => {
  let api: FakeApi;
  beforeEach(async () => {
    api = await fakeApi();
  });
  afterEach(() => api.close());

  async function ask() {
    const { context, logged } = stage(() => REPORT);
    const app = { corpId: CORP, token: TOKEN, encodingAesKey: KEY, agentId: AGENT, secret: 'app-secret' };
    const adapter = createAdapter(configSchema.parse({ ...app, apiUrl: api.url }), context);
    await post(adapter, textMessage('1', '研判'));
    await adapter.stop();
    return logged;
  }

  it('is uploaded and sent between the texts, under its own name', async () => {
    await ask();
    expect(api.files).toMatchObject([{ user: 'zhangsan', name: '报告 一.docx' }]);
    expect(Buffer.from(api.files[0]?.bytes ?? [])).toEqual(bytes);
    expect(api.sent.map(({ text }) => text)).toEqual(['研判好了', '以上']);
  });

  it('is sent after another token was asked for', async () => {
    api.refusals.push(42001);
    await ask();
    expect(api.tokens).toBe(2);
    expect(api.files).toHaveLength(1);
  });

  it('is told of where it is refused, and the fault is logged', async () => {
    api.refuseFiles();
    const logged = await ask();
    expect(api.sent.map(({ text }) => text).join()).toMatch(/研判好了.*「报告 一.docx」没有发出去.*以上/su);
    expect(logged).toContain('error QD-CHANNEL');
  });
});

describe('the robot of a 企业微信', () => {
  let server: FakeRobotServer;
  let host: FileHost;
  let adapter: ChannelAdapter;
  let scene: Stage;

  beforeEach(async () => {
    server = await fakeRobotServer();
    host = await fileHost();
  });
  afterEach(async () => {
    await adapter.stop();
    await server.close();
    await host.close();
  });

  async function open(answer?: Parameters<typeof stage>[0]): Promise<void> {
    scene = stage(answer);
    const settings = { botId: 'bot-1', botSecret: 'robot-secret', robotUrl: server.url };
    adapter = createAdapter(configSchema.parse(settings), scene.context);
    await adapter.start();
  }
  async function said(body: object, count = 1) {
    server.push('aibot_msg_callback', 'r1', body);
    await expect.poll(() => server.frames.length, { timeout: 5_000 }).toBeGreaterThanOrEqual(count);
    return server.frames.map(({ body: { stream, markdown } }) => stream?.content ?? markdown?.content);
  }
  const reading = async ({ attachments, text }: IncomingMessage): Promise<Reply> => {
    const [file] = attachments;
    if (file === undefined) return textReply('没有文件');
    const content = await file.read().then(
      (read) => `${file.name}：${Buffer.from(read)}`,
      ({ code, message }) => `${code} ${message}`,
    );
    return textReply([content, text].join('；'));
  };

  it('hands on a file, decrypted and under the name of its download', async () => {
    await open(reading);
    expect(await said(robotFile('m1', host.share('通知 一.docx', bytes)))).toEqual([
      '通知 一.docx：关于开展清查的通知；',
    ]);
  });

  it('hands on the file that a person answers to in a group', async () => {
    await open(reading);
    const quote = { msgtype: 'file', file: host.share('通知.docx', bytes) };
    const asked = { ...robotText('m1', '归不归我们', 'lisi', 'room'), quote };
    expect(await said(asked)).toEqual(['通知.docx：关于开展清查的通知；归不归我们']);
  });

  it('asks for the content only when it is read', async () => {
    let sent = 0;
    const file = host.share('通知.docx', bytes, (response) => {
      response.setHeader('content-disposition', 'attachment; filename="a.docx"');
      response.write(Buffer.alloc(10));
      response.on('close', () => {
        sent = response.writableFinished ? 1 : 0;
      });
    });
    await open();
    await said(robotFile('m1', file));
    expect(scene.heard[0]?.attachments[0]?.name).toBe('a.docx');
    expect([host.asked, sent]).toEqual([1, 0]);
  });

  const head = (name: string) => (response: ServerResponse) => {
    response.setHeader('content-disposition', name);
    response.end();
  };
  it.each([
    ['attachment; filename="%E9%80%9A%E7%9F%A5.txt"', '通知.txt'],
    [`attachment; filename="${Buffer.from('通知.txt').toString('latin1')}"`, '通知.txt'],
    ["attachment; filename=a.txt; filename*=UTF-8''%E9%80%9A.txt", '通.txt'],
    ['attachment; filename="../../100%.txt"', '100%.txt'],
    ['inline', '文件'],
  ])('reads the name out of %j', async (disposition, name) => {
    await open();
    await said(robotFile('m1', host.share('', bytes, head(disposition))));
    expect(scene.heard[0]?.attachments[0]?.name).toBe(name);
  });

  const endless = (response: ServerResponse) => {
    response.setHeader('content-disposition', 'attachment; filename=a.pdf');
    const more = () => {
      while (!response.destroyed && response.write(Buffer.alloc(1_000_000)));
    };
    response.on('drain', more);
    more();
  };
  it.each<[string, () => { url: string; aeskey?: string }, string]>([
    ['too large', () => host.share('大.pdf', new Uint8Array(MOST_FILE_BYTES + 1)), 'QD-FILE-SIZE'],
    ['without an end', () => host.share('', bytes, endless), 'QD-FILE-SIZE'],
    [
      'under another key',
      () => ({ ...host.share('a.txt', bytes), aeskey: Buffer.alloc(32).toString('base64') }),
      'QD-FILE-GONE',
    ],
    [
      'no longer there',
      () => host.share('', bytes, (response) => response.writeHead(404).end()),
      'QD-FILE-GONE',
    ],
    [
      'led elsewhere',
      () =>
        host.share('', bytes, (response) =>
          response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
        ),
      'QD-FILE-GONE',
    ],
    ['at no web address', () => ({ url: 'file:///etc/passwd', aeskey: 'x' }), 'QD-FILE-GONE'],
  ])('tells of a file that is %s', async (_, file, words) => {
    await open(reading);
    const [text] = await said(robotFile('m1', file()));
    expect(text).toContain(words);
  });

  it('passes over an empty file’s lack of content, and answers words whose quote is odd', async () => {
    await open(reading);
    expect(await said(robotFile('m1', host.share('空.txt', new Uint8Array())))).toEqual(['空.txt：；']);
    const odd = { ...robotText('m2', '?'), quote: { msgtype: 'file', file: 7 } };
    expect(await said(odd, 2)).toContain('没有文件');
  });

  it('sends a file of a reply after its first text', async () => {
    await open(() => REPORT);
    expect(await said(robotText('m1', '研判'), 2)).toEqual(['研判好了', '以上']);
    expect(server.files).toMatchObject([{ chat: 'lisi', name: '报告 一.docx' }]);
    expect(Buffer.from(server.files[0]?.bytes ?? [])).toEqual(bytes);
  });

  it('sends a large file in pieces, and a file alone with a word before it', async () => {
    const large = Buffer.alloc(1_500_000, 7);
    await open(() => ({ blocks: [{ type: 'file', name: '大.pdf', mediaType: '', bytes: large }] }));
    expect(await said(robotText('m1', '研判'))).toEqual(['文件见下：']);
    await expect.poll(() => server.files.length).toBe(1);
    expect(server.files[0]?.bytes).toHaveLength(large.length);
  });

  it('tells of a file that is refused, and logs the fault', async () => {
    await open(() => REPORT);
    server.refuseFiles();
    const texts = await said(robotText('m1', '研判'), 3);
    expect(texts).toEqual(['研判好了', expect.stringContaining('「报告 一.docx」没有发出去'), '以上']);
    expect(scene.logged).toContain('error QD-CHANNEL');
  });
});
