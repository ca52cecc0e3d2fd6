import type { File } from 'node:buffer';
import type { HttpRequest } from '../../bot/channel.js';
import { MOST_FILE_BYTES } from '../../channels/files.js';
import { QingdanError } from '../../errors.js';

/** The fields of a form of the page, however the browser sent them. */
export interface FormFields {
  /** The first value of a field; empty where it isn't there. */
  text(name: string): string;
  /** Files that were picked, also empty ones. */
  files: readonly File[];
}

/** Largest form without a file: a notice of 60,000 characters, each of them nine bytes as %E4%BA%8B. */
const MOST_WORDS = 640 * 1024;
/** Largest form with a file. */
export const FORM_LIMIT = MOST_FILE_BYTES + MOST_WORDS;
/** The page's forms have four fields; a form of a hundred thousand parts would take the parser a second. */
const MOST_PARTS = 20;

const URL_ENCODED = /^application\/x-www-form-urlencoded\b/iu;
const MULTIPART = /^multipart\/form-data\b.*?\bboundary=(?:"([^"]{1,70})"|([^\s";]{1,70}))/iu;

/**
 * The fields of a form; null for what is no form.
 * @throws QingdanError QD-TOO-LONG, and QD-INPUT for a form that can't be read
 */
export async function readFields({ headers, body }: HttpRequest): Promise<FormFields | null> {
  const type = headers['content-type'] ?? '';
  if (URL_ENCODED.test(type)) {
    if (body.length > MOST_WORDS)
      throw new QingdanError('QD-TOO-LONG', '内容太长，一次最多六万字，请拆成几次再发');
    const fields = new URLSearchParams(new TextDecoder().decode(body));
    return { text: (name) => fields.get(name) ?? '', files: [] };
  }
  const [, quoted, plain] = MULTIPART.exec(type) ?? [];
  const boundary = quoted ?? plain;
  if (boundary === undefined) return null;
  if (hasOver(MOST_PARTS, body, boundary)) throw unreadable();
  const fields = await new Response(body, { headers: { 'content-type': type } }).formData().catch((cause) => {
    throw unreadable(cause);
  });
  return {
    text(name) {
      const value = fields.get(name);
      return typeof value === 'string' ? value : '';
    },
    // A picker that nothing was picked in sends a file without a name.
    files: fields
      .getAll('file')
      .filter((value) => typeof value !== 'string')
      .filter(({ name, size }) => name !== '' || size > 0),
  };
}

const unreadable = (cause?: unknown) =>
  new QingdanError('QD-INPUT', '表单没有收全，请回到首页再发一次', { cause });

function hasOver(most: number, body: Uint8Array, boundary: string): boolean {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const mark = `--${boundary}`;
  let place = -1;
  for (let found = 0; found <= most; found++) {
    place = bytes.indexOf(mark, place + 1);
    if (place < 0) return false;
  }
  return true;
}
