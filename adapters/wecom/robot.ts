import type { WSClient } from '@wecom/aibot-node-sdk';
import { APOLOGY, TEXT_ONLY } from '#channels/audience.js';
import { reasonOf, type UnderWay } from '#channels/under-way.js';
import type { ChannelContext } from '#conversation/channel.js';
import type { Reply } from '#conversation/message.js';
import type { Settings } from './config.js';
import { renderRobot } from './render.js';
import { createClient, signIn } from './robot-connection.js';
import { deliver } from './robot-delivery.js';
import { type Decrypt, toAttachment } from './robot-file.js';
import { type Asked, readRobotEvent, readRobotMessage } from './robot-message.js';

/** A robot that talks over the long connection of 企业微信's own SDK. */
export interface Robot {
  /** Resolves when the robot is signed in. @throws QingdanError QD-CHANNEL */
  start(): Promise<void>;
  stop(): void;
}

/** @param settings with botId and botSecret */
export function createRobot(settings: Settings, context: ChannelContext, underWay: UnderWay): Robot {
  const { bot, log, newId } = context;
  let connected: WSClient | null = null;

  async function replyTo({ message, file }: Asked, decrypt: Decrypt): Promise<Reply> {
    try {
      const attachments = file === null ? [] : [await toAttachment(file, settings, decrypt)];
      return await bot.handle({ ...message, attachments });
    } catch (error) {
      log.error('QD-INTERNAL', { channel: 'wecom', reason: reasonOf(error) });
      return { blocks: [{ type: 'text', text: APOLOGY }] };
    }
  }

  function listen(client: WSClient, decrypt: Decrypt): void {
    client.on('message', (frame) => {
      underWay.run('QD-CHANNEL', async () => {
        const read = readRobotMessage(frame.body, settings);
        if (read === null) log.info('wecom.ignored', { reason: 'robot-message' });
        else if (read === 'unreadable') await client.replyStream(frame, newId(), TEXT_ONLY, true);
        else await deliver(client, frame, read.chat, await replyTo(read, decrypt), context);
      });
    });
    client.on('event', (frame) => {
      underWay.run('QD-CHANNEL', async () => {
        const read = readRobotEvent(frame.body, settings);
        if (read === null) return log.info('wecom.ignored', { reason: 'robot-event' });
        const [content] = renderRobot(await bot.handle(read.message));
        // 企业微信 takes no answer to a feedback, and a greeting only as the answer to an entry.
        if (read.entered && typeof content === 'string')
          await client.replyWelcome(frame, { msgtype: 'text', text: { content } });
      });
    });
    client.on('error', (error) => log.error('QD-CHANNEL', { channel: 'wecom', reason: reasonOf(error) }));
    client.on('disconnected', (reason) => log.warn('wecom.disconnected', { reason: reason.slice(0, 80) }));
  }

  return {
    async start() {
      const { client, decrypt } = await createClient(settings);
      connected = client;
      listen(client, decrypt);
      await signIn(client);
      log.info('wecom.signed-in');
    },
    stop() {
      connected?.disconnect();
      connected = null;
    },
  };
}
