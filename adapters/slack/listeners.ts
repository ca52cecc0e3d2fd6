import type { App, BlockAction, ButtonAction, webApi } from '@slack/bolt';
import { reasonOf, type UnderWay } from '#channels/under-way.js';
import type { ChannelContext } from '#conversation/channel.js';
import type { IncomingMessage } from '#conversation/message.js';
import type { Settings } from './config.js';
import { createDelivery, type Send, whisper } from './delivery.js';
import { toAttachment } from './files.js';
import { plainWords, readPressed, readSpoken, type Spoken, toMessage } from './read.js';
import { ACTION } from './render.js';

export const COMMAND = '/qingdan';

/** Puts the bot behind mentions, direct messages, the command and the buttons of the app; `web` posts the replies. */
export function listen(
  app: App,
  web: webApi.WebClient,
  settings: Settings,
  context: ChannelContext,
  underWay: UnderWay,
): void {
  const { answer, post } = createDelivery(web, context);
  const converse = (message: IncomingMessage, send: Send) =>
    underWay.run('QD-CHANNEL', () => answer(message, send));

  const heard = (said: Spoken, eventId: string, team: string) => {
    const { channel, user, text, files } = said;
    const attachments = files.map((file) => toAttachment(file, { settings, web }));
    return toMessage({ eventId, team, channel, user }, plainWords(text), settings, { attachments });
  };

  // Events are acknowledged by Bolt itself before a listener runs.
  app.event('app_mention', async ({ event, body }) => {
    const said = readSpoken(event);
    if (said === null) return;
    const message = heard(said, body.event_id, body.team_id);
    await converse(message, post(said.channel, said.thread_ts ?? said.ts));
  });

  app.event('message', async ({ event, body }) => {
    const said = readSpoken(event);
    // In channels only a mention is meant for us, and that comes as an event of its own.
    if (said === null || said.channel_type !== 'im') return;
    const message = heard(said, body.event_id, body.team_id);
    await converse(message, post(said.channel, said.thread_ts));
  });

  app.command(COMMAND, async ({ ack, command, respond }) => {
    await ack();
    const { trigger_id, team_id, channel_id, user_id } = command;
    const place = { eventId: trigger_id, team: team_id, channel: channel_id, user: user_id };
    await converse(toMessage(place, plainWords(command.text) || '帮助', settings), whisper(respond));
  });

  app.action<BlockAction<ButtonAction>>(new RegExp(`^${ACTION}`), async ({ ack, action, body, respond }) => {
    await ack();
    const press = readPress(action, body, settings);
    if (press === null) return;
    const send = press.hidden
      ? whisper((part) => respond({ ...part, replace_original: false }))
      : post(press.channel, press.thread);
    await converse(press.message, send);
  });

  app.error(async (error) => context.log.error('QD-CHANNEL', { channel: 'slack', reason: reasonOf(error) }));
}

/** What a pressed button asks, and where the message with the button stands. */
interface Press {
  message: IncomingMessage;
  channel: string;
  /** Left out in a direct message outside threads. */
  thread: string | undefined;
  /** Whether only the one person sees that message. */
  hidden: boolean;
}

/** Null for a button that isn't ours, and for one that stands in no channel. */
function readPress(action: ButtonAction, body: BlockAction<ButtonAction>, settings: Settings): Press | null {
  const pressed = readPressed(action.value);
  const channel = body.channel?.id ?? body.container.channel_id;
  if (pressed === null || typeof channel !== 'string') return null;
  const place = {
    eventId: body.trigger_id,
    team: body.team?.id ?? '',
    channel,
    user: body.user.id,
  };
  return {
    message: toMessage(place, pressed.label, settings, { choice: pressed.id }),
    channel,
    thread: body.message?.thread_ts ?? (channel.startsWith('D') ? undefined : body.message?.ts),
    // What only one person sees is no message that a thread could hang on.
    hidden: body.container.is_ephemeral === true,
  };
}
