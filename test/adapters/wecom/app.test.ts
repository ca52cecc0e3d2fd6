import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAdapter } from '#adapters/wecom/adapter.js';
import { configSchema } from '#adapters/wecom/config.js';
import { field, platform, request, SECONDS, serve, sha1, stage, textReply } from '../../channels/support.js';
import {
  AGENT,
  CORP,
  type FakeApi,
  fakeApi,
  KEY,
  opened,
  PATH,
  post,
  TOKEN,
  textMessage,
} from './platform.js';

const APP = { corpId: CORP, token: TOKEN, encodingAesKey: KEY };
const passive = configSchema.parse(APP);

describe('the address of a 企业微信 application', () => {
  const ask = (echostr: string, signature: string, at = SECONDS) =>
    serve(
      createAdapter(passive, stage().context),
      request('GET', PATH, { timestamp: String(at), nonce: 'n', echostr, msg_signature: signature }),
    );
  const echo = platform.seal('4711', KEY, CORP);

  it('is confirmed by what the echo says when it is opened', async () => {
    expect(await ask(echo, sha1(TOKEN, String(SECONDS), 'n', echo))).toMatchObject({
      status: 200,
      body: '4711',
    });
  });

  it.each([
    ['a wrong signature', echo, '0'.repeat(40), SECONDS],
    ['an expired one', echo, sha1(TOKEN, String(SECONDS - 700), 'n', echo), SECONDS - 700],
    ['an echo for another enterprise', ...other(), SECONDS],
  ])('is not confirmed with %s', async (_, echostr, signature, at) => {
    expect(await ask(echostr, signature, at)).toMatchObject({ status: 401, body: '' });
  });

  function other(): [string, string] {
    const foreign = platform.seal('1', KEY, 'ww-other');
    return [foreign, sha1(TOKEN, String(SECONDS), 'n', foreign)];
  }
});

describe('a message to an application without a secret', () => {
  it('is answered in the response, sealed and signed', async () => {
    const { context, heard } = stage();
    const response = await post(createAdapter(passive, context), textMessage('1', '要盖章吗'));
    expect(field(opened(response), 'Content')).toBe('答：要盖章吗');
    expect(field(opened(response), 'ToUserName')).toBe('zhangsan');
    expect(heard).toMatchObject([{ eventId: 'zhangsan:1', channel: 'wecom', conversationId: 'zhangsan' }]);
  });

  it('gives the same bytes again on a retry', async () => {
    const adapter = createAdapter(passive, stage().context);
    const retries = await Promise.all([1, 2, 3].map(() => post(adapter, textMessage('1', '?'))));
    expect(new Set(retries.map(({ body }) => body)).size).toBe(1);
  });

  it.each([
    ['another token', textMessage('1', '?'), { token: 'guess' }, 401],
    ['another key', textMessage('1', '?'), { key: KEY.split('').reverse().join('') }, 401],
    ['another enterprise', textMessage('1', '?'), { corp: 'ww-other' }, 401],
    ['an old signature', textMessage('1', '?'), { at: SECONDS - 700 }, 401],
    ['a DTD', '<!DOCTYPE xml><xml><MsgType>text</MsgType></xml>', {}, 400],
    ['rubbish', 'no xml', {}, 400],
    ['too much', textMessage('1', 'x'.repeat(70_000)), {}, 413],
  ])('is refused with %s, and the bot hears nothing', async (_, body, how, status) => {
    const { context, heard } = stage();
    expect((await post(createAdapter(passive, context), body, how)).status).toBe(status);
    expect(heard).toEqual([]);
  });

  it('is refused when it is not sealed', async () => {
    const { context, heard } = stage();
    const query = {
      timestamp: String(SECONDS),
      nonce: 'n',
      msg_signature: sha1(TOKEN, String(SECONDS), 'n'),
    };
    const response = await serve(
      createAdapter(passive, context),
      request('POST', PATH, query, textMessage('1', '?')),
    );
    expect(response.status).toBe(401);
    expect(heard).toEqual([]);
  });

  it.each([
    ['the enterprise itself', textMessage('1', '?', CORP)],
    ['the system', textMessage('1', '?', 'sys')],
    ['another application', textMessage('1', '?', 'zhangsan', 7)],
    ['an event of no interest', textMessage('1', '?').replace('[text]', '[event]')],
    ['a kind of tomorrow', textMessage('1', '?').replace('[text]', '[hologram]')],
  ])('from %s is acknowledged and nothing said', async (_, body) => {
    const { context, heard } = stage();
    const adapter = createAdapter(configSchema.parse({ ...APP, agentId: AGENT }), context);
    expect(await post(adapter, body)).toMatchObject({ status: 200, body: '' });
    expect(heard).toEqual([]);
  });

  it('that makes the program fail gets an apology', async () => {
    const { context, logged } = stage(() => Promise.reject(new Error('broken')));
    const response = await post(createAdapter(passive, context), textMessage('1', '?'));
    expect(field(opened(response), 'Content')).toContain('对不起');
    expect(logged).toContain('error QD-INTERNAL');
  });
});

