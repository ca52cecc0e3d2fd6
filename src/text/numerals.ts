/** Reads numbers written in Han characters, so that 二十三条, 廿三条, 贰拾叁条 and 23条 can be compared. */

const DIGITS = new Map(Array.from('零〇一二三四五六七八九', (c, i) => [c, i < 2 ? 0 : i - 1]));
for (const [formal, value] of Array.from('壹贰叁肆伍陆柒捌玖', (c, i): [string, number] => [c, i + 1]))
  DIGITS.set(formal, value);
DIGITS.set('两', 2).set('俩', 2).set('仨', 3).set('幺', 1);
const UNITS = new Map([
  ['十', 10],
  ['拾', 10],
  ['廿', 20],
  ['卅', 30],
  ['百', 100],
  ['佰', 100],
  ['千', 1000],
  ['仟', 1000],
  ['万', 10_000],
  ['亿', 100_000_000],
]);
const RUN = /[零〇一二三四五六七八九壹贰叁肆伍陆柒捌玖两俩仨幺十拾廿卅百佰千仟万亿]+/gu;
/** 百, 千, 万, 亿 alone are never a number; 十 is. */
const UNIT_ALONE = /^[百佰千仟万亿]$/u;
/** Digits and the one unit that may follow them. */
const ARABIC =
  /(?<![\d.零〇一二三四五六七八九两十百千万亿])(\d+(?:\.\d+)?)(?:([百千万亿])(?![\d.零〇一二三四五六七八九两十百千万亿]))?/gu;
/** Marks after which, and measures before which, even one character is a number: 第一批, 三块牌子. */
const ORDINAL = /(?:第|初|星期|周|农历|附件|之)$/u;
const MEASURE =
  /^(?:个|块|张|份|项|条|款|类|种|级|层|楼|户|人|名|位|口|家|次|遍|天|日|月|年|岁|周|季|元|角|米|斤|里|间|套|栋|幢|号|批|期|届|步|折|倍|分之|平方|小时|分钟|点钟|瓶|台|辆|本|册|页|件|只|头|亩|吨|公)/u;
/** Two neighbouring digits say "about": 三五个, 七八户. 三八 and 五一 stand for dates; none is a number of two places. */
const VAGUE = /^[一二两三四五六七八九]{2}$/u;

/** Longer runs are no quantities, and a number couldn't hold them exactly. */
const LONGEST = 15;

/** A number found in a text. `start` and `end` are UTF-16 offsets. */
export interface Numeral {
  value: number;
  start: number;
  end: number;
}

/**
 * Numbers of a normalised text in order, in Arabic digits, Han characters or both (3万). A single Han digit counts only
 * after an ordinal mark or before a measure, so that 万一, 一起, 千万别 and 统一 are left alone.
 */
export function numeralsIn(text: string): Numeral[] {
  const found: Numeral[] = [];
  for (const match of text.matchAll(ARABIC)) {
    const [whole, digits = '', unit = ''] = match;
    if (digits.length > LONGEST) continue;
    const value = Number(digits) * (UNITS.get(unit) ?? 1);
    found.push({ value, start: match.index, end: match.index + whole.length });
  }
  for (const match of text.matchAll(RUN)) {
    const [run] = match;
    const end = match.index + run.length;
    if (!isNumber(run, text.slice(Math.max(0, match.index - 2), match.index), text.slice(end, end + 2)))
      continue;
    const value = hanNumber(run);
    if (value !== null) found.push({ value, start: match.index, end });
  }
  return found.sort((a, b) => a.start - b.start);
}

/**
 * The text with every number that holds a Han numeral in Arabic digits: a key for comparing, not for showing.
 * @param text a normalised text
 */
export function numeralKey(text: string): string {
  let key = '';
  let from = 0;
  for (const { value, start, end } of numeralsIn(text)) {
    const written = text.slice(start, end);
    key += text.slice(from, start) + (/^[\d.]+$/u.test(written) ? written : value);
    from = end;
  }
  return key + text.slice(from);
}

/** Value of a run of Han numerals (二十三, 二〇二五, 三万五, 廿三); null where it isn't a well-formed number. */
export function hanNumber(run: string): number | null {
  const characters = Array.from(run);
  if (characters.length === 0 || characters.length > LONGEST) return null;
  if (characters.every((c) => DIGITS.has(c))) return Number(characters.map((c) => DIGITS.get(c)).join(''));
  let total = 0;
  /** What stands before the next 万 or 亿, and the least unit in it. */
  let section = 0;
  let least = 10_000;
  let digit: number | null = null;
  let lastUnit = 0;
  for (const character of characters) {
    const unit = UNITS.get(character);
    if (unit === undefined) {
      const value = DIGITS.get(character);
      if (value === undefined || (digit !== null && digit !== 0)) return null;
      digit = value;
      continue;
    }
    if (unit >= 10_000) {
      const before = section + (digit ?? 0);
      if (before === 0 && (total === 0 || unit === 10_000)) return null;
      total = unit === 10_000 ? total + before * unit : (total + before) * unit;
      section = 0;
      least = 10_000;
    } else {
      const tens = unit < 100;
      // 十三 begins with its unit; 百三 doesn't, and units go down: 一百二十, not 二十一百.
      if ((digit === null && !tens) || (tens ? 10 : unit) >= least) return null;
      section += unit === 20 || unit === 30 ? unit : (digit || 1) * unit;
      least = tens ? 10 : unit;
    }
    digit = null;
    lastUnit = unit;
  }
  // 三万五 is 35,000, 一百二 is 120; 三万零五 is 30,005.
  const short = digit !== null && lastUnit >= 100 && !/[零〇]/u.test(characters.at(-2) ?? '');
  return total + section + (digit ?? 0) * (short ? lastUnit / 10 : 1);
}

function isNumber(run: string, before: string, after: string): boolean {
  // 3万 is read with its digits; 3五 and 五3 are no numbers of either kind.
  if (/[\d.]$/u.test(before) || /^[\d.]/u.test(after)) return false;
  if (run.length > 1) return !VAGUE.test(run);
  return !UNIT_ALONE.test(run) && (ORDINAL.test(before) || MEASURE.test(after));
}

/** The value of 12, 十二 or ⑫; null for anything else. */
export function numeralValue(digits: string): number | null {
  if (/^\d+$/.test(digits)) return Number(digits);
  const circled = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'.indexOf(digits);
  return digits !== '' && circled >= 0 ? circled + 1 : hanNumber(digits);
}
