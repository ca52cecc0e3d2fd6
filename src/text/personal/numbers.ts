/** Tells personal numbers from other numbers by their form, their groups and the words around them. */
import { isIdNumber, isNearIdNumber } from './identity-numbers.js';
import type { PersonalKind } from './kinds.js';
import { isLandline, isLocalNumber, isMobile, isServiceNumber } from './phone-numbers.js';

/** Digits that may be one number, and what stands around them. */
export interface DigitCandidate {
  /** The digits in the groups in which they are written. */
  groups: readonly string[];
  /** What stands between neighbouring groups. */
  separators: readonly string[];
  /** A few characters before and after. */
  before: string;
  after: string;
}

/** Local telephone numbers are the shortest, account numbers the longest. */
export const FEWEST_DIGITS = 7;
export const MOST_DIGITS = 30;
const PHONE_CUE = /(?:电话|座机|手机|号码|联系方式|热线|tel|phone)[^\d〕]{0,4}$/iu;
const CARD_CUE = /(?:卡号|账号|帐号|账户|帐户|银行卡|存折|打款到|转账到|汇款到)[^\d〕]{0,4}$/u;
const ID_CUE = /身份(?:证|号)[^\d〕]{0,6}$/u;
/** Numbers of firms, files and orders: nobody's own, unless they have the form of a mobile number. */
const CODE_CUE =
  /(?:编号|代码|索引号|案号|文号|单号|订单|流水号|项目号|备案号|受理号|证书号|登记号)[^\d〕]{0,3}$/u;
/** 第…号 and 字第…号 are numbers of documents, whatever their form. */
const DOCUMENT_CUE = /第[^\d〕]{0,2}$/u;
/** 索引号 of 政务公开: an office's code and the year behind it. */
const INDEX = /^\/(?:19|20)\d{2}/u;
/** 138亿元 written out ends with zeros; no telephone number ends with five. */
const AMOUNT = /0{5}$/u;
const UNIT_OF_AMOUNT = /^[元万亿%]/u;
/** Lengths of payment cards issued in China; 62 is 银联, 9558 and 9559 are old cards of two banks. */
const CARD = /^[1-9]\d{14,18}$/u;
const CHINESE_CARD = /^(?:62|955[89])\d{14,17}$/u;
const DATED = /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])/u;
const CUED_ACCOUNT = 8;
const CUED_ID = 14;
/** Digits of an identity card of the second generation. */
const MOST_ID = 18;

/** What the digits are; null for anything that isn't personal. */
export function kindOfDigits(candidate: DigitCandidate): PersonalKind | null {
  const { groups, before, after } = candidate;
  const digits = groups.join('');
  const { length } = digits;
  if (length < FEWEST_DIGITS) return null;
  if (length <= MOST_ID && isIdNumber(digits) && (length === MOST_ID || isWrittenAsOne(candidate)))
    return 'id-card';
  if (ID_CUE.test(before) && length >= CUED_ID && length <= MOST_ID + 1) return 'id-card';
  const coded = DOCUMENT_CUE.test(before) || (CODE_CUE.test(before) && !isMobile(digits));
  if (coded || INDEX.test(after) || (AMOUNT.test(digits) && UNIT_OF_AMOUNT.test(after))) return null;
  if (digits.endsWith('X')) return ofWithoutX(candidate, digits);
  if (CARD_CUE.test(before) && length >= CUED_ACCOUNT && isWrittenAsOne(candidate)) return 'bank-card';
  return phoneOf(candidate, digits) ?? cardOf(candidate, digits);
}

/** The X is the check digit of an identity card, or a letter that only happens to stand behind. */
function ofWithoutX(candidate: DigitCandidate, digits: string): PersonalKind | null {
  if (isNearIdNumber(digits)) return isWrittenAsOne(candidate) ? 'id-card' : null;
  return kindOfDigits({ ...candidate, groups: candidate.groups.map((group) => group.replace('X', '')) });
}

function phoneOf(candidate: DigitCandidate, digits: string): PersonalKind | null {
  const { groups, before } = candidate;
  if (isMobile(digits) || isServiceNumber(digits)) return isWrittenAsOne(candidate) ? 'phone' : null;
  if (isLandline(groups)) return 'phone';
  return isLocalNumber(groups) && PHONE_CUE.test(before) ? 'phone' : null;
}

function cardOf(candidate: DigitCandidate, digits: string): PersonalKind | null {
  if (!isWrittenAsOne(candidate)) return null;
  if (CHINESE_CARD.test(digits)) return 'bank-card';
  if (isNearIdNumber(digits)) return 'id-card';
  const card = CARD.test(digits) && !DATED.test(digits) && !PHONE_CUE.test(candidate.before);
  return card && passesLuhn(digits) ? 'bank-card' : null;
}

/** Groups of this length and more tell one number from several: two such in a row are no table of counts. */
const LONG_GROUP = 6;
const SHORT_GROUP = 2;

/**
 * Whether the groups are those of one number: one piece, pieces of three digits and more, digits one by one or in
 * pairs with the same between them all, or short pieces beside a long one (1-3812345678). Whatever else stands side by
 * side in a notice is counts, dates and the cells of a table.
 */
function isWrittenAsOne({ groups, separators, before }: DigitCandidate): boolean {
  if (groups.length === 1) return true;
  const lengths = groups.map((group) => group.length);
  const same = separators.every((separator) => separator === separators[0]);
  if (lengths.every((length) => length <= SHORT_GROUP)) return same;
  const country = /^(?:00?)?86$/u.test(groups[0] ?? '') ? 1 : 0;
  if (lengths.slice(country, -1).every((length) => length > SHORT_GROUP)) return true;
  if (lengths.some((length) => length >= LONG_GROUP) || PHONE_CUE.test(before)) return true;
  return same && (lengths[country] ?? 0) > SHORT_GROUP && lengths.every((length) => length >= SHORT_GROUP);
}

/** Check digit of payment cards (ISO/IEC 7812-1). */
function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = digits.charCodeAt(digits.length - 1 - i) - 48;
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
