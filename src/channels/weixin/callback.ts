import type { HttpRequest } from '#conversation/channel.js';
import type { Cipher } from './cipher.js';
import { isFresh, isSigned } from './signature.js';
import { type Fields, readUtf8, readXml } from './xml.js';

/** A callback that was let in, or why it wasn't: 401 for a wrong signature, 400 for what can't be read. */
export type Opened = { readonly fields: Fields } | { readonly status: 400 | 401; readonly reason: string };

/** The ciphertext is found by this pattern and not by the parser: nothing is parsed before its signature is right. */
const ENCRYPT = /<Encrypt>\s*(?:<!\[CDATA\[)?([A-Za-z0-9+/=]{4,})(?:\]\]>)?\s*<\/Encrypt>/;

/** Opens a callback of a 公众号 in plain mode. @param now milliseconds since 1970 */
export function openPlain(request: HttpRequest, token: string, now: number): Opened {
  if (!isPlainSigned(request, token, now)) return { status: 401, reason: 'signature' };
  // The console says encrypted or compatible, the settings say plain: told, not guessed.
  if (request.query.get('encrypt_type') === 'aes') return { status: 400, reason: 'encrypted-in-plain-mode' };
  return read(readUtf8(request.body));
}

/** Opens a callback in encrypted mode; it is never read as plain text. @param now milliseconds since 1970 */
export function openEncrypted(request: HttpRequest, token: string, cipher: Cipher, now: number): Opened {
  const [, ciphertext] = ENCRYPT.exec(readUtf8(request.body) ?? '') ?? [];
  if (ciphertext === undefined) return { status: 401, reason: 'not-encrypted' };
  if (!isCipherSigned(request, token, ciphertext, now)) return { status: 401, reason: 'signature' };
  const text = cipher.decrypt(ciphertext);
  // Signed with our token yet not for our key or id: the console and the settings don't agree.
  return text === null ? { status: 401, reason: 'key-or-receiver' } : read(text);
}

/** Whether token, timestamp and nonce are signed: the check of an address, and of plain messages. */
export function isPlainSigned({ query }: HttpRequest, token: string, now: number): boolean {
  const timestamp = query.get('timestamp');
  return (
    isFresh(timestamp, now) &&
    isSigned(query.get('signature'), [token, timestamp ?? '', query.get('nonce') ?? ''])
  );
}

/** Whether token, timestamp, nonce and ciphertext are signed. */
export function isCipherSigned(
  { query }: HttpRequest,
  token: string,
  ciphertext: string,
  now: number,
): boolean {
  const timestamp = query.get('timestamp');
  return (
    isFresh(timestamp, now) &&
    isSigned(query.get('msg_signature'), [token, timestamp ?? '', query.get('nonce') ?? '', ciphertext])
  );
}

function read(text: string | null): Opened {
  const fields = text === null ? null : readXml(text);
  return fields === null ? { status: 400, reason: 'malformed' } : { fields };
}
