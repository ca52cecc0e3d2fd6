import type { Bot } from '#conversation/channel.js';
import type { IncomingMessage, Reply } from '#conversation/message.js';
import { pack, pieces, utf8Length } from '#conversation/plain-text.js';
import { Expiring } from '../expiring.js';

/** A text message of 微信 stays under 2,048 bytes of UTF-8. */
export const MOST_BYTES = 2047;
/** A follow-up of an answer can be asked for as long as a conversation is remembered: 30 minutes. */
const REMEMBERED = 30 * 60_000;
/** Of conversations whose remainder is kept; 2 kB each. */
const MOST_CONVERSATIONS = 10_000;

const MORE = '\n（未完，回复「继续」看后面）';
const LATE = '正在查，请过几秒回复「继续」看答复。';
const CONTINUE = /^\s*(?:继续|继续看|继续查看)[。.!！]?\s*$/u;

/**
 * Words as they are read in 微信 and 企业微信, which make links of `<a href=…>` in a text: a name or a quote that holds one
 * stays words.
 */
export const asWords = (text: string): string => text.replaceAll('<', '＜');

/** A reply as messages that are fetched one by one; each but the last says how to get the next. */
export function passiveParts(reply: Reply): readonly string[] {
  const parts = pieces(reply).map(asWords);
  const whole = pack(parts, MOST_BYTES, utf8Length);
  if (whole.length < 2) return whole;
  const split = pack(parts, MOST_BYTES - utf8Length(MORE), utf8Length);
  return split.map((part, i) => (i === split.length - 1 ? part : part + MORE));
}

/**
 * Answers with one message at once, since a passive reply can be no more: what doesn't fit, and what isn't ready
 * in time, is kept per conversation and given on 「继续」.
 */
export class PassiveAnswers {
  readonly #bot: Bot;
  readonly #patience: number;
  readonly #kept: Expiring<Promise<readonly string[]>>;

  /** @param patience milliseconds that a person's platform is kept waiting */
  constructor(bot: Bot, clock: () => number, patience: number) {
    this.#bot = bot;
    this.#patience = patience;
    this.#kept = new Expiring(clock, REMEMBERED, MOST_CONVERSATIONS);
  }

  /** Text of the message to answer with, null where there is nothing to say. */
  async answer(message: IncomingMessage): Promise<string | null> {
    const { conversationId } = message;
    const kept = CONTINUE.test(message.text) ? this.#kept.get(conversationId) : undefined;
    if (kept !== undefined) this.#kept.delete(conversationId);
    const coming = kept ?? this.#bot.handle(message).then(passiveParts);
    const parts = await within(coming, this.#patience);
    if (parts === null) {
      this.#kept.set(conversationId, coming);
      return LATE;
    }
    const [first = null, ...rest] = parts;
    if (rest.length > 0) this.#kept.set(conversationId, Promise.resolve(rest));
    else if (first !== null) this.#kept.delete(conversationId);
    return first;
  }
}

async function within<T>(promise: Promise<T>, milliseconds: number): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), milliseconds);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
