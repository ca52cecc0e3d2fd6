import type { webApi } from '@slack/bolt';
import { APOLOGY } from '#channels/audience.js';
import { notSent, whyNotSent } from '#channels/files.js';
import { InOrder } from '#channels/in-order.js';
import { reasonOf } from '#channels/under-way.js';
import type { ChannelContext } from '#conversation/channel.js';
import type { IncomingMessage, Reply } from '#conversation/message.js';
import { pieces } from '#conversation/plain-text.js';
import { isFile, render, type SlackMessage, type SlackPart, textMessage } from './render.js';

/** Sends one part of a reply to where its reader is. */
export type Send = (part: SlackPart) => Promise<unknown>;

/** Brings the bot's replies to Slack. */
export interface Delivery {
  /** The bot's reply to a message, sent part by part and after what is being sent in the same conversation. */
  answer(message: IncomingMessage, send: Send): Promise<void>;
  /** Posts to a channel, in the thread where there is one. A file that Slack refuses is told of instead. */
  post(channel: string, thread: string | undefined): Send;
}

/** @param web posts the replies */
export function createDelivery(web: webApi.WebClient, { bot, log }: ChannelContext): Delivery {
  const order = new InOrder();
  return {
    async answer(message, send) {
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
    },
    post: (channel, thread) => async (part) => {
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
    },
  };
}

/** Answers that only one person sees can't carry a file. */
export const whisper =
  (respond: (message: SlackMessage & { response_type: 'ephemeral' }) => Promise<unknown>): Send =>
  (part) => {
    const message = isFile(part) ? textMessage(...pieces({ blocks: [part] })) : part;
    return respond({ ...message, response_type: 'ephemeral' });
  };
