/** Numbers of papers other than the identity card, and licence plates. */
import { isWrittenDate } from './identity-numbers.js';
import type { PersonalSpan } from './kinds.js';

/**
 * Forms that stand by themselves: 护照 (one letter and eight digits, E and a letter and seven), 港澳通行证 and 回乡证
 * (C, W, H, M), 台湾通行证 and 台胞证 (L, T), 香港身份证 with its check digit in brackets, 外国人永久居留证 before 2023.
 */
const BARE =
  /(?<![a-z0-9])(?:[degps]\d{8}|e[a-hj-np-z]\d{7}|[cwhmlt]\d{8}(?:\d{2})?|c[a-z]\d{7}|[a-z]{1,2}\d{6}\([\da]\)|[a-z]{3}\d{12})(?![a-z0-9])/giu;
/** Papers whose number may have any form; those that ask for 号 are also spoken of with a year or a count behind. */
const CUED =
  /(?:护照|通行证|回乡证|台胞证|永久居留(?:身份)?证|永居(?:身份)?证|居留许可|军官证|士兵证|警官证|军人证|(?:居住证|居留证|驾驶证|驾照|行驶证|户口簿|户口本|社保卡?|社会保障卡?|医保卡?|医疗保险|残疾人?证|结婚证|离婚证|出生证明?|准考证|学籍|档案|证件|户|港澳台?(?:居民)?(?:身份证)?)(?=\s?(?:号|编号)))(?:号码|编号|证号|卡号|号)?\s{0,2}(?:是|为|:|=)?\s{0,2}([a-z]{0,3}[- ]?\d(?:[- ]?\d|[a-z]){5,19}(?:\([\da]\))?)/giu;
/** 香港, 澳门 and 台湾 identity cards. */
const OUTER_ID =
  /身份证(?:号码|号)?\s{0,2}(?:是|为|:|=)?\s{0,2}([a-z]\d{6}\(?[\da]\)?|[157]\d{6}\(\d\)|[a-z][1289]\d{8})(?![a-z0-9])/giu;
const MILITARY = /[军士警武文参后政]字第\s?(\d{4,10})\s?号/gu;
/** GA 36: region, office letter, five characters, of which two may be letters; six for 新能源. */
const PLATE =
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][·• ]?[a-hj-np-z][·•. -]?((?:[df][a-hj-np-z0-9]\d{4}|\d{5}[df]|[a-hj-np-z0-9]{4}[a-hj-np-z0-9挂学警港澳]))(?![a-z0-9])/giu;
const FEWEST_DIGITS_OF_PLATE = 3;
const FEWEST_DIGITS_OF_PAPER = 6;

/** Numbers of papers and plates in a folded text. */
export function paperSpans(folded: string): PersonalSpan[] {
  const spans: PersonalSpan[] = [];
  if (!/\d/u.test(folded)) return spans;
  const push = (kind: 'document' | 'plate', start: number, end: number) => spans.push({ kind, start, end });
  for (const { index, 0: found } of folded.matchAll(BARE))
    if (!isWrittenDate(found.slice(1))) push('document', index, index + found.length);
  for (const pattern of [CUED, OUTER_ID, MILITARY]) {
    for (const match of folded.matchAll(pattern)) {
      const [whole, number = ''] = match;
      const digits = number.replace(/\D/gu, '');
      if (pattern !== MILITARY && (digits.length < FEWEST_DIGITS_OF_PAPER || isWrittenDate(number))) continue;
      const start = match.index + whole.lastIndexOf(number);
      push('document', start, start + number.length);
    }
  }
  for (const { index, 0: found, 1: serial = '' } of folded.matchAll(PLATE))
    if (serial.replace(/\D/gu, '').length >= FEWEST_DIGITS_OF_PLATE)
      push('plate', index, index + found.length);
  return spans;
}
