import type { Message, Wechaty } from 'wechaty';
import { APOLOGY } from '#channels/audience.js';
import { type FileBlock, notSent, whyNotSent } from '#channels/files.js';
import { InOrder } from '#channels/in-order.js';
import { reasonOf, UnderWay } from '#channels/under-way.js';
import type { ChannelAdapter, ChannelContext } from '#conversation/channel.js';
import { QingdanError } from '#errors.js';
import type { Settings } from './config.js';
import { readMessage } from './message.js';
import { render } from './render.js';
import { buildClient, fileBox, type WechatyEdges } from './wechaty.js';

/** Said at every start, and in the documentation. */
export const RISK =
  '微信个人号经非官方客户端接入，可能导致账号被限制或封禁；正式使用请改用公众号（official-account）或企业微信（wecom）';

/** A personal 微信 account: direct messages, and mentions in rooms. */
export function createAdapter(
  settings: Settings,
  context: ChannelContext,
  edges: WechatyEdges = {
    load: () => import('wechaty'),
    folder: process.env.QINGDAN_DATA_DIR ?? './data',
  },
): ChannelAdapter {
  const { bot, log } = context;
  const underWay = new UnderWay(log);
  const order = new InOrder();
  let client: Wechaty | null = null;

  async function answer(message: Message): Promise<void> {
    const incoming = await readMessage(message, settings);
    if (incoming === null) return;
    const parts = await partsFor(incoming);
    await order.run(incoming.conversationId, async () => {
      for (const part of parts) await send(message, part);
    });
  }

  /** A file that the puppet can't send (many can't) is told of instead. */
  async function send(message: Message, part: string | FileBlock): Promise<void> {
    if (typeof part === 'string') return say(message, part);
    try {
      const box = fileBox(part.name, part.bytes);
      await (message.room() ?? message.talker()).say(box);
    } catch (error) {
      log.error('QD-CHANNEL', { channel: 'wechat', reason: whyNotSent(part, error) });
      await say(message, notSent(part));
    }
  }

  async function partsFor(
    incoming: Parameters<typeof bot.handle>[0],
  ): Promise<readonly (string | FileBlock)[]> {
    try {
      return render(await bot.handle(incoming));
    } catch (error) {
      log.error('QD-INTERNAL', { channel: 'wechat', reason: reasonOf(error) });
      return [APOLOGY];
    }
  }

  return {
    name: 'wechat',
    routes: [],
    async start() {
      log.warn('wechat.risk', { advice: RISK });
      const wechaty = await buildClient(settings, edges);
      client = wechaty;
      // Nobody awaits a listener of Wechaty: one that rejects would end the process.
      wechaty.on('message', (message) => void underWay.run('QD-CHANNEL', () => answer(message)));
      wechaty.on('error', (error) => log.error('QD-CHANNEL', { channel: 'wechat', reason: reasonOf(error) }));
      wechaty.on('scan', (qrcode, status) => log.info('wechat.scan', { qrcode, status: Number(status) }));
      wechaty.on('login', () => log.info('wechat.login'));
      wechaty.on('logout', () => log.warn('wechat.logout'));
      await started(wechaty, settings);
    },
    async stop() {
      await underWay.settled();
      await client?.stop();
      client = null;
    },
  };
}

/** Wechaty reports a puppet that can't start as an event and goes on; here it is the error of starting. */
async function started(wechaty: Wechaty, { puppet }: Settings): Promise<void> {
  let failure: unknown;
  const note = (error: unknown) => {
    failure ??= error;
  };
  wechaty.once('error', note);
  try {
    await wechaty.start();
  } catch (error) {
    note(error);
  }
  wechaty.off('error', note);
  if (failure === undefined) return;
  throw new QingdanError(
    'QD-CHANNEL',
    `微信渠道（wechat）启动不了，请检查 puppet「${puppet}」是否已安装、令牌是否有效`,
    {
      cause: failure,
    },
  );
}

async function say(message: Message, text: string): Promise<void> {
  const room = message.room();
  if (room === undefined) await message.say(text);
  else await room.say(text, message.talker());
}
