import type { Message } from 'wechaty';
import type { IncomingMessage } from '../../bot/message.js';
import type { Settings } from './config.js';

/** Wechaty's number for a text message, and for a subscription account as a contact. */
const TEXT = 7;
const OFFICIAL = 2;
/** Seconds: after signing in a client is given what came while it was away; nobody waits for those answers any more. */
const STALE = 120;
const LONGEST_ID = 200;

/** Reads a message: null for the account's own, other kinds, old ones, and words in a room that don't mention us. */
export async function readMessage(message: Message, settings: Settings): Promise<IncomingMessage | null> {
  if (message.self() || message.type() !== TEXT || message.age() > STALE) return null;
  const talker = message.talker();
  const room = message.room();
  if (talker.type() === OFFICIAL) return null;
  if (room !== undefined && !(await message.mentionSelf())) return null;
  const userId = talker.id.slice(0, LONGEST_ID);
  return {
    eventId: message.id,
    channel: 'wechat',
    conversationId: room === undefined ? userId : `${room.id}:${userId}`,
    userId,
    role: settings.role,
    region: settings.region,
    text: room === undefined ? message.text() : withoutMentions(await message.mentionText()),
    attachments: [],
  };
}

/** A mention that Wechaty couldn't match with a member stays in its text: up to the special space that ends it. */
const MENTION = /^(?:@[^\s\u2005]{1,32}[\s\u2005]+)+/u;
const withoutMentions = (text: string) => text.trim().replace(MENTION, '').trim();
