import type { Message } from 'wechaty';
import { fetchedFile } from '#channels/files.js';
import type { Attachment, IncomingMessage } from '#conversation/message.js';
import { bounded } from '#conversation/too-long.js';
import type { Settings } from './config.js';

/** Wechaty's numbers for a text message, for one that is a file, and for a subscription account as a contact. */
const TEXT = 7;
const FILE = 1;
const OFFICIAL = 2;
/** Seconds: after signing in a client is given what came while it was away; nobody waits for those answers any more. */
const STALE = 120;
const LONGEST_ID = 200;

/**
 * Reads a message: null for the account's own, other kinds, old ones, and words in a room that don't mention us. A file
 * in a room can't mention anybody, so files are taken in direct messages only.
 */
export async function readMessage(message: Message, settings: Settings): Promise<IncomingMessage | null> {
  const isFile = message.type() === FILE;
  if (message.self() || !(isFile || message.type() === TEXT) || message.age() > STALE) return null;
  const talker = message.talker();
  const room = message.room();
  if (talker.type() === OFFICIAL) return null;
  if (room !== undefined && (isFile || !(await message.mentionSelf()))) return null;
  const userId = talker.id.slice(0, LONGEST_ID);
  return {
    eventId: message.id,
    channel: 'wechat',
    conversationId: room === undefined ? userId : `${room.id}:${userId}`,
    userId,
    role: settings.role,
    region: settings.region,
    text: await wordsOf(message, isFile),
    attachments: isFile ? [await attachmentOf(message)] : [],
  };
}

/** With a file a puppet gives its name, or XML, as the text: no words of a person. */
async function wordsOf(message: Message, isFile: boolean): Promise<string> {
  if (isFile) return '';
  const inRoom = message.room() !== undefined;
  const text = bounded(inRoom ? await message.mentionText() : message.text());
  return inRoom ? withoutMentions(text) : text;
}

/** A puppet names the file and fetches its content only when that is read. */
async function attachmentOf(message: Message): Promise<Attachment> {
  const box = await message.toFileBox().catch(() => null);
  // Told to the person when the file is read: no answer at all would be worse.
  if (box === null)
    return fetchedFile({ name: '' }, () => Promise.reject(new Error('the puppet has no file')));
  // Wechaty has -1 for a size that it doesn't know.
  const declared = { name: box.name, mediaType: box.mediaType, size: Math.max(0, box.size) };
  return fetchedFile(declared, () => box.toStream());
}

/** A mention that Wechaty couldn't match with a member stays in its text: up to the special space that ends it. */
const MENTION = /^(?:@[^\s\u2005]{1,32}[\s\u2005]+)+/u;
const withoutMentions = (text: string) => text.trim().replace(MENTION, '').trim();
