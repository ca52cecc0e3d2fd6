/** Where the personal numbers of a text stand. */
import { type DigitRun, digitRuns, withDigits } from './digit-runs.js';
import { isIdNumber } from './identity-numbers.js';
import type { PersonalKind, PersonalSpan } from './kinds.js';
import { FEWEST_DIGITS, kindOfDigits, MOST_DIGITS } from './numbers.js';
import { isMobile } from './phone-numbers.js';

/** How many characters before and after a number may say what it is: 电话是. */
const CUE_REACH = 10;
const AFTER_REACH = 5;
/** As many digits of either kind as the shortest number has, wherever they stand: most messages end here. */
const ENOUGH_DIGITS =
  /(?:[\d零〇一二三四五六七八九幺壹贰叁肆伍陆柒捌玖][^\d零〇一二三四五六七八九幺壹贰叁肆伍陆柒捌玖]*){7}/u;
const ADDRESS_OF_PAGE = /https?:\/\/[^\s\p{Script=Han},。;)>》」〕]+/giu;
/** An identity card's X that stands apart from its digits. */
const CHECK_APART = /^[^\p{L}\p{N}]{1,4}x(?![a-z\d])/iu;
/** More digits in one piece than any one number has: several run together. */
const RUN_TOGETHER = 20;

/** Numbers of identity cards, telephones and accounts in a folded text. */
export function numberSpans(folded: string): PersonalSpan[] {
  if (!ENOUGH_DIGITS.test(folded)) return [];
  const digits = withDigits(folded);
  const pages = Array.from(folded.matchAll(ADDRESS_OF_PAGE), ({ index, 0: page }) => ({
    start: index,
    end: index + page.length,
  }));
  // A number in Arabic digits in front of 一起 is one in the text as it stands.
  const texts = digits === folded ? [folded] : [folded, digits];
  const spans: PersonalSpan[] = [];
  for (const text of texts) {
    let page = 0;
    for (const run of digitRuns(text)) {
      const start = run[0]?.start ?? 0;
      while ((pages[page]?.end ?? Number.POSITIVE_INFINITY) <= start) page++;
      const inPage = (pages[page]?.start ?? Number.POSITIVE_INFINITY) <= start;
      spans.push(...(inPage ? spansInAddress(run) : spansOf(run, text)));
    }
  }
  return spans;
}

/** In the address of a page only what is a number by itself; the rest of it are days and numbers of pages. */
function spansInAddress(run: DigitRun): PersonalSpan[] {
  return run.flatMap(({ digits, start, end }): PersonalSpan[] => {
    if (isIdNumber(digits)) return [{ kind: 'id-card', start, end }];
    return isMobile(digits) ? [{ kind: 'phone', start, end }] : [];
  });
}

/** Groups of digits may belong together (138 1234 5678) or be two numbers with a blank between: the longest that fit. */
function spansOf(run: DigitRun, text: string): PersonalSpan[] {
  const spans: PersonalSpan[] = [];
  for (let first = 0; first < run.length; first++) {
    const { digits, start, end } = run[first] as DigitRun[number];
    if (digits.length >= RUN_TOGETHER) {
      spans.push(...runTogether(digits, start, end));
      continue;
    }
    let last = first;
    for (let length = 0; last < run.length; last++) {
      length += run[last]?.digits.length ?? 0;
      if (length > MOST_DIGITS) break;
    }
    const before = text.slice(Math.max(0, start - CUE_REACH), start);
    while (--last >= first) {
      const kind = kindOfGroups(run.slice(first, last + 1), before, text);
      if (kind === null) continue;
      const until = run[last]?.end ?? end;
      const check = kind === 'id-card' ? CHECK_APART.exec(text.slice(until, until + CUE_REACH)) : null;
      spans.push({ kind, start, end: until + (check?.[0].length ?? 0) });
      first = last;
      break;
    }
  }
  return spans;
}

function kindOfGroups(groups: DigitRun, before: string, text: string): PersonalKind | null {
  const end = groups.at(-1)?.end ?? 0;
  return kindOfDigits({
    groups: groups.map(({ digits }) => digits),
    separators: groups.slice(1).map(({ separator }) => separator),
    before,
    after: text.slice(end, end + AFTER_REACH),
  });
}

const MOBILE_LENGTH = 11;
const ID_LENGTH = 18;

/** The numbers that a long piece of digits is made of; one span where it isn't made of numbers alone. */
function runTogether(digits: string, start: number, end: number): PersonalSpan[] {
  const spans: PersonalSpan[] = [];
  let at = 0;
  while (digits.length - at >= FEWEST_DIGITS) {
    const is = (length: number, test: (part: string) => boolean) => test(digits.slice(at, at + length));
    const [kind, length] = is(ID_LENGTH, isIdNumber)
      ? (['id-card', ID_LENGTH] as const)
      : is(MOBILE_LENGTH, isMobile)
        ? (['phone', MOBILE_LENGTH] as const)
        : ([null, 0] as const);
    if (kind === null) break;
    spans.push({ kind, start: start + at, end: start + at + length });
    at += length;
  }
  return at === digits.length ? spans : [{ kind: 'number', start, end }];
}
