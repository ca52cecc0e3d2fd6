import { describe, expect, it } from 'vitest';
import { createAdapter } from '#adapters/official-account/adapter.js';
import { field, request, SECONDS, serve, stage, textReply } from '../../channels/support.js';
import {
  ACCOUNT,
  AES,
  KEY,
  opened,
  PATH,
  PLAIN,
  post,
  postSealed,
  signed,
  textMessage,
  xml,
} from './platform.js';

describe('the address of a 公众号', () => {
  it.each([
    ['plain', PLAIN],
    ['aes', AES],
  ])('is confirmed by echoing what a signed request asks (%s)', async (_, settings) => {
    const adapter = createAdapter(settings, stage().context);
    const response = await serve(adapter, request('GET', PATH, { ...signed(), echostr: '590' }));
    expect(response).toMatchObject({ status: 200, body: '590' });
    expect(response.headers?.['content-type']).toContain('text/plain');
  });

  it.each([
    ['a wrong signature', { ...signed(), signature: '0'.repeat(40), echostr: '1' }],
    ['another token', { ...signed(SECONDS, 'n1', 'guess'), echostr: '1' }],
    ['no signature', { timestamp: String(SECONDS), nonce: 'n', echostr: '1' }],
    ['a signature of yesterday', { ...signed(SECONDS - 86_400), echostr: '1' }],
    ['nothing to echo', signed()],
  ])('is not confirmed to %s', async (_, query) => {
    const response = await serve(createAdapter(PLAIN, stage().context), request('GET', PATH, query));
    expect(response).toMatchObject({ status: 401, body: '' });
  });
});

describe('a message to a 公众号 in plain mode', () => {
  it('is answered in the response', async () => {
    const { context, heard } = stage(undefined);
    const adapter = createAdapter({ ...PLAIN, region: '重庆市', role: 'resident' }, context);
    const response = await post(adapter, textMessage('m1', '能开居住证明吗'));
    expect(response).toEqual({
      status: 200,
      headers: { 'content-type': 'application/xml; charset=utf-8' },
      body: `<xml><ToUserName><![CDATA[openid-1]]></ToUserName><FromUserName><![CDATA[${ACCOUNT}]]></FromUserName><CreateTime>${SECONDS}</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[答：能开居住证明吗]]></Content></xml>`,
    });
    expect(heard).toEqual([
      {
        eventId: 'openid-1:m1',
        channel: 'official-account',
        conversationId: 'openid-1',
        userId: 'openid-1',
        role: 'resident',
        region: '重庆市',
        text: '能开居住证明吗',
        attachments: [],
      },
    ]);
  });

  it('of another sender under the same number gets an answer of its own', async () => {
    const adapter = createAdapter(PLAIN, stage().context);
    await post(adapter, textMessage('m1', '能开甲证明吗', 'openid-1'));
    const other = String((await post(adapter, textMessage('m1', '能开乙证明吗', 'openid-2'))).body);
    expect(field(other, 'ToUserName')).toBe('openid-2');
    expect(field(other, 'Content')).toBe('答：能开乙证明吗');
  });

  it('cannot break out of the answer with the end of a CDATA section', async () => {
    const adapter = createAdapter(PLAIN, stage(() => textReply('a]]></Content><X>b')).context);
    const body = String((await post(adapter, textMessage('m1', '?'))).body);
    expect(body).not.toContain(']]></Content><X>');
    expect(field(body, 'Content')).toBe('a]]>＜/Content>＜X>b');
  });

  it.each([
    ['a wrong signature', textMessage('m1', '?'), { ...signed(), signature: 'f'.repeat(40) }, 401],
    ['an expired signature', textMessage('m1', '?'), signed(SECONDS - 601), 401],
    ['a wrong signature on rubbish', '<xml', { ...signed(), signature: '' }, 401],
    [
      'encryption that the settings know nothing of',
      textMessage('m1', '?'),
      { ...signed(), encrypt_type: 'aes' },
      400,
    ],
    ['a DTD', `<!DOCTYPE xml [<!ENTITY x "y">]>${textMessage('m1', '?')}`, signed(), 400],
    ['an entity', textMessage('m1', '?').replace('<![CDATA[?]]>', '&x;'), signed(), 400],
    ['rubbish', '{"text":"?"}', signed(), 400],
    ['bytes that are no text', Uint8Array.of(0xff, 0xfe, 0x00), signed(), 400],
    ['nothing', '', signed(), 400],
    ['too much', 'x'.repeat(70_000), signed(), 413],
  ])('is refused with %s, and the bot hears nothing', async (_, body, query, status) => {
    const { context, heard } = stage();
    expect((await post(createAdapter(PLAIN, context), body, query)).status).toBe(status);
    expect(heard).toEqual([]);
  });

  it('gives the same bytes again on a retry, at the same time or later', async () => {
    const { context, heard } = stage();
    const adapter = createAdapter(PLAIN, context);
    const together = await Promise.all(
      Array.from({ length: 3 }, () => post(adapter, textMessage('m1', '?'))),
    );
    const later = await post(adapter, textMessage('m1', '?'), signed(SECONDS, 'n2'));
    expect(new Set([...together, later].map(({ body }) => body))).toHaveProperty('size', 1);
    expect(heard).toHaveLength(1);
  });

  it('is answered in time also when the bot is slow, and 「继续」 gives the answer', async () => {
    let finish: (value: ReturnType<typeof textReply>) => void = () => undefined;
    const slow = new Promise<ReturnType<typeof textReply>>((resolve) => {
      finish = resolve;
    });
    const adapter = createAdapter(PLAIN, stage(() => slow).context, { patience: 5 });
    const first = await post(adapter, textMessage('m1', '?'));
    const retry = await post(adapter, textMessage('m1', '?'));
    expect(field(String(first.body), 'Content')).toBe('正在查，请过几秒回复「继续」看答复。');
    expect(retry.body).toBe(first.body);
    finish(textReply('能。'));
    expect(field(String((await post(adapter, textMessage('m2', '继续'))).body), 'Content')).toBe('能。');
  });

  it('that makes the program fail gets an apology and a logged code', async () => {
    const { context, logged } = stage(() => Promise.reject(new Error('broken')));
    const response = await post(createAdapter(PLAIN, context), textMessage('m1', '?'));
    expect(field(String(response.body), 'Content')).toContain('对不起');
    expect(logged).toContain('error QD-INTERNAL');
  });

  it('to which the bot says nothing is acknowledged with success', async () => {
    const adapter = createAdapter(PLAIN, stage(() => ({ blocks: [] })).context);
    expect(await post(adapter, textMessage('m1', '?'))).toMatchObject({ status: 200, body: 'success' });
  });
});

