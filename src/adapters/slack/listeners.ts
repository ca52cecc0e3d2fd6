import type { App, BlockAction, ButtonAction, webApi } from '@slack/bolt';
import type { ChannelContext } from '../../bot/channel.js';
import type { IncomingMessage, Reply } from '../../bot/message.js';
import { APOLOGY } from '../../channels/audience.js';
import { InOrder } from '../../channels/in-order.js';
import { reasonOf, type UnderWay } from '../../channels/under-way.js';
import type { Settings } from './config.js';
import { plainWords, readPressed, readSpoken, toMessage } from './read.js';
import { ACTION, render, type SlackMessage } from './render.js';

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

  async function converse(message: IncomingMessage, send: (message: SlackMessage) => Promise<unknown>) {
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

  /** Posts to a channel, in the thread where there is one. */
  const post = (channel: string, thread: string | undefined) => (message: SlackMessage) =>
    web.chat.postMessage({
      channel,
      ...message,
      ...(thread === undefined ? {} : { thread_ts: thread }),
      unfurl_links: false,
      unfurl_media: false,
    });

  // Events are acknowledged by Bolt itself before a listener runs.
  app.event('app_mention', async ({ event, body }) => {
    const said = readSpoken(event);
    if (said === null) return;
    const place = { eventId: body.event_id, team: body.team_id, channel: said.channel, user: said.user };
    const message = toMessage(place, plainWords(said.text), settings);
    await underWay.run('QD-CHANNEL', () => converse(message, post(said.channel, said.thread_ts ?? said.ts)));
  });

  app.event('message', async ({ event, body }) => {
    const said = readSpoken(event);
    // In channels only a mention is meant for us, and that comes as an event of its own.
    if (said === null || said.channel_type !== 'im') return;
    const place = { eventId: body.event_id, team: body.team_id, channel: said.channel, user: said.user };
    const message = toMessage(place, plainWords(said.text), settings);
    await underWay.run('QD-CHANNEL', () => converse(message, post(said.channel, said.thread_ts)));
  });

  app.command(COMMAND, async ({ ack, command, respond }) => {
    await ack();
    const { trigger_id, team_id, channel_id, user_id } = command;
    const place = { eventId: trigger_id, team: team_id, channel: channel_id, user: user_id };
    const message = toMessage(place, plainWords(command.text) || '帮助', settings);
    await underWay.run('QD-CHANNEL', () =>
      converse(message, (part) => respond({ ...part, response_type: 'ephemeral' })),
    );
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
    const message = toMessage(place, pressed.label, settings, pressed.id);
    // What only one person sees is no message that a thread could hang on.
    const hidden = body.container.is_ephemeral === true;
    const thread = body.message?.thread_ts ?? (channel.startsWith('D') ? undefined : body.message?.ts);
    const send = hidden
      ? (part: SlackMessage) => respond({ ...part, response_type: 'ephemeral', replace_original: false })
      : post(channel, thread);
    await underWay.run('QD-CHANNEL', () => converse(message, send));
  });

  app.error(async (error) => log.error('QD-CHANNEL', { channel: 'slack', reason: reasonOf(error) }));
}
