import { createCipheriv, randomBytes } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import type { ChannelAdapter, HttpResponse } from '#conversation/channel.js';
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
  /** Files that were sent, with whom they went to. */
  files: { user: string; name: string; bytes: Uint8Array }[];
  /** Takes no files from now on. */
  refuseFiles(): void;
  close(): Promise<void>;
}

/** The API of 企业微信 on loopback; an access token that it has taken back is refused as the real one does. */
export async function fakeApi(): Promise<FakeApi> {
  const media: { name: string; bytes: Uint8Array }[] = [];
  let takesFiles = true;
  const api: FakeApi = {
    url: '',
    sent: [],
    tokens: 0,
    refusals: [],
    files: [],
    refuseFiles: () => {
      takesFiles = false;
    },
    close: async () => undefined,
  };
  const server = createServer((incoming, response) => {
    const { pathname, searchParams } = new URL(incoming.url ?? '/', 'http://fake');
    const say = (body: object) => response.end(JSON.stringify(body));
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', async () => {
      if (pathname === '/cgi-bin/gettoken') {
        if (searchParams.get('corpsecret') !== 'app-secret')
          return say({ errcode: 40001, errmsg: 'invalid secret' });
        return say({ errcode: 0, errmsg: 'ok', access_token: `token-${++api.tokens}`, expires_in: 7200 });
      }
      if (searchParams.get('access_token') !== `token-${api.tokens}`)
        return say({ errcode: 40014, errmsg: 'stale' });
      const refusal = api.refusals.shift();
      if (refusal !== undefined) return say({ errcode: refusal, errmsg: 'refused' });
      if (pathname === '/cgi-bin/media/upload') {
        if (!takesFiles || searchParams.get('type') !== 'file')
          return say({ errcode: 40004, errmsg: 'type' });
        const form = await new Response(Buffer.concat(chunks), {
          headers: { 'content-type': incoming.headers['content-type'] ?? '' },
        }).formData();
        const file = form.get('media') as File;
        media.push({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
        return say({ errcode: 0, errmsg: 'ok', type: 'file', media_id: `media-${media.length}` });
      }
      const { touser, agentid, text, file } = JSON.parse(Buffer.concat(chunks).toString());
      if (file !== undefined) {
        const found = media[Number(file.media_id.slice('media-'.length)) - 1];
        if (found === undefined) return say({ errcode: 40007, errmsg: 'media_id' });
        api.files.push({ user: touser, ...found });
        return say({ errcode: 0, errmsg: 'ok' });
      }
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
    file?: { media_id: string };
  };
}

export interface FakeRobotServer {
  url: string;
  /** Frames that the robot sent, signing in and heartbeats left out. */
  frames: Frame[];
  /** Files that the robot sent, with the conversation they went to. */
  files: { chat: string; name: string; bytes: Uint8Array }[];
  /** Takes no files from now on. */
  refuseFiles(): void;
  push(cmd: 'aibot_msg_callback' | 'aibot_event_callback', reqId: string, body: unknown): void;
  close(): Promise<void>;
}

/** The long connection of 企业微信 on loopback. */
export async function fakeRobotServer(secret = 'robot-secret'): Promise<FakeRobotServer> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await new Promise<void>((resolve) => server.once('listening', () => resolve()));
  const frames: Frame[] = [];
  const files: FakeRobotServer['files'] = [];
  const uploads = new Map<string, { name: string; chunks: Buffer[] }>();
  let takesFiles = true;
  let connection: WebSocket | null = null;
  server.on('connection', (socket) => {
    socket.on('message', (data) => {
      const frame = JSON.parse(String(data));
      const refused = frame.cmd === 'aibot_subscribe' && frame.body.secret !== secret;
      const answer = uploadStep(frame);
      if (answer !== null) return socket.send(JSON.stringify({ headers: frame.headers, ...answer }));
      if (frame.cmd === 'aibot_subscribe') connection = socket;
      else if (frame.cmd !== 'ping') frames.push(frame);
      socket.send(JSON.stringify({ headers: frame.headers, errcode: refused ? 40001 : 0, errmsg: '' }));
    });
  });
  /** The answer to a frame of an upload, or of a file that is sent; null for all others. */
  function uploadStep({ cmd, body }: { cmd: string; body: Record<string, unknown> }): object | null {
    if (cmd === 'aibot_upload_media_init') {
      if (!takesFiles) return { errcode: 40058, errmsg: 'refused' };
      const id = `upload-${uploads.size + 1}`;
      uploads.set(id, { name: String(body.filename), chunks: [] });
      return { errcode: 0, body: { upload_id: id } };
    }
    const upload = uploads.get(String(body?.upload_id));
    if (cmd === 'aibot_upload_media_chunk' && upload !== undefined) {
      upload.chunks[Number(body.chunk_index)] = Buffer.from(String(body.base64_data), 'base64');
      return { errcode: 0 };
    }
    if (cmd === 'aibot_upload_media_finish')
      return { errcode: 0, body: { type: 'file', media_id: String(body.upload_id) } };
    const sent = cmd === 'aibot_send_msg' ? (body.file as { media_id: string } | undefined) : undefined;
    const found = sent === undefined ? undefined : uploads.get(sent.media_id);
    if (found === undefined) return null;
    files.push({ chat: String(body.chatid), name: found.name, bytes: Buffer.concat(found.chunks) });
    return { errcode: 0 };
  }

  return {
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
    frames,
    files,
    refuseFiles: () => {
      takesFiles = false;
    },
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

export interface FileHost {
  /** A file as a message names it, encrypted with a key of its own; `answer` says another way to answer. */
  share(
    name: string,
    bytes: Uint8Array,
    answer?: (response: ServerResponse) => void,
  ): { url: string; aeskey: string };
  /** How often a file was asked for. */
  asked: number;
  close(): Promise<void>;
}

/** Where 企业微信 keeps the files of messages, on loopback. */
export async function fileHost(): Promise<FileHost> {
  const files: ((response: ServerResponse) => void)[] = [];
  const server = createServer((incoming, response) => {
    host.asked++;
    files[Number(incoming.url?.slice(1))]?.(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const host: FileHost = {
    asked: 0,
    share(name, bytes, answer) {
      const key = randomBytes(32);
      const pad = 32 - (bytes.length % 32);
      const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
      const plain = Buffer.concat([bytes, Buffer.alloc(pad, pad)]);
      const encrypted = Buffer.concat([cipher.update(plain), cipher.final()]);
      files.push(
        answer ??
          ((response) => {
            response.setHeader(
              'content-disposition',
              `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
            );
            response.end(encrypted);
          }),
      );
      return { url: `${origin}/${files.length - 1}`, aeskey: key.toString('base64') };
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return host;
}

export const robotFile = (id: string, file: { url: string; aeskey?: string }, user = 'lisi') => ({
  ...robotText(id, '', user),
  msgtype: 'file',
  text: undefined,
  file,
});
