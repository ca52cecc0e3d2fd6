/** Digits as people write personal numbers: full width, in groups, with invisible characters between. */

/** One unbroken group of digits (an ID card's may end with X). `start` and `end` count characters. */
export interface DigitGroup {
  digits: string;
  start: number;
  end: number;
}

/** Groups with at most two separators between neighbours. */
export type DigitRun = DigitGroup[];

const HAN_DIGITS = '零一二三四五六七八九';
/** Telephone numbers are the shortest personal numbers; a shorter run of Han digits is a year or a quantity. */
const LONG_HAN_RUN = /[零〇一二三四五六七八九幺]{11,}/gu;
const GROUP = /\d+(?:[xX](?![a-z]))?/gu;
/** Blank, hyphen, dash, dot, brackets of an area code. */
const SEPARATOR = /^[\s\p{Pd}·.()/]{0,2}$/u;
const UNSEEN = /[\p{Cf}\p{M}]/gu;

/** One character for each: compatibility forms folded where one character comes of it, long runs of Han digits as digits. */
export function foldCharacters(characters: readonly string[]): string {
  const folded = characters
    .map((character) => {
      const form = character.normalize('NFKC');
      return form.length === 1 ? form : '\u0000';
    })
    .join('');
  return folded.replace(LONG_HAN_RUN, (run) =>
    Array.from(run, (digit) => {
      if (digit === '〇') return '0';
      return digit === '幺' ? '1' : String(HAN_DIGITS.indexOf(digit));
    }).join(''),
  );
}

/** The runs of a text that `foldCharacters` gave. */
export function digitRuns(folded: string): DigitRun[] {
  const runs: DigitRun[] = [];
  let end = -1;
  for (const match of folded.matchAll(GROUP)) {
    const group = { digits: match[0].toUpperCase(), start: match.index, end: match.index + match[0].length };
    const run = runs.at(-1);
    if (run !== undefined && SEPARATOR.test(folded.slice(end, group.start).replace(UNSEEN, '')))
      run.push(group);
    else runs.push([group]);
    end = group.end;
  }
  return runs;
}
