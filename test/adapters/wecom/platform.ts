import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import type { ChannelAdapter, HttpResponse } from '../../../src/bot/channel.js';
import { field, platform, request, SECONDS, serve, sha1 } from '../../channels/support.js';

export const PATH = '/channels/wecom';
export const TOKEN = 'wecom-token';
export const CORP = 'ww0123456789abcdef';
export const KEY = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG';
export const AGENT = 1000002;

export const textMessage = (id: string, text: string, user = 'zhangsan', agent = AGENT) =>
  `<xml><ToUserName><![CDATA[${CORP}]]></ToUserName><FromUserName><![CDATA[${user}]]></FromUserName><CreateTime>${SECONDS}</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[${text}]]></Content><MsgId>${id}</MsgId><AgentID>${agent}</AgentID></xml>`;

/** Posts a callback as 企业微信 does. */
export function post(
  adapter: ChannelAdapter,
  body: string,
  { key = KEY, corp = CORP, token = TOKEN, at = SECONDS } = {},
): Promise<HttpResponse> {
  const ciphertext = platform.seal(body, key, corp);
  const query = {
    timestamp: String(at),
    nonce: 'n1',
    msg_signature: sha1(token, String(at), 'n1', ciphertext),
  };
  const xml = `<xml><ToUserName><![CDATA[${CORP}]]></ToUserName><Encrypt><![CDATA[${ciphertext}]]></Encrypt><AgentID><![CDATA[${AGENT}]]></AgentID></xml>`;
  return serve(adapter, request('POST', PATH, query, xml));
}

/** Opens a sealed answer, and checks its signature. */
export function opened(response: HttpResponse): string {
  const body = String(response.body);
  const ciphertext = field(body, 'Encrypt');
  const signature = sha1(TOKEN, field(body, 'TimeStamp'), field(body, 'Nonce'), ciphertext);
  if (field(body, 'MsgSignature') !== signature) throw new Error('the answer is not signed');
  const { text, receiver } = platform.open(ciphertext, KEY);
  if (receiver !== CORP) throw new Error(`the answer is for ${receiver}`);
  return text;
}

export interface FakeApi {
  url: string;
  /** Texts that were sent, with whom they went to. */
  sent: { user: string; text: string; agent: number }[];
  /** How often an access token was asked for. */
  tokens: number;
  /** Answers to the next requests to send, instead of a success. */
  refusals: number[];
  close(): Promise<void>;
}

/** The API of 企业微信 on loopback; an access token that it has taken back is refused as the real one does. */
export async function fakeApi(): Promise<FakeApi> {
  const api: FakeApi = { url: '', sent: [], tokens: 0, refusals: [], close: async () => undefined };
  const server = createServer((incoming, response) => {
    const { pathname, searchParams } = new URL(incoming.url ?? '/', 'http://fake');
    const say = (body: object) => response.end(JSON.stringify(body));
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      if (pathname === '/cgi-bin/gettoken') {
        if (searchParams.get('corpsecret') !== 'app-secret')
          return say({ errcode: 40001, errmsg: 'invalid secret' });
        return say({ errcode: 0, errmsg: 'ok', access_token: `token-${++api.tokens}`, expires_in: 7200 });
      }
      if (searchParams.get('access_token') !== `token-${api.tokens}`)
        return say({ errcode: 40014, errmsg: 'stale' });
      const refusal = api.refusals.shift();
      if (refusal !== undefined) return say({ errcode: refusal, errmsg: 'refused' });
      const { touser, agentid, text } = JSON.parse(Buffer.concat(chunks).toString());
      api.sent.push({ user: touser, text: text.content, agent: agentid });
      return say({ errcode: 0, errmsg: 'ok' });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  api.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  api.close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return api;
}

export interface Frame {
  cmd: string;
  headers: { req_id: string };
  body: {
    chatid?: string;
    stream?: { id: string; finish: boolean; content: string; feedback?: { id: string } };
    markdown?: { content: string };
    text?: { content: string };
  };
}

export interface FakeRobotServer {
  url: string;
  /** Frames that the robot sent, signing in and heartbeats left out. */
  frames: Frame[];
  push(cmd: 'aibot_msg_callback' | 'aibot_event_callback', reqId: string, body: unknown): void;
  close(): Promise<void>;
}

/** The long connection of 企业微信 on loopback. */
export async function fakeRobotServer(secret = 'robot-secret'): Promise<FakeRobotServer> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await new Promise<void>((resolve) => server.once('listening', () => resolve()));
  const frames: Frame[] = [];
  let connection: WebSocket | null = null;
  server.on('connection', (socket) => {
    socket.on('message', (data) => {
      const frame = JSON.parse(String(data));
      const refused = frame.cmd === 'aibot_subscribe' && frame.body.secret !== secret;
      if (frame.cmd === 'aibot_subscribe') connection = socket;
      else if (frame.cmd !== 'ping') frames.push(frame);
      socket.send(JSON.stringify({ headers: frame.headers, errcode: refused ? 40001 : 0, errmsg: '' }));
    });
  });
  return {
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
    frames,
    push: (cmd, reqId, body) => connection?.send(JSON.stringify({ cmd, headers: { req_id: reqId }, body })),
    close: async () => {
      for (const socket of server.clients) socket.terminate();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export const robotText = (id: string, text: string, user = 'lisi', room?: string) => ({
  msgid: id,
  aibotid: 'bot-1',
  ...(room === undefined ? { chattype: 'single' } : { chattype: 'group', chatid: room }),
  from: { userid: user },
  msgtype: 'text',
  text: { content: room === undefined ? text : `@清单助手 ${text}` },
});