describe('a message to an application with a secret', () => {
  let api: FakeApi;
  beforeEach(async () => {
    api = await fakeApi();
  });
  afterEach(() => api.close());
  const active = (secret = 'app-secret') =>
    configSchema.parse({ ...APP, agentId: String(AGENT), secret, apiUrl: api.url });

  it('is acknowledged before the work, and answered at the configured address', async () => {
    let finish: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const { context } = stage(({ text }) => held.then(() => textReply(`答：${text}`)));
    const adapter = createAdapter(active(), context);
    expect(await post(adapter, textMessage('1', '要盖章吗'))).toMatchObject({ status: 200, body: '' });
    expect(api.sent).toEqual([]);
    finish();
    await adapter.stop();
    expect(api.sent).toEqual([{ user: 'zhangsan', text: '答：要盖章吗', agent: AGENT }]);
  });

  it('gets a long answer in several messages, without 「继续」', async () => {
    const lines = Array.from({ length: 120 }, (_, i) => `${i}、这一行有二十来个字，够长，用来占满一条消息。`);
    const { context } = stage(() => textReply(lines.join('\n')));
    const adapter = createAdapter(active(), context);
    await post(adapter, textMessage('1', '?'));
    await adapter.stop();
    expect(api.sent.length).toBeGreaterThan(2);
    expect(api.sent.map(({ text }) => text).join('\n')).toBe(lines.join('\n'));
    for (const { text } of api.sent) expect(Buffer.byteLength(text)).toBeLessThan(2048);
  });

  it('shares one access token, and asks for another when it is refused', async () => {
    const adapter = createAdapter(active(), stage().context);
    for (const id of ['1', '2']) await post(adapter, textMessage(id, id));
    await adapter.stop();
    api.refusals.push(42001);
    await post(adapter, textMessage('3', '3'));
    await adapter.stop();
    expect(api.tokens).toBe(2);
    expect(api.sent.map(({ text }) => text).sort()).toEqual(['答：1', '答：2', '答：3']);
  });

  it.each([
    ['the secret is wrong', 'wrong', []],
    ['sending is refused', 'app-secret', [60020]],
  ])('is logged when %s', async (_, secret, refusals) => {
    api.refusals.push(...refusals);
    const { context, logged } = stage();
    const adapter = createAdapter(active(secret), context);
    await post(adapter, textMessage('1', '?'));
    await adapter.stop();
    expect(api.sent).toEqual([]);
    expect(logged).toContain('error QD-CHANNEL');
  });

  it.each([
    ['image', '只看得懂文字'],
    ['voice', '只看得懂文字'],
    ['file', '请打开网页，点「发通知文件」'],
  ])('of kind %s is told what to do instead', async (kind, words) => {
    const { context, heard } = stage();
    const adapter = createAdapter(active(), context);
    await post(adapter, textMessage('1', '?').replace('[text]', `[${kind}]`));
    await adapter.stop();
    expect(api.sent[0]?.text).toContain(words);
    expect(heard).toEqual([]);
  });
});
