import type { App, BlockAction, ButtonAction, webApi } from '@slack/bolt';
import { APOLOGY } from '#channels/audience.js';
import { notSent, whyNotSent } from '#channels/files.js';
import { InOrder } from '#channels/in-order.js';
import { reasonOf, type UnderWay } from '#channels/under-way.js';
import type { ChannelContext } from '#conversation/channel.js';
import type { IncomingMessage, Reply } from '#conversation/message.js';
import { pieces } from '#conversation/plain-text.js';
import type { Settings } from './config.js';
import { toAttachment } from './files.js';
import { plainWords, readPressed, readSpoken, type Spoken, toMessage } from './read.js';
import { ACTION, isFile, render, type SlackMessage, type SlackPart, textMessage } from './render.js';

export const COMMAND = '/qingdan';

/** Puts the bot behind mentions, direct messages, the command and the buttons of the app; `web` posts the replies. */
export function listen(
  app: App,
  web: webApi.WebClient,
  settings: Settings,
  context: ChannelContext,
  underWay: UnderWay,
): void {
  const { bot, log } = context;
  const order = new InOrder();

  async function converse(message: IncomingMessage, send: (part: SlackPart) => Promise<unknown>) {
    let reply: Reply;
    try {
      reply = await bot.handle(message);
    } catch (error) {
      log.error('QD-INTERNAL', { channel: 'slack', reason: reasonOf(error) });
      reply = { blocks: [{ type: 'text', text: APOLOGY }] };
    }
    await order.run(message.conversationId, async () => {
      for (const part of render(reply)) await send(part);
    });
  }

  /** Posts to a channel, in the thread where there is one. A file that Slack refuses is told of instead. */
  const post = (channel: string, thread: string | undefined) => async (part: SlackPart) => {
    const inThread = thread === undefined ? {} : { thread_ts: thread };
    const say = (message: SlackMessage) =>
      web.chat.postMessage({ channel, ...message, ...inThread, unfurl_links: false, unfurl_media: false });
    if (!isFile(part)) return say(part);
    try {
      const { name, bytes } = part;
      const file = { file: Buffer.from(bytes), filename: name, title: name };
      return await web.filesUploadV2({ channel_id: channel, ...inThread, ...file });
    } catch (error) {
      log.error('QD-CHANNEL', { channel: 'slack', reason: whyNotSent(part, error) });
      return say(textMessage(notSent(part)));
    }
  };

  /** Answers that only one person sees can't carry a file. */
  const whisper =
    (respond: (message: SlackMessage & { response_type: 'ephemeral' }) => Promise<unknown>) =>
    (part: SlackPart) => {
      const message = isFile(part) ? textMessage(...pieces({ blocks: [part] })) : part;
      return respond({ ...message, response_type: 'ephemeral' });
    };

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
    await underWay.run('QD-CHANNEL', () => converse(message, post(said.channel, said.thread_ts ?? said.ts)));
  });

  app.event('message', async ({ event, body }) => {
    const said = readSpoken(event);
    // In channels only a mention is meant for us, and that comes as an event of its own.
    if (said === null || said.channel_type !== 'im') return;
    const message = heard(said, body.event_id, body.team_id);
    await underWay.run('QD-CHANNEL', () => converse(message, post(said.channel, said.thread_ts)));
  });

  app.command(COMMAND, async ({ ack, command, respond }) => {
    await ack();
    const { trigger_id, team_id, channel_id, user_id } = command;
    const place = { eventId: trigger_id, team: team_id, channel: channel_id, user: user_id };
    const message = toMessage(place, plainWords(command.text) || '帮助', settings);
    await underWay.run('QD-CHANNEL', () => converse(message, whisper(respond)));
  });

  app.action<BlockAction<ButtonAction>>(new RegExp(`^${ACTION}`), async ({ ack, action, body, respond }) => {
    await ack();
    const pressed = readPressed(action.value);
    const channel = body.channel?.id ?? body.container.channel_id;
    if (pressed === null || typeof channel !== 'string') return;
    const place = {
      eventId: body.trigger_id,
      team: body.team?.id ?? '',
      channel,
      user: body.user.id,
    };
    const message = toMessage(place, pressed.label, settings, { choice: pressed.id });
    // What only one person sees is no message that a thread could hang on.
    const hidden = body.container.is_ephemeral === true;
    const thread = body.message?.thread_ts ?? (channel.startsWith('D') ? undefined : body.message?.ts);
    const send = hidden
      ? whisper((part) => respond({ ...part, replace_original: false }))
      : post(channel, thread);
    await underWay.run('QD-CHANNEL', () => converse(message, send));
  });

  app.error(async (error) => log.error('QD-CHANNEL', { channel: 'slack', reason: reasonOf(error) }));
}
