import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';
import type { ChannelAdapter, ChannelContext, HttpRequest, HttpResponse } from '#conversation/channel.js';
import type { Log } from '#conversation/log.js';
import type { IncomingMessage, Reply } from '#conversation/message.js';
import { type RunningServer, startServer } from '#server/index.js';
import { answeringDesk } from '../server/support/desk.js';

/** 2026-01-05 08:00 in China. */
export const NOW = Date.UTC(2026, 0, 5);
export const SECONDS = NOW / 1000;

export const textReply = (text: string): Reply => ({ blocks: [{ type: 'text', text }] });

export interface Stage {
  context: ChannelContext;
  /** Messages that reached the bot. */
  heard: IncomingMessage[];
  /** Names of what was logged, worst kind first in each. */
  logged: string[];
}

/** A context with a bot that answers as it is told, and counts an event once as the real one does. */
export function stage(
  answer: (message: IncomingMessage) => Reply | Promise<Reply> = ({ text }) => textReply(`答：${text}`),
  clock: () => number = () => NOW,
): Stage {
  const heard: IncomingMessage[] = [];
  const logged: string[] = [];
  const seen = new Set<string>();
  const log: Log = {
    info: (event) => void logged.push(`info ${event}`),
    warn: (event) => void logged.push(`warn ${event}`),
    error: (event) => void logged.push(`error ${event}`),
  };
  let ids = 0;
  const context: ChannelContext = {
    bot: {
      async handle(message) {
        if (seen.has(message.eventId)) return { blocks: [] };
        seen.add(message.eventId);
        heard.push(message);
        return answer(message);
      },
    },
    log,
    clock,
    newId: () => `id-${++ids}`,
  };
  return { context, heard, logged };
}

export function request(
  method: 'GET' | 'POST',
  path: string,
  query: Record<string, string> = {},
  body: string | Uint8Array = '',
  headers: Record<string, string> = {},
): HttpRequest {
  return {
    method,
    path,
    query: new URLSearchParams(query),
    headers,
    body: typeof body === 'string' ? Buffer.from(body) : body,
    remote: '127.0.0.1',
    signal: new AbortController().signal,
  };
}

/** What the one HTTP server does: finds the route, refuses bodies over its limit. */
export async function serve(adapter: ChannelAdapter, asked: HttpRequest): Promise<HttpResponse> {
  const route = adapter.routes.find(({ method, path }) => method === asked.method && path === asked.path);
  if (route === undefined) return { status: 404 };
  return asked.body.length > route.bodyLimit ? { status: 413 } : route.handle(asked);
}

export const sha1 = (...parts: string[]) => createHash('sha1').update(parts.sort().join('')).digest('hex');

/** The platform's side of the encryption, written against its documentation and not against our code. */
export const platform = {
  seal(text: string, key: string, receiver: string): string {
    const aes = Buffer.from(`${key}=`, 'base64');
    const body = Buffer.from(text);
    const head = Buffer.alloc(20, 'r');
    head.writeUInt32BE(body.length, 16);
    const plain = Buffer.concat([head, body, Buffer.from(receiver)]);
    const pad = 32 - (plain.length % 32);
    const cipher = createCipheriv('aes-256-cbc', aes, aes.subarray(0, 16)).setAutoPadding(false);
    return Buffer.concat([
      cipher.update(Buffer.concat([plain, Buffer.alloc(pad, pad)])),
      cipher.final(),
    ]).toString('base64');
  },
  open(ciphertext: string, key: string): { text: string; receiver: string } {
    const aes = Buffer.from(`${key}=`, 'base64');
    const decipher = createDecipheriv('aes-256-cbc', aes, aes.subarray(0, 16)).setAutoPadding(false);
    const padded = Buffer.concat([decipher.update(ciphertext, 'base64'), decipher.final()]);
    const plain = padded.subarray(0, padded.length - (padded.at(-1) ?? 0));
    const end = 20 + plain.readUInt32BE(16);
    return { text: plain.toString('utf8', 20, end), receiver: plain.toString('utf8', end) };
  },
};

/** Text of a field of a reply, its CDATA sections joined. */
export function field(xml: string, name: string): string {
  const [, inner = ''] = new RegExp(`<${name}>([\\s\\S]*)</${name}>`).exec(xml) ?? [];
  const sections = [...inner.matchAll(/<!\[CDATA\[([\s\S]*?)\]\]>/g)].map(([, text]) => text);
  return sections.length > 0 ? sections.join('') : inner;
}

/** A context that tells when all turns are over, for channels whose answers go out by themselves. */
export function watched(context: ChannelContext): {
  context: ChannelContext;
  idle(sent: () => number): Promise<void>;
} {
  let turns = 0;
  const bot: ChannelContext['bot'] = {
    async handle(message) {
      turns++;
      return context.bot.handle(message).finally(() => turns--);
    },
  };
  return {
    context: { ...context, bot },
    /** No turn under way, and the number of sent messages the same for a while: nothing more comes over the socket. */
    async idle(sent) {
      for (let before = -1, calm = 0; calm < 4; calm = turns === 0 && sent() === before ? calm + 1 : 0) {
        before = sent();
        await new Promise((resolve) => setTimeout(resolve, 15));
      }
    },
  };
}

/** The project's own HTTP server with the adapter's routes in it. */
export async function httpServer(adapter: ChannelAdapter, { context }: Stage): Promise<RunningServer> {
  return startServer({
    host: '127.0.0.1',
    port: 0,
    bot: context.bot,
    desk: answeringDesk(),
    routes: adapter.routes,
    log: context.log,
    newId: context.newId,
    isReady: () => true,
  });
}
