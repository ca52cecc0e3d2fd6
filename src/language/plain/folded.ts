import { simplify } from '#text/simplify.js';

/** Circled numbers are numbering; folded to a digit they would be lost among the digits. */
const KEPT = /[\u2460-\u2473]/u;
/** What stays as it is: basic Latin and everyday Han characters, most of all text. */
const PLAIN = /^[ -~\n\u4e00-\u9fa5]*$/u;
const BLANK = /[\u200b-\u200f\ufeff\u00a0\u3000\v\f]/gu;

/**
 * The text with full width folded and traditional characters simplified, of the same length, so that a place in it is
 * the same place in the text that was read (UTF-16 units).
 */
export function folded(text: string): string {
  let narrow = PLAIN.test(text) ? text : narrowed(text);
  narrow = narrow.replace(BLANK, ' ');
  const simple = simplify(narrow);
  return simple.length === narrow.length ? simple : narrow;
}

function narrowed(text: string): string {
  let narrow = '';
  for (const unit of text.split('')) {
    const form = KEPT.test(unit) || PLAIN.test(unit) ? unit : unit.normalize('NFKC');
    narrow += form.length === 1 ? form : unit;
  }
  return narrow;
}
