import type { WSClient } from '@wecom/aibot-node-sdk';
import { notSent, whyNotSent } from '#channels/files.js';
import type { ChannelContext } from '#conversation/channel.js';
import type { Reply } from '#conversation/message.js';
import { type Part, renderRobot } from './render.js';

const HERE_IT_IS = '文件见下：';

/** What the SDK needs of a frame to answer it. */
export interface Frame {
  headers: { req_id: string };
}

/**
 * Answers a frame with a reply.
 * @param chat id of the group or person, where files and further texts go
 */
export async function deliver(
  client: WSClient,
  frame: Frame,
  chat: string,
  reply: Reply,
  { log, newId }: ChannelContext,
): Promise<void> {
  const parts = renderRobot(reply);
  if (parts.length === 0) return;
  // The answer to a message is a text; files follow it.
  const [first, ...rest] =
    typeof parts[0] === 'string' ? [parts[0], ...parts.slice(1)] : [HERE_IT_IS, ...parts];
  const asks = reply.blocks.find((block) => block.type === 'feedback');
  const feedback = asks === undefined ? undefined : { id: asks.answerId };
  await client.replyStream(frame, newId(), first, true, undefined, feedback);
  for (const part of rest) await send(client, chat, part, log);
}

/** A file that 企业微信 refuses is told of instead. */
async function send(client: WSClient, chat: string, part: Part, log: ChannelContext['log']): Promise<void> {
  const say = (content: string) => client.sendMessage(chat, { msgtype: 'markdown', markdown: { content } });
  if (typeof part === 'string') return void (await say(part));
  try {
    const { media_id } = await client.uploadMedia(Buffer.from(part.bytes), {
      type: 'file',
      filename: part.name,
    });
    await client.sendMediaMessage(chat, 'file', media_id);
  } catch (error) {
    log.error('QD-CHANNEL', { channel: 'wecom', reason: whyNotSent(part, error) });
    await say(notSent(part));
  }
}
