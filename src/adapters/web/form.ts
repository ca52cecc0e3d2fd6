import type { File } from 'node:buffer';
import { createHash } from 'node:crypto';
import type { HttpRequest } from '../../bot/channel.js';
import type { Attachment } from '../../bot/message.js';
import { fileName, heldFile, MOST_FILE_BYTES, tooLarge } from '../../channels/files.js';
import { QingdanError } from '../../errors.js';
import { readFeedback } from './feedback.js';
import { type FormFields, readFields } from './fields.js';

/** What a form of the page says. */
export interface FormMessage {
  /** Line ends as \n. Empty where there is only a file. */
  text: string;
  choice: string | null;
  file: Attachment | null;
  /** The same for the same form sent twice with the same content; null without the form's own id. */
  eventId: string | null;
}

const NONCE = /^[A-Za-z0-9_-]{8,64}$/;
/** Characters of a choice's id; the bot's own are far shorter. */
const LONGEST_CHOICE = 256;

/**
 * The message of a form; null when it isn't a form or says nothing.
 * @throws QingdanError QD-INPUT (a broken form, two files), QD-TOO-LONG, QD-FILE-SIZE
 */
export async function readForm(request: HttpRequest): Promise<FormMessage | null> {
  const fields = await readFields(request);
  if (fields === null) return null;
  const choice = fields.text('choice').slice(0, LONGEST_CHOICE) || null;
  const text = textOf(fields, choice);
  const picked = onlyFile(fields);
  if (text === '' && picked === null) return null;
  const bytes = picked === null ? null : new Uint8Array(await picked.arrayBuffer());
  const file = picked && bytes && heldFile({ name: picked.name, mediaType: picked.type }, bytes);
  const nonce = fields.text('event');
  if (!NONCE.test(nonce)) return { text, choice, file, eventId: null };
  // The content belongs to the id: a page that was gone back to sends a new question under its old id.
  const content = createHash('sha256').update(JSON.stringify([text, choice, file?.name ?? null]));
  if (bytes !== null) content.update(bytes);
  return { text, choice, file, eventId: `${nonce}.${content.digest('hex').slice(0, 16)}` };
}

function onlyFile({ files }: FormFields): File | null {
  const [file = null, ...others] = files;
  if (others.length > 0) throw new QingdanError('QD-INPUT', '一次只能发一个文件，请一个一个地发');
  if (file !== null && file.size > MOST_FILE_BYTES) throw tooLarge(fileName(file.name));
  return file;
}

function textOf(fields: FormFields, choice: string | null): string {
  const place = fields.text('place').trim();
  if (place !== '') return `我在${place}`;
  const feedback = choice === null ? null : readFeedback(choice);
  // A form sends the ends of lines as CR LF, the page's script as the field holds them.
  return feedback?.word ?? fields.text('text').replace(/\r\n?/gu, '\n').trim();
}
