import { APOLOGY, NO_FILES, TEXT_ONLY } from '#channels/audience.js';
import { Expiring } from '#channels/expiring.js';
import { notSent, whyNotSent } from '#channels/files.js';
import { InOrder } from '#channels/in-order.js';
import { reasonOf, type UnderWay } from '#channels/under-way.js';
import { isCipherSigned, openEncrypted } from '#channels/weixin/callback.js';
import { createCipher } from '#channels/weixin/cipher.js';
import { PassiveAnswers } from '#channels/weixin/passive.js';
import { plainResponse, sealedXml, textXml, xmlResponse } from '#channels/weixin/reply.js';
import type { ChannelContext, HttpRequest, HttpResponse, HttpRoute } from '#conversation/channel.js';
import type { AppApi } from './api.js';
import type { AppSettings, Settings } from './config.js';
import { type Received, readMessage } from './message.js';
import { type Part, render } from './render.js';

const PATH = '/channels/wecom';
const BODY_LIMIT = 64 * 1024;
/** Like 公众号: 5 seconds and three tries; a person shouldn't wait for more than one. */
export const PATIENCE = 900;
const RETRIED_FOR = 60_000;
const MOST_RETRIED = 10_000;

/** What is said to what can't be read. */
const wordsFor = (received: Received): string =>
  received.kind === 'unreadable' && received.isFile ? NO_FILES : TEXT_ONLY;

/**
 * Callback of an own application. With an API it acknowledges at once and sends the answer itself, in as many messages
 * as it takes; without, the response carries the first and 「继续」 fetches the next.
 */
export function appRoutes(
  settings: Settings,
  app: AppSettings,
  context: ChannelContext,
  underWay: UnderWay,
  api: AppApi | null,
  patience: number,
): readonly HttpRoute[] {
  const { bot, log, clock, newId } = context;
  const { token, corpId } = app;
  const cipher = createCipher(app.encodingAesKey, corpId);
  const answers = new PassiveAnswers(bot, clock, patience);
  const order = new InOrder();
  const answered = new Expiring<Promise<HttpResponse>>(clock, RETRIED_FOR, MOST_RETRIED);

  function checkAddress(request: HttpRequest): HttpResponse {
    const echo = request.query.get('echostr') ?? '';
    const text = isCipherSigned(request, token, echo, clock()) ? cipher.decrypt(echo) : null;
    return text === null ? plainResponse(401) : plainResponse(200, text);
  }

  async function receive(request: HttpRequest): Promise<HttpResponse> {
    const opened = openEncrypted(request, token, cipher, clock());
    if ('status' in opened) {
      log.warn('wecom.refused', { reason: opened.reason });
      return plainResponse(opened.status);
    }
    const received = readMessage(opened.fields, settings);
    if (received.kind === 'ignored') {
      log.info('wecom.ignored', { reason: received.reason });
      return plainResponse(200);
    }
    const [eventId, userId] =
      received.kind === 'message'
        ? [received.message.eventId, received.message.userId]
        : [received.eventId, received.userId];
    const before = answered.get(eventId);
    if (before !== undefined) return before;
    const answer = api === null ? reply(received, userId) : acknowledge(received, userId, api);
    answered.set(eventId, answer);
    return answer;
  }

  async function acknowledge(received: Received, userId: string, to: AppApi): Promise<HttpResponse> {
    underWay.run('QD-CHANNEL', async () => {
      const parts = await partsFor(received);
      await order.run(userId, async () => {
        for (const part of parts) await send(to, userId, part);
      });
    });
    return plainResponse(200);
  }

  /** A file that 企业微信 refuses is told of instead. */
  async function send(to: AppApi, userId: string, part: Part): Promise<void> {
    if (typeof part === 'string') return to.sendText(userId, part);
    try {
      await to.sendFile(userId, part.name, part.bytes);
    } catch (error) {
      log.error('QD-CHANNEL', { channel: 'wecom', reason: whyNotSent(part, error) });
      await to.sendText(userId, notSent(part));
    }
  }

  async function partsFor(received: Received): Promise<readonly Part[]> {
    if (received.kind !== 'message') return [wordsFor(received)];
    try {
      return render(await bot.handle(received.message));
    } catch (error) {
      return [apologise(error)];
    }
  }

  async function reply(received: Received, userId: string): Promise<HttpResponse> {
    const saying =
      received.kind === 'message' ? answers.answer(received.message) : Promise.resolve(wordsFor(received));
    const said = saying.catch(apologise);
    underWay.run('wecom.failed', async () => void (await said));
    const text = await said;
    if (text === null) return plainResponse(200);
    const at = Math.floor(clock() / 1000);
    const xml = textXml({ to: userId, from: corpId, at, text });
    return xmlResponse(sealedXml(xml, token, cipher, at, newId()));
  }

  function apologise(error: unknown): string {
    log.error('QD-INTERNAL', { channel: 'wecom', reason: reasonOf(error) });
    return APOLOGY;
  }

  return [
    { method: 'GET', path: PATH, bodyLimit: BODY_LIMIT, handle: async (request) => checkAddress(request) },
    { method: 'POST', path: PATH, bodyLimit: BODY_LIMIT, handle: receive },
  ];
}
