import type { ChannelAdapter, HttpResponse } from '#conversation/channel.js';
import { field, platform, request, SECONDS, serve, sha1 } from '../../channels/support.js';

export const PATH = '/channels/official-account';
export const TOKEN = 'gzh-token';
export const APP_ID = 'wx0123456789abcdef';
export const KEY = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG';
export const ACCOUNT = 'gh_committee';

export const PLAIN = { mode: 'plain', token: TOKEN } as const;
export const AES = { mode: 'aes', token: TOKEN, appId: APP_ID, encodingAesKey: KEY } as const;

/** What 微信 signs every request with. */
export function signed(at = SECONDS, nonce = 'n1', token = TOKEN): Record<string, string> {
  return { timestamp: String(at), nonce, signature: sha1(token, String(at), nonce) };
}

export function xml(fields: Record<string, string | number>): string {
  const inner = Object.entries(fields).map(([name, value]) =>
    typeof value === 'number' ? `<${name}>${value}</${name}>` : `<${name}><![CDATA[${value}]]></${name}>`,
  );
  return `<xml>${inner.join('\n')}</xml>`;
}

export const textMessage = (id: string, text: string, user = 'openid-1') =>
  xml({
    ToUserName: ACCOUNT,
    FromUserName: user,
    CreateTime: SECONDS,
    MsgType: 'text',
    Content: text,
    MsgId: id,
  });

export const post = (adapter: ChannelAdapter, body: string | Uint8Array, query = signed()) =>
  serve(adapter, request('POST', PATH, query, body));

/** Posts as the secure mode does: sealed, with two signatures. */
export function postSealed(
  adapter: ChannelAdapter,
  body: string,
  { key = KEY, appId = APP_ID, token = TOKEN, at = SECONDS } = {},
): Promise<HttpResponse> {
  const ciphertext = platform.seal(body, key, appId);
  const query = {
    ...signed(at),
    encrypt_type: 'aes',
    msg_signature: sha1(token, String(at), 'n1', ciphertext),
  };
  return post(adapter, xml({ ToUserName: ACCOUNT, Encrypt: ciphertext }), query);
}

/** Opens a sealed answer, and checks its signature. */
export function opened(response: HttpResponse): string {
  const body = String(response.body);
  const ciphertext = field(body, 'Encrypt');
  const signature = sha1(TOKEN, field(body, 'TimeStamp'), field(body, 'Nonce'), ciphertext);
  if (field(body, 'MsgSignature') !== signature) throw new Error('the answer is not signed');
  const { text, receiver } = platform.open(ciphertext, KEY);
  if (receiver !== APP_ID) throw new Error(`the answer is for ${receiver}`);
  return text;
}
