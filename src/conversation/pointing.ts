import { numeralValue } from '#text/numerals.js';
import type { Shown } from './state.js';

/** Place of what a message means among the things shown, from 0; `outside` where there is no such number. */
export type Pointed = number | 'outside' | null;

const DIGITS = '[0-9]{1,2}|[一二两三四五六七八九十]{1,3}';
/** What may stand behind a number that counts things shown: 第一责任人 and 第三方 count none. */
const COUNTED = '(?=[项条个件点种号份]|那|的|是|说|讲|呢|谁|归|为|怎|咋|啥|什么|哪|具体|该|算|$)';
const ORDINAL = new RegExp(
  `第(${DIGITS})${COUNTED}|(?<![0-9.第])([0-9]{1,2})(?=[项条号]|是|的|说|讲)|^[我要选是]{0,2}(${DIGITS})$`,
  'u',
);
const LAST = /(?:最后|末尾|最末)(?:面|头)?(?:那)?(?:一)?[个项条件种]|^后者/u;
/** Points at one of the things shown by its name: 那个拆违的, 反诈那条. */
const POINTS = /那(?:一)?[个项条件份种]|这(?:一)?[个项条件份种]|的那|说的是|^是/u;
/** Words of a message that name none of the things. */
const UNNAMING =
  /那(?:一)?[个项条件份种]|这(?:一)?[个项条件份种]|[我你他]们?|说的?是|问的?是|就是|选|关于|涉及|的事|谁来?管|归谁|哪个部门|为什么|怎么|是什么|什么|意思|依据|呢|吗|啊|的|了|要|是/gu;
/** Share of the naming characters that the thing's name has to hold, and how much more than every other thing's. */
const NAMED = { share: 0.6, ahead: 0.2 } as const;

/**
 * Reads which of the things shown a message means, by number or by name; null where it points at none.
 * @param beyond what the message says beside what it asks (罚款 of 那罚款那个怎么跟镇上说), where that is known
 */
export function pointedAt(
  said: string,
  shown: Pick<Shown, 'first' | 'items'> | null,
  beyond: string = said,
): Pointed {
  if (shown === null || shown.items.length === 0) return null;
  const { first, items } = shown;
  if (LAST.test(said)) return items.length - 1;
  const [, ordinal, digits, bare] = ORDINAL.exec(said) ?? [];
  const number = ordinal ?? digits ?? bare;
  if (number !== undefined) {
    const at = (numeralValue(number) ?? 0) - first;
    return at >= 0 && at < items.length ? at : 'outside';
  }
  return POINTS.test(said) ? (named(said, items) ?? named(beyond, items)) : null;
}

/** The thing whose name holds what the message names, where only one does. */
function named(said: string, items: Shown['items']): number | null {
  const naming = [...new Set(said.replace(UNNAMING, '').match(/[\p{L}\p{N}]/gu) ?? [])];
  if (naming.length < 2) return null;
  const shares = items.map(({ label }) => naming.filter((c) => label.includes(c)).length / naming.length);
  const best = Math.max(...shares);
  const others = shares.filter((share) => share > best - NAMED.ahead);
  return best >= NAMED.share && others.length === 1 ? shares.indexOf(best) : null;
}
