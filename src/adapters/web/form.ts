import { createHash } from 'node:crypto';
import type { HttpRequest } from '../../bot/channel.js';
import { readFeedback } from './feedback.js';

/** What a form of the page says. */
export interface FormMessage {
  text: string;
  choice: string | null;
  /** The same for the same form sent twice with the same content; null without the form's own id. */
  eventId: string | null;
}

const NONCE = /^[A-Za-z0-9_-]{8,64}$/;
/** Characters of a choice's id; the bot's own are far shorter. */
const LONGEST_CHOICE = 256;

/** The message of a form; null when it isn't a form or says nothing. */
export function readForm({ headers, body }: HttpRequest): FormMessage | null {
  if (!/^application\/x-www-form-urlencoded\b/iu.test(headers['content-type'] ?? '')) return null;
  const fields = new URLSearchParams(new TextDecoder().decode(body));
  const choice = (fields.get('choice') ?? '').slice(0, LONGEST_CHOICE) || null;
  const text = textOf(fields, choice);
  if (text === '') return null;
  const nonce = fields.get('event') ?? '';
  if (!NONCE.test(nonce)) return { text, choice, eventId: null };
  // The content belongs to the id: a page that was gone back to sends a new question under its old id.
  const content = createHash('sha256')
    .update(JSON.stringify([text, choice]))
    .digest('hex')
    .slice(0, 16);
  return { text, choice, eventId: `${nonce}.${content}` };
}

function textOf(fields: URLSearchParams, choice: string | null): string {
  const place = (fields.get('place') ?? '').trim();
  if (place !== '') return `我在${place}`;
  const feedback = choice === null ? null : readFeedback(choice);
  return feedback?.word ?? (fields.get('text') ?? '').trim();
}
