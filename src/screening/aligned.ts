import { simplify } from '../text/simplify.js';

/** Circled numbers are numbering; folded to a digit they would be lost among the digits. */
const KEPT = /[\u2460-\u2473]/u;

/**
 * The text with full width folded and traditional characters simplified, of the same length, so that a place in it is
 * the same place in the text that was read (UTF-16 units).
 */
export function aligned(text: string): string {
  let folded = '';
  for (const unit of text.split('')) {
    const form = KEPT.test(unit) ? unit : unit.normalize('NFKC');
    folded += form.length === 1 ? form : unit;
  }
  folded = folded.replace(/[\u200b-\u200f\ufeff\u00a0\u3000\t\v\f]/gu, (c) => (c === '\t' ? '\t' : ' '));
  const simple = simplify(folded);
  return simple.length === folded.length ? simple : folded;
}
