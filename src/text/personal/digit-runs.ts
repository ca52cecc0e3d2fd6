/** Digits as people write personal numbers: in groups, with blanks, marks or invisible characters between. */

/** One unbroken group of digits (an ID card's may end with X). `start` and `end` count characters. */
export interface DigitGroup {
  digits: string;
  start: number;
  end: number;
  /** What stands between it and the group before it in the same run, without what nobody sees; '' for the first. */
  separator: string;
}

/** Neighbouring groups with nothing but a few blanks and marks between. */
export type DigitRun = DigitGroup[];

const HAN_DIGITS = new Map<string, string>();
for (const series of ['零一二三四五六七八九', '〇壹贰叁肆伍陆柒捌玖'])
  Array.from(series).forEach((digit, value) => {
    HAN_DIGITS.set(digit, String(value));
  });
HAN_DIGITS.set('幺', '1').set('貮', '2').set('弐', '2');
/**
 * Digits of either kind, one by one or in groups. Han digits among fewer than seven are a year or a quantity; seven is
 * the shortest telephone number.
 */
const MIXED =
  /[\d零〇一二三四五六七八九幺壹贰叁肆伍陆柒捌玖貮弐](?:[\s\p{Pd}.·\p{Cf}]{0,2}[\d零〇一二三四五六七八九幺壹贰叁肆伍陆柒捌玖貮弐]){6,}/gu;
const HAN_DIGIT = /[零〇一二三四五六七八九幺壹贰叁肆伍陆柒捌玖貮弐]/gu;
/** Letters typed or read for digits: 138l234567B. */
const LOOKALIKE = /(?<=\d)[lIoOB](?!\p{L})/gu;
const MEANT = new Map(Object.entries({ l: '1', I: '1', o: '0', O: '0', B: '8' }));
const GROUP = /\d+(?:[xX](?![a-z]))?/giu;
/** Blanks and marks that a person puts between the groups of one number. */
const MOST_SEPARATORS = 4;
const SEPARATOR = /^[^\p{L}\p{N}]*$/u;
const UNSEEN = /[\p{Cf}\p{M}]/gu;

/** A folded text with Han digits and letters that stand for digits as digits, of the same length. */
export function withDigits(folded: string): string {
  return folded
    .replace(MIXED, (run) => run.replace(HAN_DIGIT, (digit) => HAN_DIGITS.get(digit) ?? digit))
    .replace(LOOKALIKE, (letter) => MEANT.get(letter) ?? letter);
}

/** The runs of a text that `withDigits` gave. */
export function digitRuns(text: string): DigitRun[] {
  const runs: DigitRun[] = [];
  for (const match of text.matchAll(GROUP)) {
    const start = match.index;
    const group = { digits: match[0].toUpperCase(), start, end: start + match[0].length, separator: '' };
    const run = runs.at(-1);
    const before = run?.at(-1);
    const separator = before === undefined ? null : separatorIn(text.slice(before.end, start));
    if (run === undefined || before === undefined || separator === null) runs.push([group]);
    else if (separator === '' && !before.digits.endsWith('X')) {
      before.digits += group.digits;
      before.end = group.end;
    } else run.push({ ...group, separator });
  }
  return runs;
}

/** What is seen between two groups; null where they don't belong together. */
function separatorIn(between: string): string | null {
  const seen = between.replace(UNSEEN, '');
  return seen.length <= MOST_SEPARATORS && SEPARATOR.test(seen) ? seen : null;
}
