import { z } from 'zod';
import type { IncomingMessage } from '#conversation/message.js';
import { bounded } from '#conversation/too-long.js';
import type { Settings } from './config.js';
import { type RobotFile, robotFile } from './robot-file.js';

/** A message for the bot, a file that came with it, and where its further messages go. */
export interface Asked {
  /** Without attachments: those are yet to be looked for. */
  message: IncomingMessage;
  file: RobotFile | null;
  /** Id of the group, or of the person. */
  chat: string;
}

const sender = z.object({
  msgid: z.string().min(1),
  aibotid: z.string().default(''),
  chatid: z.string().optional(),
  chattype: z.string().default('single'),
  from: z.object({ userid: z.string().min(1) }),
});
const words = z.object({ content: z.string() });
const messageBody = sender.extend({
  msgtype: z.string(),
  text: words.optional(),
  file: robotFile.optional(),
  /** The message that a person answers to: in a group, where no file can be sent to the robot, it may be a file. */
  quote: z.object({ file: robotFile }).optional().catch(undefined),
  voice: words.partial().optional(),
  mixed: z
    .object({ msg_item: z.array(z.object({ msgtype: z.string(), text: words.optional() })) })
    .optional(),
});
const eventBody = sender.extend({
  event: z.object({
    eventtype: z.string(),
    feedback_event: z.object({ id: z.string(), type: z.number() }).optional(),
  }),
});

const KNOWN = new Set(['text', 'voice', 'mixed', 'image', 'file', 'video']);
/** A mention of the robot at the start of what was written in a group. */
const MENTION = /^(?:@\S+\s+)+/u;
const FEEDBACK: Record<number, { text: string; choice: string }> = {
  1: { text: '有用', choice: 'useful' },
  2: { text: '不对', choice: 'wrong' },
};

/** Reads a message frame's body: null for what isn't one (or is the robot's own), 「unreadable」 for media. */
export function readRobotMessage(body: unknown, settings: Settings): Asked | 'unreadable' | null {
  const parsed = messageBody.safeParse(body);
  if (!parsed.success) return null;
  const { msgtype, text, voice, mixed, quote } = parsed.data;
  if (!KNOWN.has(msgtype) || isOwn(parsed.data, settings)) return null;
  const parts = [text?.content, voice?.content, ...(mixed?.msg_item ?? []).map((item) => item.text?.content)];
  const said = bounded(parts.filter((part) => part !== undefined).join('\n'));
  const file = (msgtype === 'file' ? parsed.data.file : quote?.file) ?? null;
  if (said === '' && msgtype !== 'text' && file === null) return 'unreadable';
  return asked(
    parsed.data,
    settings,
    parsed.data.chatid === undefined ? said : said.replace(MENTION, ''),
    file,
  );
}

/** Reads an event frame's body: the first entry of the day, feedback on an answer; null for all others. */
export function readRobotEvent(body: unknown, settings: Settings): (Asked & { entered: boolean }) | null {
  const parsed = eventBody.safeParse(body);
  if (!parsed.success || isOwn(parsed.data, settings)) return null;
  const { eventtype, feedback_event } = parsed.data.event;
  if (eventtype === 'enter_chat') return { ...asked(parsed.data, settings, '帮助'), entered: true };
  const meant = feedback_event && FEEDBACK[feedback_event.type];
  if (eventtype !== 'feedback_event' || !feedback_event || !meant) return null;
  const { message, chat } = asked(parsed.data, settings, meant.text);
  const choice = `feedback:${feedback_event.id}:${meant.choice}`;
  return { message: { ...message, choice }, file: null, chat, entered: false };
}

type Sender = z.infer<typeof sender>;

const isOwn = ({ from, aibotid }: Sender, { botId }: Settings) =>
  from.userid === botId || from.userid === aibotid;

function asked(
  { msgid, chatid, from }: Sender,
  { region, role }: Settings,
  text: string,
  file: RobotFile | null = null,
): Asked {
  const { userid } = from;
  const message = {
    eventId: `robot:${msgid}`,
    channel: 'wecom',
    conversationId: chatid === undefined ? `robot:${userid}` : `robot:${chatid}:${userid}`,
    userId: userid,
    role,
    region,
    text,
    attachments: [],
  };
  return { message, file, chat: chatid ?? userid };
}
