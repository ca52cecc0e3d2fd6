import { z } from 'zod';
import type { Attachment, IncomingMessage } from '#conversation/message.js';
import { bounded } from '#conversation/too-long.js';
import type { Settings } from './config.js';
import { slackFiles } from './files.js';

/** Where an event came from, in Slack's ids. */
export interface Place {
  eventId: string;
  team: string;
  channel: string;
  user: string;
}

/** The message that an event comes to. A person has one conversation per channel, whatever the thread. */
export function toMessage(
  place: Place,
  text: string,
  settings: Settings,
  more: { choice?: string; attachments?: readonly Attachment[] } = {},
): IncomingMessage {
  const { eventId, team, channel, user } = place;
  return {
    eventId,
    channel: 'slack',
    conversationId: `${team}:${channel}:${user}`,
    userId: user,
    role: settings.role,
    region: settings.region,
    text,
    choice: more.choice,
    attachments: more.attachments ?? [],
  };
}

/**
 * A person's words out of Slack's markup: without mentions of people, links and channels as their labels. A bracket ends
 * the search for the one before it, or a row of open ones would take time by the square of its length.
 */
export function plainWords(text: string): string {
  return bounded(text)
    .replace(/<@[^<>]*>/g, ' ')
    .replace(/<[^<|>]*\|([^<>]*)>/g, '$1')
    .replace(/<([^<>]*)>/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .trim();
}

/** Messages of these subtypes are a person's words; all others tell of changes, joins, bots. */
const SPOKEN = new Set([undefined, 'file_share', 'thread_broadcast']);

const spoken = z.object({
  user: z.string(),
  channel: z.string(),
  ts: z.string(),
  text: z.string().default(''),
  thread_ts: z.string().optional(),
  subtype: z.string().optional(),
  bot_id: z.string().optional(),
  channel_type: z.string().optional(),
  files: slackFiles,
});
export type Spoken = z.infer<typeof spoken>;

/** Words and files of a person in an event; null for bots, our own messages among them, and for all that is neither. */
export function readSpoken(event: unknown): Spoken | null {
  const parsed = spoken.safeParse(event);
  if (!parsed.success || !SPOKEN.has(parsed.data.subtype) || parsed.data.bot_id !== undefined) return null;
  return parsed.data;
}

const pressed = z.object({ id: z.string(), label: z.string() });

/** What a button of ours stands for; null for the value of a foreign one. */
export function readPressed(value: string | undefined): z.infer<typeof pressed> | null {
  try {
    return pressed.parse(JSON.parse(value ?? ''));
  } catch {
    return null;
  }
}
