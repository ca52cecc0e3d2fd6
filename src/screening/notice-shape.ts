import { aligned } from './aligned.js';
import { withoutBrackets } from './marks.js';
import { noticeOf } from './notice.js';
import type { Words } from './words.js';

/** Characters; a shorter text is a question, whatever it looks like. */
const SHORTEST = 40;
const SEVERAL_LINES = /\S\s*\n\s*\S/u;

/** Whether a text has the shape of a notice: several lines, with two of title, address and signature. */
export function isNotice(original: string, words: Words): boolean {
  if (original.length < SHORTEST || !SEVERAL_LINES.test(original)) return false;
  const text = aligned(original);
  const { title, addressees, issuer, body } = noticeOf(text, withoutBrackets(text), words);
  const parts = [title !== null, addressees.size > 0, issuer !== null].filter(Boolean).length;
  return body.length > 0 && parts >= 2;
}
