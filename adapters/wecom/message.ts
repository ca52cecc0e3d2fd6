import type { Fields } from '#channels/weixin/xml.js';
import type { IncomingMessage } from '#conversation/message.js';
import { bounded } from '#conversation/too-long.js';
import type { Settings } from './config.js';

/** What a callback comes to: a message for the bot, a kind that can't be read, or nothing to answer. */
export type Received =
  | { readonly kind: 'message'; readonly message: IncomingMessage }
  | {
      readonly kind: 'unreadable';
      readonly eventId: string;
      readonly userId: string;
      readonly isFile: boolean;
    }
  | { readonly kind: 'ignored'; readonly reason: string };

const MEDIA = new Set(['image', 'voice', 'video', 'location', 'link', 'file']);

/** Reads the fields of an application's callback. A menu button counts as a text. */
export function readMessage(fields: Fields, { corpId, agentId, region, role }: Settings): Received {
  const field = (name: string) => fields.get(name)?.trim() ?? '';
  const userId = field('FromUserName');
  if (userId === '') return { kind: 'ignored', reason: 'no-sender' };
  // Events of the enterprise itself come from「sys」, and an application's own messages from the enterprise.
  if (userId === corpId || userId === 'sys') return { kind: 'ignored', reason: 'own' };
  if (field('ToUserName') !== corpId) return { kind: 'ignored', reason: 'foreign-corp' };
  if (agentId !== undefined && field('AgentID') !== String(agentId))
    return { kind: 'ignored', reason: 'foreign-agent' };

  const type = field('MsgType');
  const own = field('MsgId') || `${field('CreateTime')}:${field('Event')}:${field('EventKey')}`;
  const eventId = `${userId}:${own}`;
  if (MEDIA.has(type)) return { kind: 'unreadable', eventId, userId, isFile: type === 'file' };
  const text = type === 'text' ? fields.get('Content') : type === 'event' ? asked(field) : undefined;
  if (text === undefined) return { kind: 'ignored', reason: 'event' };
  const message = {
    eventId,
    channel: 'wecom',
    conversationId: userId,
    userId,
    role,
    region,
    text: bounded(text),
    attachments: [],
  };
  return { kind: 'message', message };
}

/** A member who may now see the application gets the help; a menu button's key is the question that it asks. */
function asked(field: (name: string) => string): string | undefined {
  const event = field('Event').toLowerCase();
  if (event === 'subscribe') return '帮助';
  return event === 'click' && field('EventKey') !== '' ? field('EventKey') : undefined;
}
