import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAdapter } from '#adapters/slack/adapter.js';
import { configSchema } from '#adapters/slack/config.js';
import type { ChannelAdapter, HttpResponse } from '#conversation/channel.js';
import type { Reply } from '#conversation/message.js';
import { request, SECONDS, type Stage, serve, stage, textReply } from '../../channels/support.js';
import {
  APP_TOKEN,
  BOT_TOKEN,
  command,
  direct,
  type FakeSlack,
  fakeSlack,
  mention,
  press,
  SECRET,
  SELF,
  signed,
  wordsOf,
} from './fake-slack.js';

const PATH = '/channels/slack/events';
let slack: FakeSlack;
let adapter: ChannelAdapter | undefined;
let scene: Stage;

beforeEach(async () => {
  slack = await fakeSlack();
});
afterEach(async () => {
  await adapter?.stop();
  adapter = undefined;
  await slack.close();
});

async function open(mode: 'http' | 'socket', answer?: Parameters<typeof stage>[0]): Promise<ChannelAdapter> {
  scene = stage(answer);
  const settings = {
    mode,
    botToken: BOT_TOKEN,
    appToken: APP_TOKEN,
    signingSecret: SECRET,
    apiUrl: slack.apiUrl,
  };
  const opened = createAdapter(configSchema.parse(settings), scene.context);
  await opened.start();
  adapter = opened;
  return opened;
}

const JSON_TYPE = { 'content-type': 'application/json' };
const FORM_TYPE = { 'content-type': 'application/x-www-form-urlencoded' };

async function post(
  to: ChannelAdapter,
  body: unknown,
  kind: 'event' | 'command' | 'action' = 'event',
): Promise<HttpResponse> {
  const text =
    kind === 'event'
      ? JSON.stringify(body)
      : String(
          new URLSearchParams(
            kind === 'action' ? { payload: JSON.stringify(body) } : (body as Record<string, string>),
          ),
        );
  const headers = { ...(kind === 'event' ? JSON_TYPE : FORM_TYPE), ...signed(text, SECONDS) };
  return serve(to, request('POST', PATH, {}, text, headers));
}

/** Until nothing is under way; the adapter goes on taking requests. */
const settled = (of: ChannelAdapter) => of.stop();

