import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';

export const SECRET = 'signing-secret';
export const BOT_TOKEN = 'xoxb-fake';
export const APP_TOKEN = 'xapp-fake';
export const TEAM = 'T1';
export const SELF = { bot_id: 'B1', user_id: 'UBOT' };

interface Section {
  type: string;
  text?: { text: string };
  elements?: { action_id: string; value: string; text: { text: string } }[];
}

/** A message that the app has sent. */
export interface Posted {
  /** Channel, or the id of the response address that it went to. */
  channel: string;
  thread_ts?: string;
  text: string;
  blocks: Section[];
  response_type?: string;
}

/** How the address of a file answers instead of giving it. */
export type Answer = (response: ServerResponse) => void;

export interface FakeSlack {
  apiUrl: string;
  posted: Posted[];
  /** Files that the app has put into a channel, with where they went. */
  uploaded: { channel: string; thread_ts?: string; name: string; bytes: Uint8Array }[];
  /** Stands a file ready, as an event names it; `answer` says another way to answer to its address. */
  share(name: string, bytes: Uint8Array, more?: object, answer?: Answer): Record<string, unknown>;
  /** Files that were asked for, with the token that came along. */
  asked: { path: string; token: string | undefined }[];
  /** Takes the right to send files away. */
  refuseFiles(): void;
  /** Envelopes that were acknowledged over the socket. */
  acknowledged: string[];
  /** Address that answers to a command or a pressed button go to. */
  responseUrl(id: string): string;
  /** Sends an envelope over the socket. */
  push(envelope: { type: string; envelope_id: string; payload?: unknown }): void;
  /** Takes the app token back. */
  revoke(): void;
  close(): Promise<void>;
}

