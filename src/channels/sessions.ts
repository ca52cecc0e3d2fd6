import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Sessions } from '#conversation/channel.js';

/** Bytes of an id, and of its signature: neither can be guessed. */
const BYTES = 16;
/** Both in base64url, one after the other. */
const LENGTH = 22;
const FORM = new RegExp(`^[A-Za-z0-9_-]{${2 * LENGTH}}$`);

/**
 * Ids that the server gave and nobody else can make: 16 random bytes and their HMAC-SHA-256, cut to 16. Those of
 * different purposes don't pass for each other.
 * @param key of any length; ids last as long as it does
 */
export function createSessions(key: Uint8Array, purpose: string, random = randomBytes): Sessions {
  const signature = (id: string) =>
    createHmac('sha256', key).update(`${purpose}:${id}`).digest().subarray(0, BYTES);
  return {
    issue() {
      const id = random(BYTES).toString('base64url');
      return id + signature(id).toString('base64url');
    },
    isOurs(token) {
      if (!FORM.test(token)) return false;
      const given = Buffer.from(token.slice(LENGTH), 'base64url');
      return given.length === BYTES && timingSafeEqual(given, signature(token.slice(0, LENGTH)));
    },
  };
}

/** The same under a key of this process: its ids end with it. */
export const sessionsOfThisProcess = (purpose: string): Sessions => createSessions(randomBytes(32), purpose);