describe('Slack over HTTP', () => {
  it('answers a mention in its thread, after it has acknowledged it', async () => {
    let finish: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const opened = await open('http', ({ text }) => held.then(() => textReply(`答：${text}`)));
    expect(await post(opened, mention('Ev1', '能开居住证明吗'))).toMatchObject({ status: 200 });
    expect(slack.posted).toEqual([]);
    finish();
    await settled(opened);
    expect(slack.posted).toMatchObject([{ channel: 'C1', thread_ts: '100.1', text: '答：能开居住证明吗' }]);
    expect(scene.heard).toEqual([
      {
        eventId: 'Ev1',
        channel: 'slack',
        conversationId: 'T1:C1:U1',
        userId: 'U1',
        text: '能开居住证明吗',
        attachments: [],
      },
    ]);
  });

  it('stays in the thread that it was mentioned in', async () => {
    const opened = await open('http');
    await post(opened, mention('Ev1', '?', { thread_ts: '50.0' }));
    await settled(opened);
    expect(slack.posted[0]?.thread_ts).toBe('50.0');
  });

  it('answers a direct message where it stands, in a thread only when it is in one', async () => {
    const opened = await open('http');
    await post(opened, direct('Ev1', '一'));
    await post(opened, direct('Ev2', '二', { thread_ts: '90.0' }));
    await settled(opened);
    expect(slack.posted.map(({ channel, thread_ts }) => [channel, thread_ts])).toEqual([
      ['D1', undefined],
      ['D1', '90.0'],
    ]);
  });

  it('answers the command for the one who gave it, and gives the help for an empty one', async () => {
    const opened = await open('http');
    const response = await post(opened, command('t1', '负面清单', slack.responseUrl('r1')), 'command');
    expect(response).toEqual({ status: 200 });
    await post(opened, command('t2', ' ', slack.responseUrl('r2')), 'command');
    await settled(opened);
    expect(slack.posted).toMatchObject([
      { channel: 'r1', text: '答：负面清单', response_type: 'ephemeral' },
      { channel: 'r2', text: '答：帮助', response_type: 'ephemeral' },
    ]);
  });

  const CHOOSE: Reply = {
    blocks: [
      { type: 'choices', prompt: '您问的是哪一个？', choices: [{ id: 'item-1', label: '居住证明' }] },
      { type: 'feedback', answerId: 'a1' },
    ],
  };

  it('takes a pressed choice and a pressed feedback as messages of the same conversation', async () => {
    const opened = await open('http', ({ text }) => (text === '问' ? CHOOSE : textReply(`答：${text}`)));
    await post(opened, mention('Ev1', '问'));
    await settled(opened);
    const buttons = slack.posted[0]?.blocks.flatMap(({ elements }) => elements ?? []) ?? [];
    expect(buttons.map(({ text }) => text.text)).toEqual(['1. 居住证明', '有用', '不对']);
    for (const [i, button] of buttons.entries()) {
      expect((await post(opened, press(`t${i}`, button), 'action')).status).toBe(200);
      await settled(opened);
    }
    expect(scene.heard.slice(1)).toMatchObject([
      { text: '居住证明', choice: 'item-1', conversationId: 'T1:C1:U1' },
      { text: '有用', choice: 'feedback:a1:useful', conversationId: 'T1:C1:U1' },
      { text: '不对', choice: 'feedback:a1:wrong', conversationId: 'T1:C1:U1' },
    ]);
    expect(slack.posted.at(-1)).toMatchObject({ channel: 'C1', thread_ts: '100.1', text: '答：不对' });
  });

  it('answers a button of a message that only one person sees for that person', async () => {
    const opened = await open('http');
    const hidden = {
      container: { type: 'message', channel_id: 'C1', is_ephemeral: true },
      message: undefined,
      response_url: slack.responseUrl('r1'),
    };
    await post(
      opened,
      press('t1', { action_id: 'qingdan:choice:0', value: '{"id":"i","label":"甲"}' }, hidden),
      'action',
    );
    await settled(opened);
    expect(slack.posted).toMatchObject([{ channel: 'r1', text: '答：甲', response_type: 'ephemeral' }]);
  });

  it('answers an event that comes four times once, whatever its retry header says', async () => {
    const opened = await open('http');
    await Promise.all([1, 2, 3, 4].map(() => post(opened, mention('Ev1', '?'))));
    await settled(opened);
    expect(slack.posted).toHaveLength(1);
  });

  it('reads markup as the words that a person wrote', async () => {
    const opened = await open('http');
    const text = '&lt;<https://a.cn/x|网址>&gt; &amp; <#C9|大厅> <@U9> <https://b.cn>';
    await post(opened, mention('Ev1', text));
    expect(scene.heard[0]?.text).toBe('<网址> & 大厅   https://b.cn');
  });

  it('gives nobody the power to call everyone or to set links', async () => {
    const opened = await open('http', () => textReply('<!channel> <http://x|y> & *'));
    await post(opened, mention('Ev1', '?'));
    await settled(opened);
    expect(slack.posted[0]?.text).toBe('&lt;!channel&gt; &lt;http://x|y&gt; &amp; ＊');
    // In plain text nothing is a call or a link.
    expect(JSON.stringify(slack.posted[0])).not.toContain('mrkdwn');
    expect(wordsOf(slack.posted[0] as (typeof slack.posted)[0])).toBe('<!channel> <http://x|y> & *');
  });

  it.each([
    ['itself', direct('Ev1', '?', { user: SELF.user_id })],
    ['itself by its bot id', direct('Ev1', '?', { bot_id: SELF.bot_id })],
    ['another bot', direct('Ev1', '?', { bot_id: 'B9' })],
    ['a change of a message', direct('Ev1', '?', { subtype: 'message_changed', user: undefined })],
    ['a channel that nobody called it in', direct('Ev1', '?', { channel_type: 'channel', channel: 'C1' })],
    ['an event of another kind', { ...mention('Ev1', '?'), event: { type: 'reaction_added', user: 'U1' } }],
  ])('acknowledges and passes over %s', async (_, body) => {
    const opened = await open('http');
    expect((await post(opened, body)).status).toBe(200);
    await settled(opened);
    expect(scene.heard).toEqual([]);
    expect(slack.posted).toEqual([]);
  });

  it('apologises when the program fails', async () => {
    const opened = await open('http', () => Promise.reject(new Error('broken')));
    await post(opened, mention('Ev1', '?'));
    await settled(opened);
    expect(slack.posted[0]?.text).toContain('对不起');
    expect(scene.logged).toContain('error QD-INTERNAL');
  });

  it('answers the challenge of its address', async () => {
    const opened = await open('http');
    const response = await post(opened, { type: 'url_verification', challenge: 'c1' });
    expect(response).toMatchObject({ status: 200, body: '{"challenge":"c1"}' });
  });

  const body = JSON.stringify(mention('Ev1', '?'));
  it.each([
    ['another secret', body, signed(body, SECONDS, 'guess'), 401],
    ['the signature of another body', body, signed(`${body} `, SECONDS), 401],
    ['a signature six minutes old', body, signed(body, SECONDS - 360), 401],
    ['a signature from later', body, signed(body, SECONDS + 360), 401],
    ['no signature', body, {}, 401],
    ['no time', body, { 'x-slack-signature': signed(body, SECONDS)['x-slack-signature'] ?? '' }, 401],
    ['another version of signature', body, { ...signed(body, SECONDS), 'x-slack-signature': 'v1=00' }, 401],
    ['a wrong signature on rubbish', '{', signed('[', SECONDS), 401],
    ['rubbish', '{', signed('{', SECONDS), 400],
    ['a list', '[]', signed('[]', SECONDS), 400],
    ['null', 'null', signed('null', SECONDS), 400],
    ['an unknown body', '{"a":1}', signed('{"a":1}', SECONDS), 404],
    ['too much', 'x'.repeat(300_000), {}, 413],
  ])('refuses %s, and the bot hears nothing', async (_, text, headers, status) => {
    const opened = await open('http');
    const response = await serve(opened, request('POST', PATH, {}, text, { ...JSON_TYPE, ...headers }));
    expect(response.status).toBe(status);
    expect(scene.heard).toEqual([]);
  });

  it('does not answer the command of another app', async () => {
    const opened = await open('http');
    const foreign = { ...command('t1', '?', slack.responseUrl('r1')), command: '/other' };
    expect((await post(opened, foreign, 'command')).status).toBe(404);
    expect(scene.heard).toEqual([]);
  });

  it('does not start with a wrong token, and says which setting to look at', async () => {
    const settings = { mode: 'http', botToken: 'xoxb-wrong', signingSecret: SECRET, apiUrl: slack.apiUrl };
    const wrong = createAdapter(configSchema.parse(settings), stage().context);
    await expect(wrong.start()).rejects.toMatchObject({
      code: 'QD-CHANNEL',
      message: expect.stringContaining('botToken'),
    });
  });
});