/** Slack's Web API, response addresses and Socket Mode on loopback. */
export async function fakeSlack(): Promise<FakeSlack> {
  const posted: Posted[] = [];
  const acknowledged: string[] = [];
  const uploaded: FakeSlack['uploaded'] = [];
  const asked: FakeSlack['asked'] = [];
  const shared = new Map<string, { bytes: Uint8Array; answer: Answer | undefined }>();
  const incoming = new Map<string, { name: string; bytes: Uint8Array }>();
  let takesFiles = true;
  const sockets = new WebSocketServer({ noServer: true });
  let connection: WebSocket | null = null;
  let origin = '';
  let revoked = false;

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://fake');
    const say = (body: object) => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(body));
    };
    const token = request.headers.authorization?.replace('Bearer ', '');
    const file = shared.get(url.pathname);
    if (file !== undefined) {
      asked.push({ path: url.pathname, token });
      if (file.answer !== undefined) return file.answer(response);
      if (token === BOT_TOKEN) return response.end(file.bytes);
      // Slack shows the page for signing in.
      response.setHeader('content-type', 'text/html');
      return response.end('<html>');
    }
    const upload = incoming.get(url.pathname);
    if (upload !== undefined) {
      const form = await new Response(await bodyOf(request), {
        headers: { 'content-type': request.headers['content-type'] ?? '' },
      }).formData();
      upload.bytes = new Uint8Array(await (form.get('body') as Blob).arrayBuffer());
      return response.end('OK');
    }
    const fields = await readFields(request);
    if (url.pathname.startsWith('/respond/')) {
      posted.push({ ...(fields as unknown as Posted), channel: url.pathname.slice('/respond/'.length) });
      return say({ ok: true });
    }
    if (url.pathname === '/api/apps.connections.open')
      return say(
        token === APP_TOKEN && !revoked
          ? { ok: true, url: `${origin.replace('http', 'ws')}/socket` }
          : { ok: false, error: 'invalid_auth' },
      );
    if (token !== BOT_TOKEN) return say({ ok: false, error: 'invalid_auth' });
    if (url.pathname === '/api/auth.test') return say({ ok: true, team_id: TEAM, ...SELF });
    if (url.pathname === '/api/chat.postMessage') {
      posted.push({ ...fields, blocks: JSON.parse(fields.blocks ?? '[]') } as unknown as Posted);
      return say({ ok: true, ts: `${posted.length}.0`, channel: fields.channel });
    }
    if (url.pathname === '/api/files.info') {
      const address = [...shared.keys()].find((path) => path.includes(`/${fields.file}/`));
      return say({ ok: true, file: { url_private_download: `${origin}${address}` } });
    }
    if (url.pathname.startsWith('/api/files.') && !takesFiles)
      return say({ ok: false, error: 'missing_scope' });
    if (url.pathname === '/api/files.getUploadURLExternal') {
      const id = `F${incoming.size + 1}`;
      incoming.set(`/upload/${id}`, { name: fields.filename ?? '', bytes: new Uint8Array() });
      return say({ ok: true, file_id: id, upload_url: `${origin}/upload/${id}` });
    }
    if (url.pathname === '/api/files.completeUploadExternal') {
      const { channel_id = '', thread_ts, files = '[]' } = fields;
      for (const { id } of JSON.parse(files)) {
        const { name, bytes } = incoming.get(`/upload/${id}`) ?? { name: '', bytes: new Uint8Array() };
        uploaded.push({
          channel: channel_id,
          ...(thread_ts === undefined ? {} : { thread_ts }),
          name,
          bytes,
        });
      }
      return say({ ok: true, files: [] });
    }
    return say({ ok: false, error: 'unknown_method' });
  });
  server.on('upgrade', (request, stream, head) => {
    sockets.handleUpgrade(request, stream, head, (socket) => {
      connection = socket;
      socket.on('message', (data) => acknowledged.push(JSON.parse(String(data)).envelope_id));
      socket.send(JSON.stringify({ type: 'hello', num_connections: 1 }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    apiUrl: `${origin}/api/`,
    posted,
    uploaded,
    asked,
    share(name, bytes, more = {}, answer) {
      const id = `FS${shared.size + 1}`;
      const path = `/files-pri/T1-${id}/${id}/download`;
      shared.set(path, { bytes, answer });
      return {
        id,
        name,
        mimetype: 'text/plain',
        size: bytes.length,
        url_private_download: origin + path,
        ...more,
      };
    },
    refuseFiles: () => {
      takesFiles = false;
    },
    acknowledged,
    responseUrl: (id) => `${origin}/respond/${id}`,
    revoke: () => {
      revoked = true;
    },
    push: (envelope) => connection?.send(JSON.stringify({ accepts_response_payload: false, ...envelope })),
    close: async () => {
      for (const socket of sockets.clients) socket.terminate();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function bodyOf(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function readFields(incoming: IncomingMessage): Promise<Record<string, string>> {
  const text = (await bodyOf(incoming)).toString();
  if (incoming.headers['content-type']?.includes('json')) return JSON.parse(text);
  return Object.fromEntries(new URLSearchParams(text));
}

/** What Slack signs a request with. @param at seconds since 1970 */
export function signed(body: string, at: number, secret = SECRET): Record<string, string> {
  const hash = createHmac('sha256', secret).update(`v0:${at}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': String(at), 'x-slack-signature': `v0=${hash}` };
}

/** All that a person reads in a message. */
export const wordsOf = ({ blocks }: Posted) =>
  blocks
    .flatMap(({ text, elements }) => [text?.text, ...(elements ?? []).map((element) => element.text.text)])
    .filter((words) => words !== undefined)
    .join('\n');

const event = (id: string, inner: object) => ({
  type: 'event_callback',
  event_id: id,
  team_id: TEAM,
  api_app_id: 'A1',
  authorizations: [{ team_id: TEAM, user_id: SELF.user_id, is_bot: true }],
  event: inner,
});

export const mention = (id: string, text: string, more: object = {}) =>
  event(id, {
    type: 'app_mention',
    user: 'U1',
    channel: 'C1',
    ts: '100.1',
    text: `<@${SELF.user_id}> ${text}`,
    ...more,
  });

export const direct = (id: string, text: string, more: object = {}) =>
  event(id, { type: 'message', channel_type: 'im', user: 'U1', channel: 'D1', ts: '100.1', text, ...more });

export const command = (id: string, text: string, responseUrl: string) => ({
  command: '/qingdan',
  text,
  trigger_id: id,
  team_id: TEAM,
  channel_id: 'C1',
  user_id: 'U1',
  response_url: responseUrl,
  api_app_id: 'A1',
});

export const press = (id: string, action: { action_id: string; value: string }, more: object = {}) => ({
  type: 'block_actions',
  trigger_id: id,
  team: { id: TEAM },
  user: { id: 'U1' },
  channel: { id: 'C1' },
  container: { type: 'message', channel_id: 'C1', message_ts: '101.0' },
  message: { ts: '101.0', thread_ts: '100.1' },
  actions: [{ type: 'button', block_id: 'b', action_ts: '102.0', ...action }],
  ...more,
});
