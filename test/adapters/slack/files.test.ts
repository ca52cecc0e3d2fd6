import type { ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAdapter } from '#adapters/slack/adapter.js';
import { configSchema } from '#adapters/slack/config.js';
import { MOST_FILE_BYTES } from '#channels/files.js';
import type { ChannelAdapter } from '#conversation/channel.js';
import type { IncomingMessage, Reply } from '#conversation/message.js';
import { request, SECONDS, type Stage, serve, stage, textReply } from '../../channels/support.js';
import {
  BOT_TOKEN,
  command,
  direct,
  type FakeSlack,
  fakeSlack,
  mention,
  SECRET,
  signed,
  wordsOf,
} from './fake-slack.js';

let slack: FakeSlack;
let adapter: ChannelAdapter;
let scene: Stage;

beforeEach(async () => {
  slack = await fakeSlack();
});
afterEach(async () => {
  await adapter.stop();
  await slack.close();
});

async function open(answer?: Parameters<typeof stage>[0]): Promise<void> {
  scene = stage(answer);
  const settings = { mode: 'http', botToken: BOT_TOKEN, signingSecret: SECRET, apiUrl: slack.apiUrl };
  adapter = createAdapter(configSchema.parse(settings), scene.context);
  await adapter.start();
}

async function post(body: unknown, isForm = false): Promise<void> {
  const text = isForm ? String(new URLSearchParams(body as Record<string, string>)) : JSON.stringify(body);
  const type = isForm ? 'application/x-www-form-urlencoded' : 'application/json';
  const headers = { 'content-type': type, ...signed(text, SECONDS) };
  await serve(adapter, request('POST', '/channels/slack/events', {}, text, headers));
  await adapter.stop();
}

const bytes = Buffer.from('关于开展清查的通知');
/** Replies with what a file holds, or with the code and words of why it can't be read. */
const reading = async ({ attachments, text }: IncomingMessage): Promise<Reply> => {
  const said = attachments.map((file) =>
    file.read().then(
      (content) => `${file.name}：${Buffer.from(content)}`,
      ({ code, message }) => `${code} ${message}`,
    ),
  );
  return textReply([...(await Promise.all(said)), text].join('；'));
};
const shared = (files: unknown[], text = '') => direct('Ev1', text, { subtype: 'file_share', files });

