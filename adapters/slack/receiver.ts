import { type App, type Receiver, type ReceiverEvent, verifySlackRequest } from '@slack/bolt';
import { reasonOf, type UnderWay } from '#channels/under-way.js';
import type { ChannelContext, HttpRequest, HttpResponse } from '#conversation/channel.js';

/** Seconds that Slack's own check lets a request be old; here it may not come from later either. */
const AHEAD = 300;

/** Receives Slack's requests from the one HTTP server of the process, and hands them to Bolt. */
export class HttpReceiver implements Receiver {
  readonly #signingSecret: string;
  readonly #context: ChannelContext;
  readonly #underWay: UnderWay;
  #app: App | null = null;

  constructor(signingSecret: string, context: ChannelContext, underWay: UnderWay) {
    this.#signingSecret = signingSecret;
    this.#context = context;
    this.#underWay = underWay;
  }

  init(app: App): void {
    this.#app = app;
  }

  start(): Promise<void> {
    return Promise.resolve();
  }

  stop(): Promise<void> {
    return Promise.resolve();
  }

  /** The response is the acknowledgement, given before the work is done. */
  async handle(request: HttpRequest): Promise<HttpResponse> {
    const { log } = this.#context;
    const text = Buffer.from(request.body).toString('utf8');
    if (!this.#isSigned(request, text)) {
      log.warn('slack.refused', { reason: 'signature' });
      return { status: 401 };
    }
    const body = readBody(request.headers['content-type'] ?? '', text);
    if (body === null) {
      log.warn('slack.refused', { reason: 'malformed' });
      return { status: 400 };
    }
    if (body.type === 'url_verification') return json({ challenge: String(body.challenge ?? '') });
    const app = this.#app;
    if (app === null) return { status: 503 };
    return new Promise((resolve) => {
      const event: ReceiverEvent = { body, ack: async (said) => resolve(acknowledgement(said)) };
      this.#underWay.run('QD-CHANNEL', async () => {
        try {
          await app.processEvent(event);
        } catch (error) {
          log.error('QD-CHANNEL', { channel: 'slack', reason: reasonOf(error) });
        } finally {
          // Whatever nobody has acknowledged is of a kind that we don't know.
          resolve({ status: 404 });
        }
      });
    });
  }

  #isSigned({ headers }: HttpRequest, body: string): boolean {
    const now = this.#context.clock();
    const timestamp = Number(headers['x-slack-request-timestamp'] ?? '');
    if (timestamp > now / 1000 + AHEAD) return false;
    try {
      verifySlackRequest({
        signingSecret: this.#signingSecret,
        body,
        headers: {
          'x-slack-signature': headers['x-slack-signature'] ?? '',
          'x-slack-request-timestamp': timestamp,
        },
        nowMilliseconds: now,
      });
      return true;
    } catch {
      return false;
    }
  }
}

/** Events are JSON; commands are a form, and pressed buttons JSON in a form's `payload`. */
function readBody(contentType: string, text: string): Record<string, unknown> | null {
  try {
    const isForm = contentType.startsWith('application/x-www-form-urlencoded');
    const form = isForm ? new URLSearchParams(text) : null;
    const payload = form === null ? text : form.get('payload');
    const body: unknown = payload === null ? Object.fromEntries(form ?? []) : JSON.parse(payload);
    return typeof body === 'object' && body !== null && !Array.isArray(body)
      ? (body as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

const json = (body: unknown): HttpResponse => ({
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

function acknowledgement(said: unknown): HttpResponse {
  if (said === undefined || said === '') return { status: 200 };
  return typeof said === 'string' ? { status: 200, body: said } : json(said);
}
