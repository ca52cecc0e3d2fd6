import type { Choice } from '#answer/index.js';
import { saidOf } from './said.js';

/** What a message says about the choices offered. */
export type ChoiceRead = { type: 'one'; choice: Choice } | { type: 'none' } | { type: 'outside' };

const DIGITS: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
};
const NUMBERED =
  /^(?:我?(?:要|选|选择|问的?是|说的?是|就是|是|就)?(?:第|no\.?|#)?)(\d{1,2}|[一二两三四五六七八九十])(?:个|项|种|号|条|那个|那项|\.|、)?$/u;
const LAST = /^(?:我?(?:要|选|选择|是)?)(?:最后(?:一)?(?:个|项|种)|后者)$/u;
const FORMER = /^(?:我?(?:要|选|选择|是)?)前者$/u;
const YES = /^(?:是|是的|对|对的|没错|嗯|就是这个|就是它|yes)$/u;
const NONE = /^(?:都|全|哪个都|一个都)?(?:不是|不对|没有|不要)(?:这些?|的)?$/u;

/** Reads an answer to a list of choices; null where the message is something else (a fresh question). */
export function readChoice(said: string, choices: readonly Choice[], pressed?: string): ChoiceRead | null {
  const button = choices.find(({ id }) => id === pressed);
  if (button !== undefined) return { type: 'one', choice: button };
  const number = numberOf(said, choices.length);
  if (number !== null) {
    const choice = choices[number - 1];
    return choice === undefined ? { type: 'outside' } : { type: 'one', choice };
  }
  if (choices.length > 0 ? NONE.test(said) : /^都不是$/u.test(said)) return { type: 'none' };
  const named = byName(said, choices);
  return named === undefined ? null : { type: 'one', choice: named };
}

function numberOf(said: string, count: number): number | null {
  const [, digit] = NUMBERED.exec(said) ?? [];
  if (digit !== undefined) return DIGITS[digit] ?? Number(digit);
  if (count > 0 && LAST.test(said)) return count;
  if (count > 0 && FORMER.test(said)) return 1;
  return count === 1 && YES.test(said) ? 1 : null;
}

/** A name without its kind in brackets; a part of a name counts where only one choice has it. */
function byName(said: string, choices: readonly Choice[]): Choice | undefined {
  if (said.length < 2) return undefined;
  const wanted = said.replace(/^(?:我?(?:要|选|选择|问的?是|说的?是|就是|是))/u, '');
  const labelOf = ({ label }: Choice) => saidOf(label);
  const nameOf = (choice: Choice) => labelOf(choice).replace(/\([^)]*\)?$/u, '');
  const whole = choices.filter((choice) => nameOf(choice) === wanted || labelOf(choice) === wanted);
  if (whole.length > 0) return whole[0];
  if (wanted.length < 2) return undefined;
  const parts = choices.filter((choice) => nameOf(choice).includes(wanted));
  return parts.length === 1 ? parts[0] : undefined;
}
