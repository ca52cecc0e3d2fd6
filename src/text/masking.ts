/** Hides personal numbers and addresses before a text is stored or logged. */
import { type DigitRun, digitRuns, foldCharacters } from './digit-runs.js';
import { kindOfDigits, type PersonalKind } from './personal-numbers.js';

export type { PersonalKind } from './personal-numbers.js';

export interface Masked {
  text: string;
  /** How many of each kind were hidden; kinds that didn't occur are left out. */
  masked: { kind: PersonalKind; count: number }[];
}

const MASKS: Record<PersonalKind, string> = {
  'id-card': '〔身份证号〕',
  phone: '〔电话〕',
  'bank-card': '〔银行卡号〕',
  email: '〔邮箱〕',
};
const EMAIL = /(?<![a-z0-9._%+-])[a-z0-9._%+-]+ ?@ ?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}/giu;

interface Span {
  kind: PersonalKind;
  /** In characters of the text. */
  start: number;
  end: number;
}

/**
 * The text with ID-card, telephone and bank-card numbers and e-mail addresses replaced by their kind (〔电话〕), also
 * when written full width, with blanks, hyphens or invisible characters between, or in Han digits. Numbers of
 * documents, dates and amounts stay. Takes any text, normalised or not.
 */
export function maskPersonalData(text: string): Masked {
  const characters = Array.from(text);
  const folded = foldCharacters(characters);
  const spans: Span[] = Array.from(folded.matchAll(EMAIL), (match) => ({
    kind: 'email',
    start: match.index,
    end: match.index + match[0].length,
  }));
  for (const run of digitRuns(folded)) spans.push(...spansOf(run, folded));
  spans.sort((a, b) => a.start - b.start || b.end - a.end);
  let masked = '';
  let from = 0;
  const counts = new Map<PersonalKind, number>();
  for (const { kind, start, end } of spans) {
    if (start < from) continue;
    masked += characters.slice(from, start).join('') + MASKS[kind];
    from = end;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return {
    text: masked + characters.slice(from).join(''),
    masked: Array.from(counts, ([kind, count]) => ({ kind, count })),
  };
}

/** Groups of digits may belong together (138 1234 5678) or be two numbers with a blank between: the longest that fit. */
function spansOf(run: DigitRun, folded: string): Span[] {
  const spans: Span[] = [];
  for (let first = 0; first < run.length; first++) {
    const start = run[first]?.start ?? 0;
    let last = first;
    for (let length = 0; last < run.length; last++) {
      length += run[last]?.digits.length ?? 0;
      if (length > MOST_DIGITS) break;
    }
    while (--last >= first) {
      const groups = run.slice(first, last + 1).map(({ digits }) => digits);
      const end = run[last]?.end ?? 0;
      const kind = kindOfDigits(
        groups,
        folded.slice(Math.max(0, start - CUE_REACH), start),
        folded.slice(end, end + 2),
      );
      if (kind === null) continue;
      spans.push({ kind, start, end });
      first = last;
      break;
    }
  }
  return spans;
}

/** A landline with its country and an extension. */
const MOST_DIGITS = 20;
/** How many characters before a number may say what it is: 电话是. */
const CUE_REACH = 8;
