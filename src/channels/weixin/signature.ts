import { createHash, timingSafeEqual } from 'node:crypto';

/**
 * The signature that 微信 and 企业微信 put on a callback: SHA-1 of the sorted parts, in hex. Parts are the token,
 * the timestamp and the nonce, and in encrypted mode the ciphertext too.
 */
export function signatureOf(parts: readonly string[]): string {
  return createHash('sha1')
    .update([...parts].sort().join(''))
    .digest('hex');
}

/** Whether `given` is the signature of the parts, compared in constant time. */
export function isSigned(given: string | null, parts: readonly string[]): boolean {
  const expected = Buffer.from(signatureOf(parts));
  const claimed = Buffer.from(given ?? '');
  return claimed.length === expected.length && timingSafeEqual(claimed, expected);
}

/**
 * Seconds that a callback's timestamp may be away from our clock. The plain signature doesn't cover the body, so a
 * signature read out of a log would otherwise be good for any message for ever. The platform sets no limit of its own;
 * its three tries are over within 15 seconds, the rest is for clocks that differ.
 */
const FRESH_SECONDS = 600;

/** Whether the callback was sent just now. @param now milliseconds since 1970 */
export function isFresh(timestamp: string | null, now: number): boolean {
  if (timestamp === null || !/^\d{1,12}$/.test(timestamp)) return false;
  return Math.abs(now / 1000 - Number(timestamp)) <= FRESH_SECONDS;
}
