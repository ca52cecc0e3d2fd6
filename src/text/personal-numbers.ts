/** Tells personal numbers from other numbers by their form. */

export type PersonalKind = 'id-card' | 'phone' | 'bank-card' | 'email';

/** 前两位 1–8: the regions of GB/T 2260. */
const ID_18 = /^[1-8]\d{5}((?:18|19|20)\d{2})(\d{2})(\d{2})\d{3}[\dX]$/u;
const ID_15 = /^[1-8]\d{5}(\d{2})(\d{2})(\d{2})\d{3}$/u;
const MOBILE = /^(?:(?:00)?86)?1[3-9]\d{9}$/u;
/** Area code (010, 02x, 0xxx) and seven or eight digits, an extension perhaps; 400 and 800 numbers. */
const LANDLINE = /^(?:(?:00)?86)?(?:0(?:10|2\d)\d{8}|0[3-9]\d{2}\d{7,8})(?:\d{0,4})$/u;
const SERVICE = /^[48]00\d{7}$/u;
const LOCAL = /^[2-8]\d{6,7}$/u;
const CARD = /^[1-9]\d{11,18}$/u;
/** A local telephone number of a small town. */
const SHORTEST = 7;
const PHONE_CUE = /(?:电话|座机|手机|号码|联系方式|tel|phone)[^\d]{0,4}$/iu;
const CARD_CUE = /(?:卡号|账号|帐号|账户|银行卡)[^\d]{0,4}$/u;
const AMOUNT = /^[元万亿%号年]/u;

/**
 * What the digits are, null for anything that isn't personal.
 * @param groups the digits in the groups in which they are written
 * @param before a few characters before them
 * @param after a few characters after them
 */
export function kindOfDigits(
  groups: readonly string[],
  before: string,
  after: string,
): Exclude<PersonalKind, 'email'> | null {
  const digits = groups.join('');
  if (digits.length < SHORTEST) return null;
  if (isIdCard(digits)) return 'id-card';
  if (digits.includes('X') || AMOUNT.test(after)) return null;
  if (MOBILE.test(digits) || SERVICE.test(digits)) return 'phone';
  // An area code stands apart or the whole number in one piece: 2020-02-01 3000000 is neither.
  if (groups.length <= 4 && LANDLINE.test(digits)) return 'phone';
  if (LOCAL.test(digits) && groups.length <= 2 && PHONE_CUE.test(before)) return 'phone';
  if (CARD.test(digits) && (CARD_CUE.test(before) || passesLuhn(digits))) return 'bank-card';
  return null;
}

function isIdCard(digits: string): boolean {
  const [, year = '', month = '', day = ''] = ID_18.exec(digits) ?? ID_15.exec(digits) ?? [];
  if (month === '') return false;
  const date = new Date(
    Date.UTC(Number(year.length === 2 ? `19${year}` : year), Number(month) - 1, Number(day)),
  );
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
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