describe('Slack over Socket Mode', () => {
  it('acknowledges before the work, and answers mentions, the command and buttons', async () => {
    let finish: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const opened = await open('socket', ({ text }) => held.then(() => textReply(`答：${text}`)));
    expect(opened.routes).toEqual([]);
    slack.push({ type: 'events_api', envelope_id: 'e1', payload: mention('Ev1', '一') });
    slack.push({
      type: 'slash_commands',
      envelope_id: 'e2',
      payload: command('t2', '二', slack.responseUrl('r2')),
    });
    const button = { action_id: 'qingdan:choice:0', value: '{"id":"i","label":"三"}' };
    slack.push({ type: 'interactive', envelope_id: 'e3', payload: press('t3', button) });
    await expect.poll(() => slack.acknowledged.toSorted()).toEqual(['e1', 'e2', 'e3']);
    expect(slack.posted).toEqual([]);
    finish();
    await expect
      .poll(() => slack.posted.map(({ text }) => text).toSorted())
      .toEqual(['答：一', '答：三', '答：二']);
  });

  it('answers an envelope that is sent again once', async () => {
    await open('socket');
    for (const id of ['e1', 'e2', 'e3', 'e4'])
      slack.push({ type: 'events_api', envelope_id: id, payload: direct('Ev1', '?') });
    await expect.poll(() => slack.acknowledged).toHaveLength(4);
    await adapter?.stop();
    expect(slack.posted).toHaveLength(1);
  });

  it('does not start with a wrong app token', async () => {
    const settings = { mode: 'socket', botToken: BOT_TOKEN, appToken: 'xapp-wrong', apiUrl: slack.apiUrl };
    const wrong = createAdapter(configSchema.parse(settings), stage().context);
    await expect(wrong.start()).rejects.toMatchObject({
      code: 'QD-CHANNEL',
      message: expect.stringContaining('appToken'),
    });
  });
});
