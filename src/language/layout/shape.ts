import type { Reader } from '../annotator.js';

/** Characters; a shorter text is a question, whatever it looks like. */
const SHORTEST = 40;
const LINE = /[^\s][^\n]*/gu;

/**
 * Whether a text has the shape of a notice: several lines, with two of title, address and signature.
 * @param read gives the layout of a text
 */
export function isNotice(text: string, read: Reader): boolean {
  if (text.length < SHORTEST || !hasSeveralLines(text)) return false;
  const { layout } = read(text, { today: '' });
  if (layout === null) return false;
  const { title, addressees, issuer, body } = layout;
  const parts = [title !== null, addressees.size > 0, issuer !== null].filter(Boolean).length;
  return body.length > 0 && parts >= 2;
}

function hasSeveralLines(text: string): boolean {
  let lines = 0;
  for (const _ of text.matchAll(LINE)) if (++lines > 1) return true;
  return false;
}
