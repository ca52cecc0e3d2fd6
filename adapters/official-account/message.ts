import type { Fields } from '#channels/weixin/xml.js';
import type { IncomingMessage } from '#conversation/message.js';
import { bounded } from '#conversation/too-long.js';
import type { Settings } from './config.js';

/** What a callback comes to: a message for the bot, a kind that can't be read, or nothing to answer. */
export type Received =
  | { readonly kind: 'message'; readonly message: IncomingMessage }
  | { readonly kind: 'unreadable'; readonly eventId: string; readonly isFile: boolean }
  | { readonly kind: 'ignored'; readonly reason: string };

/** Reads the fields of a callback. A follower's first words and a menu button count as texts. */
export function readMessage(fields: Fields, { account, region, role }: Settings): Received {
  const field = (name: string) => fields.get(name)?.trim() ?? '';
  const user = field('FromUserName');
  const receiver = field('ToUserName');
  if (user === '' || receiver === '') return { kind: 'ignored', reason: 'no-sender' };
  if (user === receiver || user === account) return { kind: 'ignored', reason: 'own' };
  if (account !== undefined && receiver !== account) return { kind: 'ignored', reason: 'foreign-account' };

  const text = textOf(field('MsgType'), fields);
  if (text === null) return { kind: 'ignored', reason: 'event' };
  // The platform's own advice: MsgId for messages, sender and time for events, which have none. The sender belongs to
  // both: in plain mode nothing signs the body, and an answer must go to nobody but whom it was for.
  const own = field('MsgId') || `${field('CreateTime')}:${field('Event')}:${field('EventKey')}`;
  const eventId = `${user}:${own}`;
  if (text === UNREADABLE) return { kind: 'unreadable', eventId, isFile: field('MsgType') === 'file' };
  const message = {
    eventId,
    channel: 'official-account',
    conversationId: user,
    userId: user,
    role,
    region,
    text: bounded(text),
    attachments: [],
  };
  return { kind: 'message', message };
}

const UNREADABLE = Symbol('unreadable');
const MEDIA = new Set(['image', 'voice', 'video', 'shortvideo', 'location', 'link', 'file']);

/** The text to answer, null for an event that asks nothing. */
function textOf(type: string, fields: Fields): string | typeof UNREADABLE | null {
  if (type === 'text') return fields.get('Content') ?? null;
  if (MEDIA.has(type)) return UNREADABLE;
  if (type !== 'event') return null;
  const event = fields.get('Event')?.trim().toLowerCase();
  if (event === 'subscribe') return '帮助';
  // A menu button's key is the question that it asks.
  if (event === 'click') return fields.get('EventKey')?.trim() || null;
  return null;
}
