import type { WSClient } from '@wecom/aibot-node-sdk';
import { APOLOGY, TEXT_ONLY } from '#channels/audience.js';
import { notSent, whyNotSent } from '#channels/files.js';
import { reasonOf, type UnderWay } from '#channels/under-way.js';
import type { ChannelContext } from '#conversation/channel.js';
import type { Reply } from '#conversation/message.js';
import { QingdanError } from '#errors.js';
import type { Settings } from './config.js';
import { type Part, renderRobot } from './render.js';
import { type Decrypt, toAttachment } from './robot-file.js';
import { type Asked, readRobotEvent, readRobotMessage } from './robot-message.js';

/** A robot that talks over the long connection of 企业微信's own SDK. */
export interface Robot {
  /** Resolves when the robot is signed in. @throws QingdanError QD-CHANNEL */
  start(): Promise<void>;
  stop(): void;
}

const HERE_IT_IS = '文件见下：';
const SIGN_IN_TIMEOUT = 15_000;
type Frame = { headers: { req_id: string } };

/** @param settings with botId and botSecret */
export function createRobot(settings: Settings, context: ChannelContext, underWay: UnderWay): Robot {
  const { bot, log, newId } = context;
  const { botId = '', botSecret = '', robotUrl } = settings;
  let client: WSClient | null = null;

  async function answer(
    robot: WSClient,
    frame: Frame,
    { message, file, chat }: Asked,
    decrypt: Decrypt,
  ): Promise<void> {
    let reply: Reply;
    try {
      const attachments = file === null ? [] : [await toAttachment(file, settings, decrypt)];
      reply = await bot.handle({ ...message, attachments });
    } catch (error) {
      log.error('QD-INTERNAL', { channel: 'wecom', reason: reasonOf(error) });
      reply = { blocks: [{ type: 'text', text: APOLOGY }] };
    }
    const parts = renderRobot(reply);
    if (parts.length === 0) return;
    // The answer to a message is a text; files follow it.
    const [first, ...rest] =
      typeof parts[0] === 'string' ? [parts[0], ...parts.slice(1)] : [HERE_IT_IS, ...parts];
    const asks = reply.blocks.find((block) => block.type === 'feedback');
    const feedback = asks === undefined ? undefined : { id: asks.answerId };
    await robot.replyStream(frame, newId(), first, true, undefined, feedback);
    for (const part of rest) await send(robot, chat, part);
  }

  /** A file that 企业微信 refuses is told of instead. */
  async function send(robot: WSClient, chat: string, part: Part): Promise<void> {
    const say = (content: string) => robot.sendMessage(chat, { msgtype: 'markdown', markdown: { content } });
    if (typeof part === 'string') return void (await say(part));
    try {
      const { media_id } = await robot.uploadMedia(Buffer.from(part.bytes), {
        type: 'file',
        filename: part.name,
      });
      await robot.sendMediaMessage(chat, 'file', media_id);
    } catch (error) {
      log.error('QD-CHANNEL', { channel: 'wecom', reason: whyNotSent(part, error) });
      await say(notSent(part));
    }
  }

  function listen(robot: WSClient, decrypt: Decrypt): void {
    robot.on('message', (frame) => {
      underWay.run('QD-CHANNEL', async () => {
        const read = readRobotMessage(frame.body, settings);
        if (read === null) log.info('wecom.ignored', { reason: 'robot-message' });
        else if (read === 'unreadable') await robot.replyStream(frame, newId(), TEXT_ONLY, true);
        else await answer(robot, frame, read, decrypt);
      });
    });
    robot.on('event', (frame) => {
      underWay.run('QD-CHANNEL', async () => {
        const read = readRobotEvent(frame.body, settings);
        if (read === null) return log.info('wecom.ignored', { reason: 'robot-event' });
        const [content] = renderRobot(await bot.handle(read.message));
        // 企业微信 takes no answer to a feedback, and a greeting only as the answer to an entry.
        if (read.entered && typeof content === 'string')
          await robot.replyWelcome(frame, { msgtype: 'text', text: { content } });
      });
    });
    robot.on('error', (error) => log.error('QD-CHANNEL', { channel: 'wecom', reason: reasonOf(error) }));
    robot.on('disconnected', (reason) => log.warn('wecom.disconnected', { reason: reason.slice(0, 80) }));
  }

  return {
    async start() {
      const { WSClient, decryptFile } = await import('@wecom/aibot-node-sdk');
      const robot = new WSClient({
        botId,
        secret: botSecret,
        wsUrl: robotUrl,
        maxReconnectAttempts: -1,
        // The SDK writes whole frames, so people's words, at its debug level.
        logger: {
          debug: () => undefined,
          info: () => undefined,
          warn: () => undefined,
          error: () => undefined,
        },
      });
      client = robot;
      listen(robot, decryptFile);
      await signedIn(robot);
      log.info('wecom.signed-in');
    },
    stop() {
      client?.disconnect();
      client = null;
    },
  };
}

/** Waits for the first signing in; what is lost later the SDK connects again by itself. */
async function signedIn(robot: WSClient): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  try {
    await new Promise<void>((resolve, reject) => {
      timer = setTimeout(() => reject(new Error('timeout')), SIGN_IN_TIMEOUT);
      robot.once('authenticated', resolve);
      robot.once('error', reject);
      robot.connect();
    });
  } catch (cause) {
    robot.disconnect();
    throw new QingdanError(
      'QD-CHANNEL',
      '企业微信智能机器人连接不上，请检查 botId、botSecret、robotUrl 和网络',
      {
        cause,
      },
    );
  } finally {
    clearTimeout(timer);
  }
}
