import { APOLOGY, NO_FILES, TEXT_ONLY } from '#channels/audience.js';
import { Expiring } from '#channels/expiring.js';
import { reasonOf, UnderWay } from '#channels/under-way.js';
import { isPlainSigned, type Opened, openEncrypted, openPlain } from '#channels/weixin/callback.js';
import { createCipher } from '#channels/weixin/cipher.js';
import { PassiveAnswers } from '#channels/weixin/passive.js';
import { plainResponse, sealedXml, textXml, xmlResponse } from '#channels/weixin/reply.js';
import type { ChannelAdapter, ChannelContext, HttpRequest, HttpResponse } from '#conversation/channel.js';
import type { Settings } from './config.js';
import { readMessage } from './message.js';

const PATH = '/channels/official-account';
/** A text message has at most 600 characters or so; the rest is room for fields and encryption. */
const BODY_LIMIT = 64 * 1024;
/** The platform gives up after 5 seconds and tries three times; a person shouldn't wait for more than one. */
const PATIENCE = 900;
/** Three tries are over within 15 seconds. */
const RETRIED_FOR = 60_000;
const MOST_RETRIED = 10_000;
const NOTHING_TO_SAY = 'success';

/** 公众号: messages come as callbacks and are answered by the response itself. */
export function createAdapter(
  settings: Settings,
  context: ChannelContext,
  edges: { patience: number } = { patience: PATIENCE },
): ChannelAdapter {
  const { bot, log, clock, newId } = context;
  const { token } = settings;
  const cipher =
    settings.mode === 'aes' ? createCipher(settings.encodingAesKey ?? '', settings.appId ?? '') : null;
  const answers = new PassiveAnswers(bot, clock, edges.patience);
  const underWay = new UnderWay(log);
  const answered = new Expiring<Promise<HttpResponse>>(clock, RETRIED_FOR, MOST_RETRIED);

  function checkAddress(request: HttpRequest): HttpResponse {
    const echo = request.query.get('echostr');
    if (echo === null || !isPlainSigned(request, token, clock())) return plainResponse(401);
    return plainResponse(200, echo);
  }

  async function receive(request: HttpRequest): Promise<HttpResponse> {
    const opened: Opened =
      cipher === null ? openPlain(request, token, clock()) : openEncrypted(request, token, cipher, clock());
    if ('status' in opened) {
      log.warn('official-account.refused', { reason: opened.reason });
      return plainResponse(opened.status);
    }
    const received = readMessage(opened.fields, settings);
    if (received.kind === 'ignored') {
      log.info('official-account.ignored', { reason: received.reason });
      return plainResponse(200, NOTHING_TO_SAY);
    }
    const { eventId } = received.kind === 'message' ? received.message : received;
    // A retry gets the very bytes of the first answer, also while that is still being made.
    const before = answered.get(eventId);
    if (before !== undefined) return before;
    const [to = '', from = ''] = ['FromUserName', 'ToUserName'].map((name) =>
      opened.fields.get(name)?.trim(),
    );
    const answer = respond(to, from, async () =>
      received.kind === 'message' ? answers.answer(received.message) : received.isFile ? NO_FILES : TEXT_ONLY,
    );
    answered.set(eventId, answer);
    underWay.run('official-account.failed', async () => void (await answer));
    return answer;
  }

  async function respond(to: string, from: string, say: () => Promise<string | null>): Promise<HttpResponse> {
    const text = await say().catch((error: unknown) => {
      log.error('QD-INTERNAL', { channel: 'official-account', reason: reasonOf(error) });
      return APOLOGY;
    });
    if (text === null) return plainResponse(200, NOTHING_TO_SAY);
    const at = Math.floor(clock() / 1000);
    const xml = textXml({ to, from, at, text });
    return xmlResponse(cipher === null ? xml : sealedXml(xml, token, cipher, at, newId()));
  }

  return {
    name: 'official-account',
    routes: [
      { method: 'GET', path: PATH, bodyLimit: BODY_LIMIT, handle: async (request) => checkAddress(request) },
      { method: 'POST', path: PATH, bodyLimit: BODY_LIMIT, handle: receive },
    ],
    start: async () => undefined,
    stop: () => underWay.settled(),
  };
}
