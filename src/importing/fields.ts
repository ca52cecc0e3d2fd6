import { normalise } from '#text/normalise.js';
import { FIELD_NAMES, FIELDS, type Field } from './field-names.js';
import { HEADER_PATTERNS, HEADER_WORDS, NO_FIELD } from './header-words.js';

/** How a header cell names its field: the same words, or among others. */
export interface FieldGuess {
  field: Field;
  /** Larger is surer: 100 for the same words, less for fewer and rarer ones. */
  sureness: number;
}

/** UTF-16 units: a longer cell is a sentence and names no column. */
export const LONGEST_HEADER = 16;

/** Sureness of a header that is a word of a field's kind: less than any of the listed words themselves. */
const OF_A_KIND = 65;

/** The field that a header cell names; null for any other text. */
export function fieldOfHeader(text: string): FieldGuess | null {
  // Spaces within a header may double its length, not more.
  if (text.length > 4 * LONGEST_HEADER) return null;
  const header = headerKey(text);
  if (header === '' || header.length > LONGEST_HEADER || NO_FIELD.test(header)) return null;
  let best: FieldGuess | null = null;
  for (const field of FIELDS) {
    for (const [rank, word] of HEADER_WORDS[field].entries()) {
      const sureness =
        header === word
          ? 100 - rank
          : word.length >= 2 && header.includes(word)
            ? word.length * 10 + (header.endsWith(word) ? 5 : 0) - rank / 10
            : 0;
      if (sureness > (best?.sureness ?? 0)) best = { field, sureness };
    }
    const [words = ''] = HEADER_PATTERNS[field]?.exec(header) ?? [];
    const sureness = words === header ? OF_A_KIND : words.length * 10;
    if (words !== '' && sureness > (best?.sureness ?? 0)) best = { field, sureness };
  }
  return best;
}

/** A header cell for comparing: without spaces, brackets and what stands in them. */
export function headerKey(text: string): string {
  return normalise(text)
    .replace(/[(（].*?[)）]/g, '')
    .replace(/[\s:：/、*#]+/g, '');
}

/** `headerKey` of a cell that may be missing. */
export function headerKeyOf(text: string | undefined): string {
  return text === undefined ? '' : headerKey(text.slice(0, 4 * LONGEST_HEADER));
}

/** The field with this name, 事项名称 or any of the words for it. */
export function fieldNamed(name: string): Field | null {
  const wanted = headerKey(name);
  return (
    FIELDS.find((field) => FIELD_NAMES[field] === wanted || HEADER_WORDS[field].includes(wanted)) ??
    FIELDS.find((field) => HEADER_PATTERNS[field]?.exec(wanted)?.[0] === wanted) ??
    null
  );
}
