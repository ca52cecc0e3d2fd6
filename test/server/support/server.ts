import type { FastifyInstance } from 'fastify';
import type { Bot, Sessions } from '#conversation/channel.js';
import { silentLog } from '#conversation/log.js';
import type { IncomingMessage, Reply } from '#conversation/message.js';
import { createServer, type ServerOptions } from '#server/index.js';
import { answeringDesk } from './desk.js';

/** Ids that differ and can be read: 0000000000000001, 0000000000000002… */
export function countingIds(): () => string {
  let count = 0;
  return () => String(++count).padStart(16, '0');
}

/** A bot that repeats what it is told, once for each event, and remembers what it got. */
export function echoBot(reply: (message: IncomingMessage) => Reply = echo): Bot & { got: IncomingMessage[] } {
  const got: IncomingMessage[] = [];
  const seen = new Set<string>();
  return {
    got,
    async handle(message) {
      if (seen.has(message.eventId)) return { blocks: [] };
      seen.add(message.eventId);
      got.push(message);
      return reply(message);
    },
  };
}

const echo = ({ text }: IncomingMessage): Reply => ({ blocks: [{ type: 'text', text: `您说：${text}` }] });

/** Takes every id for its own, so that a test may name its conversations. */
export const anySession = (newId = countingIds()): Sessions => ({ issue: newId, isOurs: () => true });

/** A server that doesn't listen, with a bot that echoes and a decider that knows one answer. */
export async function openServer(
  options: Partial<ServerOptions> = {},
  closing: AbortSignal = new AbortController().signal,
): Promise<FastifyInstance> {
  return createServer(
    {
      bot: echoBot(),
      desk: answeringDesk(),
      routes: [],
      log: silentLog,
      newId: countingIds(),
      isReady: () => true,
      sessions: anySession(),
      ...options,
    },
    closing,
  );
}
