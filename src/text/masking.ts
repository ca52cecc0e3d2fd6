/** Hides personal data before a text is stored or logged. */
import { accountSpans } from './personal/accounts.js';
import { addressSpans } from './personal/addresses.js';
import { foldCharacters } from './personal/folding.js';
import { joinedSpans, MASKS, type PersonalKind } from './personal/kinds.js';
import { nameSpans } from './personal/names.js';
import { numberSpans } from './personal/number-spans.js';
import { paperSpans } from './personal/papers.js';

export type { PersonalKind } from './personal/kinds.js';

export interface Masked {
  text: string;
  /** How many of each kind were hidden; kinds that didn't occur are left out. */
  masked: { kind: PersonalKind; count: number }[];
}

const ANY_MASK = new RegExp(Object.values(MASKS).join('|'), 'gu');

/** A masked text without what stands for hidden data: 〔身份证号〕 isn't what somebody asks about. */
export const withoutMasks = (text: string): string => text.replace(ANY_MASK, '');

const FINDERS = [numberSpans, paperSpans, accountSpans, nameSpans, addressSpans];

/**
 * The text with personal data replaced by its kind (〔电话〕): numbers of identity cards, telephones, bank cards, other
 * papers, plates and accounts, also written full width, with blanks, marks or invisible characters between, or in Han
 * digits; e-mail addresses; names behind a word that announces one (我叫, 申请人:); and house numbers, from the number
 * behind the road or estate on, so that the region stays. Numbers of documents, dates, amounts, hotlines and the
 * addresses of offices stay. Takes any text, normalised or not; what it gives is left alone when it is given again.
 */
export function maskPersonalData(text: string): Masked {
  const characters = Array.from(text);
  const folded = foldCharacters(characters);
  const spans = joinedSpans(FINDERS.flatMap((find) => find(folded)));
  let masked = '';
  let from = 0;
  const counts = new Map<PersonalKind, number>();
  for (const { kind, start, end } of spans) {
    masked += characters.slice(from, start).join('') + MASKS[kind];
    from = end;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return {
    text: from === 0 ? text : masked + characters.slice(from).join(''),
    masked: Array.from(counts, ([kind, count]) => ({ kind, count })),
  };
}
