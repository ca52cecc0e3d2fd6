import { z } from 'zod';
import { fetchedFile } from '#channels/files.js';
import type { Attachment } from '#conversation/message.js';
import type { Settings } from './config.js';

/** A file as a message names it: an address that is good for five minutes, and the key that its content is under. */
export const robotFile = z.object({ url: z.url(), aeskey: z.string().min(1).optional() });
export type RobotFile = z.infer<typeof robotFile>;

/** Decrypts a whole file (the SDK's own function). */
export type Decrypt = (encrypted: Buffer, aesKey: string) => Buffer;

const TIMEOUT = 60_000;
/** Of the head alone, which a person waits for. */
const HEAD_TIMEOUT = 10_000;

/**
 * A file of a message. Its name stands in the head of the download only, so that is asked for at once; the content is
 * fetched and decrypted when it is read. The SDK's own download takes a file of any size into memory.
 */
export async function toAttachment(
  { url, aeskey }: RobotFile,
  settings: Pick<Settings, 'robotUrl'>,
  decrypt: Decrypt,
): Promise<Attachment> {
  const { name, mediaType } = await headOf(url, settings);
  return fetchedFile({ name, mediaType }, async () => {
    const body = await open(url, settings, TIMEOUT);
    if (body.content === null) throw new Error('no content');
    return aeskey === undefined ? body.content : decrypted(name, body.content, aeskey, decrypt);
  });
}

/** Encryption puts at most 32 bytes to a file, so what is over the limit shows while it is still being fetched. */
async function* decrypted(
  name: string,
  content: AsyncIterable<Uint8Array>,
  aeskey: string,
  decrypt: Decrypt,
): AsyncGenerator<Uint8Array> {
  const whole = fetchedFile({ name }, async () => content);
  const bytes = await whole.read();
  // An empty file is nothing but padding; without even that it isn't encrypted.
  yield bytes.length === 0 ? bytes : decrypt(Buffer.from(bytes), aeskey);
}

/** Nothing but the name; a file that can't be had has none, and says so when it is read. */
async function headOf(url: string, settings: Pick<Settings, 'robotUrl'>) {
  try {
    const { content, headers } = await open(url, settings, HEAD_TIMEOUT);
    await content?.cancel();
    return {
      name: nameIn(headers.get('content-disposition') ?? ''),
      mediaType: headers.get('content-type') ?? undefined,
    };
  } catch {
    return { name: '', mediaType: undefined };
  }
}

async function open(url: string, { robotUrl }: Pick<Settings, 'robotUrl'>, milliseconds: number) {
  // Plain http only where the robot's own connection is plain too: an office's inner network, a test.
  const { protocol } = new URL(url);
  if (protocol !== 'https:' && !(protocol === 'http:' && robotUrl.startsWith('ws:')))
    throw new Error('the file is not at a safe address');
  const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(milliseconds) });
  if (response.ok) return { content: response.body, headers: response.headers };
  await response.body?.cancel();
  throw new Error(`status ${response.status}`);
}

/** The file's name in a Content-Disposition: `filename*` (RFC 5987) before `filename`, both per cent encoded. */
function nameIn(disposition: string): string {
  const [, extended] = /filename\*\s*=\s*utf-8''([^;\s]+)/iu.exec(disposition) ?? [];
  const [, quoted, bare] = /filename\s*=\s*(?:"([^"]*)"|([^;\s]+))/iu.exec(disposition) ?? [];
  const name = extended ?? quoted ?? bare ?? '';
  try {
    // fetch reads a head as Latin-1, and some servers write UTF-8 into it.
    return decodeURIComponent(/[\u0080-\u00ff]/u.test(name) ? Buffer.from(name, 'latin1').toString() : name);
  } catch {
    // A name with a per cent sign of its own.
    return name;
  }
}