describe('what else comes to a 公众号', () => {
  const event = (fields: Record<string, string>) =>
    xml({ ToUserName: ACCOUNT, FromUserName: 'openid-1', CreateTime: SECONDS, MsgType: 'event', ...fields });

  it.each([
    ['a new follower gets the help', event({ Event: 'subscribe' }), '帮助'],
    [
      'a menu button asks what its key says',
      event({ Event: 'CLICK', EventKey: '负面清单有哪些' }),
      '负面清单有哪些',
    ],
  ])('%s', async (_, body, text) => {
    const { context, heard } = stage();
    const adapter = createAdapter(PLAIN, context);
    const [first, retry] = [await post(adapter, body), await post(adapter, body)];
    expect(field(String(first.body), 'Content')).toBe(`答：${text}`);
    expect(retry.body).toBe(first.body);
    expect(heard).toHaveLength(1);
  });

  it.each([
    ['someone who leaves', event({ Event: 'unsubscribe' })],
    ['a location', event({ Event: 'LOCATION', Latitude: '29.5' })],
    ['a kind of tomorrow', xml({ ToUserName: ACCOUNT, FromUserName: 'o', MsgType: 'hologram', MsgId: '1' })],
    ['nobody', xml({ ToUserName: ACCOUNT, MsgType: 'text', Content: '?', MsgId: '1' })],
    ['the account itself', textMessage('m1', '?', ACCOUNT)],
  ])('%s is acknowledged and nothing said', async (_, body) => {
    const { context, heard } = stage();
    expect(await post(createAdapter(PLAIN, context), body)).toMatchObject({ status: 200, body: 'success' });
    expect(heard).toEqual([]);
  });

  it('a message for another account is none of ours', async () => {
    const { context, heard } = stage();
    const adapter = createAdapter({ ...PLAIN, account: 'gh_other' }, context);
    expect(await post(adapter, textMessage('m1', '?'))).toMatchObject({ status: 200, body: 'success' });
    expect(heard).toEqual([]);
  });

  it('a file is told where to send it', async () => {
    const { context, heard } = stage();
    const body = xml({ ToUserName: ACCOUNT, FromUserName: 'o', MsgType: 'file', MsgId: 'm-file' });
    const response = await post(createAdapter(PLAIN, context), body);
    expect(field(String(response.body), 'Content')).toContain('请打开网页，点「发通知文件」');
    expect(heard).toEqual([]);
  });

  it.each(['image', 'voice', 'video', 'location', 'link'])(
    'a message of kind %s is asked for in words',
    async (kind) => {
      const { context, heard } = stage();
      const body = xml({ ToUserName: ACCOUNT, FromUserName: 'o', MsgType: kind, MsgId: `m-${kind}` });
      const response = await post(createAdapter(PLAIN, context), body);
      expect(field(String(response.body), 'Content')).toContain('只看得懂文字');
      expect(heard).toEqual([]);
    },
  );
});

describe('a message to a 公众号 in secure mode', () => {
  it('is opened, and its answer sealed and signed', async () => {
    const { context, heard } = stage();
    const response = await postSealed(createAdapter(AES, context), textMessage('m1', '能开居住证明吗'));
    expect(heard[0]?.text).toBe('能开居住证明吗');
    expect(field(opened(response), 'Content')).toBe('答：能开居住证明吗');
    expect(String(response.body)).not.toContain('openid-1');
  });

  it('gives the same sealed bytes again on a retry', async () => {
    const adapter = createAdapter(AES, stage().context);
    const [first, retry] = [
      await postSealed(adapter, textMessage('m1', '?')),
      await postSealed(adapter, textMessage('m1', '?')),
    ];
    expect(retry.body).toBe(first.body);
  });

  it('is refused when it is not sealed, although it is signed', async () => {
    const { context, heard } = stage();
    expect((await post(createAdapter(AES, context), textMessage('m1', '?'))).status).toBe(401);
    expect(heard).toEqual([]);
  });

  it.each([
    ['another token', { token: 'guess' }, 401],
    ['another key', { key: KEY.split('').reverse().join('') }, 401],
    ['another AppID', { appId: 'wx-other' }, 401],
  ])('is refused when it is sealed with %s', async (_, how, status) => {
    const { context, heard } = stage();
    expect((await postSealed(createAdapter(AES, context), textMessage('m1', '?'), how)).status).toBe(status);
    expect(heard).toEqual([]);
  });

  it('is refused when what was sealed is no message', async () => {
    const { context, heard } = stage();
    expect((await postSealed(createAdapter(AES, context), '<!DOCTYPE xml><xml></xml>')).status).toBe(400);
    expect(heard).toEqual([]);
  });
});
