/** Days from `from` to `to`, both included (YYYY-MM-DD), with the words that name them and their place in UTF-16 units. */
export interface Stretch {
  readonly from: string;
  readonly to: string;
  readonly words: string;
  readonly start: number;
}

const DAY_MS = 86_400_000;
const NAMED =
  /大前天|前天|昨天|今天|今日|(?:这|本|上)(?:一|个)?(?:周|星期|礼拜)|(?:这|本|上)(?:一|个)?月|(?:今|去|前|本)年/u;
const DATED =
  /(20\d{2})\s*年\s*(?:(上半年|下半年)|第?([一二三四1-4])\s*季度|(\d{1,2})\s*月份?)?|(?<!\d)(\d{1,2})\s*月份/u;
const BEFORE = { 今天: 0, 今日: 0, 昨天: 1, 前天: 2, 大前天: 3 } as const;
const YEARS = { 今年: 0, 本年: 0, 去年: 1, 前年: 2 } as const;
const QUARTERS = '一二三四';

const iso = (time: number) => new Date(time).toISOString().slice(0, 10);
const plus = (day: string, days: number) => iso(Date.parse(day) + days * DAY_MS);
const monthsOf = (year: number, first: number, last: number) => ({
  from: iso(Date.UTC(year, first - 1, 1)),
  to: iso(Date.UTC(year, last, 0)),
});

/**
 * The stretch of days that a text looks back on (今年, 上个月, 2026年3月, 去年); undefined where it names none or one that
 * is still to come. One that isn't over ends today. @param today YYYY-MM-DD
 */
export function stretchIn(text: string, today: string): Stretch | undefined {
  const dated = DATED.exec(text);
  const found = dated ?? NAMED.exec(text);
  if (found === null) return undefined;
  const days = dated === null ? namedDays(found[0], today) : datedDays(dated, Number(today.slice(0, 4)));
  if (days === undefined || days.from > today) return undefined;
  const to = days.to > today ? today : days.to;
  return { from: days.from, to, words: found[0], start: found.index };
}

type Days = Pick<Stretch, 'from' | 'to'>;

function namedDays(words: string, today: string): Days | undefined {
  const isLast = words.startsWith('上');
  if (words in BEFORE) {
    const day = plus(today, -BEFORE[words as keyof typeof BEFORE]);
    return { from: day, to: day };
  }
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  if (words in YEARS) return monthsOf(year - YEARS[words as keyof typeof YEARS], 1, 12);
  if (words.endsWith('月')) return monthsOf(year, isLast ? month - 1 : month, isLast ? month - 1 : month);
  // Weeks begin on Monday.
  const monday = plus(today, -((new Date(today).getUTCDay() + 6) % 7) - (isLast ? 7 : 0));
  return { from: monday, to: plus(monday, 6) };
}

function datedDays(
  [, year, half, quarter, month, monthAlone]: RegExpExecArray,
  thisYear: number,
): Days | undefined {
  const of = year === undefined ? thisYear : Number(year);
  if (half !== undefined) return half === '上半年' ? monthsOf(of, 1, 6) : monthsOf(of, 7, 12);
  if (quarter !== undefined) {
    const place = Number(quarter) || QUARTERS.indexOf(quarter) + 1;
    return monthsOf(of, 3 * place - 2, 3 * place);
  }
  const named = month ?? monthAlone;
  if (named === undefined) return monthsOf(of, 1, 12);
  return Number(named) >= 1 && Number(named) <= 12 ? monthsOf(of, Number(named), Number(named)) : undefined;
}