describe('a file sent in Slack', () => {
  it('reaches the bot in a direct message, with its words', async () => {
    await open(reading);
    await post(shared([slack.share('通知.docx', bytes)], '归不归我们'));
    expect(slack.posted[0]?.text).toBe('通知.docx：关于开展清查的通知；归不归我们');
    expect(scene.heard[0]?.attachments).toMatchObject([
      { name: '通知.docx', mediaType: 'text/plain', size: bytes.length },
    ]);
    expect(slack.asked).toMatchObject([{ token: BOT_TOKEN }]);
  });

  it('reaches the bot with a mention', async () => {
    await open(reading);
    await post(mention('Ev1', '看看', { files: [slack.share('通知.txt', bytes)] }));
    expect(slack.posted[0]).toMatchObject({ channel: 'C1', text: '通知.txt：关于开展清查的通知；看看' });
  });

  it('is not fetched unless it is read', async () => {
    await open();
    await post(shared([slack.share('通知.docx', bytes)], '能开吗'));
    expect(slack.posted).toHaveLength(1);
    expect(slack.asked).toEqual([]);
  });

  it('comes with the others of its message', async () => {
    await open(reading);
    await post(shared([slack.share('一.txt', bytes), slack.share('二.txt', Buffer.from('二'))]));
    expect(slack.posted[0]?.text).toContain('一.txt：关于开展清查的通知；二.txt：二');
  });

  it('from another workspace is asked for by its id', async () => {
    await open(reading);
    const whole = slack.share('通知.txt', bytes);
    await post(shared([{ id: whole.id, name: '通知.txt', file_access: 'check_file_info' }]));
    expect(slack.posted[0]?.text).toContain('关于开展清查的通知');
  });

  it('that is empty is read as that, and a name may be odd or missing', async () => {
    await open();
    const nameless = slack.share('', new Uint8Array(), { name: null, title: '../标题.txt' });
    await post(shared([nameless, 7, null, slack.share('\u202ea/b.txt', new Uint8Array())]));
    const { attachments = [] } = scene.heard[0] ?? {};
    expect(attachments.map(({ name }) => name)).toEqual(['标题.txt', 'b.txt']);
    expect(await attachments[0]?.read()).toHaveLength(0);
  });

  const endless = (response: ServerResponse) => {
    const more = () => {
      while (!response.destroyed && response.write(Buffer.alloc(1_000_000)));
    };
    response.on('drain', more);
    more();
  };
  const html = (response: ServerResponse) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end('<html>sign in');
  };
  const status =
    (code: number, location = '') =>
    (response: ServerResponse) => {
      response.statusCode = code;
      if (location !== '') response.setHeader('location', location);
      response.end();
    };

  it.each([
    ['said to be too large', { size: MOST_FILE_BYTES + 1 }, undefined, 'QD-FILE-SIZE'],
    ['larger than it says', { size: 3 }, endless, 'QD-FILE-SIZE'],
    ['in a cloud drive', { url_private_download: undefined, mode: 'external' }, undefined, 'QD-FILE-GONE'],
    ['that the app may not read', {}, html, 'QD-FILE-GONE 文件「通知.txt」Slack 不让读，请管理员'],
    ['that is forbidden', {}, status(403), 'QD-FILE-GONE 文件「通知.txt」Slack 不让读'],
    ['that is gone', {}, status(404), 'QD-FILE-GONE 文件「通知.txt」没有取到'],
    [
      'that leads elsewhere',
      {},
      status(302, 'https://evil.example/x'),
      'QD-FILE-GONE 文件「通知.txt」没有取到',
    ],
    ['that leads in a circle', {}, status(302, '?'), 'QD-FILE-GONE 文件「通知.txt」没有取到'],
  ])('%s is told of in words', async (_, more, answer, words) => {
    await open(reading);
    await post(shared([slack.share('通知.txt', bytes, more, answer)]));
    expect(slack.posted[0]?.text).toContain(words);
  });

  it.each([
    'http://files.slack.com/x',
    'https://slack.com.evil.example/x',
    'https://evilslack.com/x',
    'https://files.slack.com@evil.example/x',
    'https://user@files.slack.com/x',
    'http://127.0.0.1:1/x',
    'http://169.254.169.254/latest/meta-data',
    'file:///etc/passwd',
    'rubbish',
  ])('is never fetched from %s', async (url) => {
    await open(reading);
    await post(shared([{ id: 'F1', name: '通知.txt', url_private_download: url }]));
    expect(slack.posted[0]?.text).toContain('QD-FILE-GONE 文件「通知.txt」没有取到');
    expect(slack.asked).toEqual([]);
  });
});

describe('a file of a reply in Slack', () => {
  const REPORT: Reply = {
    blocks: [
      { type: 'text', text: '研判好了' },
      { type: 'file', name: '报告.docx', mediaType: 'x', bytes },
      { type: 'text', text: '以上' },
    ],
  };

  it('goes into the thread of the question', async () => {
    await open(() => REPORT);
    await post(mention('Ev1', '?'));
    expect(slack.uploaded).toMatchObject([{ channel: 'C1', thread_ts: '100.1', name: '报告.docx' }]);
    expect(Buffer.from(slack.uploaded[0]?.bytes ?? [])).toEqual(bytes);
    expect(slack.posted.map(({ text }) => text)).toEqual(['研判好了', '以上']);
  });

  it('goes where a direct message stands', async () => {
    await open(() => REPORT);
    await post(direct('Ev1', '?'));
    expect(slack.uploaded).toMatchObject([{ channel: 'D1' }]);
    expect(slack.uploaded[0]).not.toHaveProperty('thread_ts');
  });

  it('is told of where the app may send none, and the fault is logged', async () => {
    await open(() => REPORT);
    slack.refuseFiles();
    await post(direct('Ev1', '?'));
    expect(slack.posted.map(wordsOf).join()).toMatch(/研判好了.*「报告.docx」没有发出去.*以上/su);
    expect(scene.logged).toContain('error QD-CHANNEL');
  });

  it('is told of in the answer to a command, which only one person sees', async () => {
    await open(() => REPORT);
    await post(command('t1', '?', slack.responseUrl('r1')), true);
    expect(slack.uploaded).toEqual([]);
    expect(slack.posted[1]).toMatchObject({ channel: 'r1', response_type: 'ephemeral' });
    expect(slack.posted[1]?.text).toContain('文件「报告.docx」在这里发不出');
  });
});
