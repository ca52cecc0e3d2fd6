import { createHash } from 'node:crypto';
import { heldFile } from '#channels/files.js';
import type { HttpRequest } from '#conversation/channel.js';
import type { Attachment } from '#conversation/message.js';
import { refuseTooLong } from '#conversation/too-long.js';
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
 * @throws QingdanError QD-TOO-LONG
 */
export function readForm(request: HttpRequest): FormMessage | null {
  const fields = readFields(request);
  if (fields === null) return null;
  const choice = fields.text('choice').slice(0, LONGEST_CHOICE) || null;
  const text = textOf(fields, choice);
  const { file: picked } = fields;
  if (text === '' && picked === null) return null;
  const file = picked && heldFile(picked, picked.bytes);
  const nonce = fields.text('event');
  if (!NONCE.test(nonce)) return { text, choice, file, eventId: null };
  // The content belongs to the id: a page that was gone back to sends a new question under its old id.
  const content = createHash('sha256').update(JSON.stringify([text, choice, file?.name ?? null]));
  if (picked !== null) content.update(picked.bytes);
  return { text, choice, file, eventId: `${nonce}.${content.digest('hex').slice(0, 16)}` };
}

function textOf(fields: FormFields, choice: string | null): string {
  // A form sends the ends of lines as CR LF, the page's script as the field holds them.
  const text = fields.text('text').replace(/\r\n?/gu, '\n');
  for (const said of [text, fields.text('place')]) refuseTooLong(said);
  const place = fields.text('place').trim();
  if (place !== '') return `我在${place}`;
  const feedback = choice === null ? null : readFeedback(choice);
  return feedback?.word ?? text.trim();
}
