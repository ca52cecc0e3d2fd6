/** Numbers of identity cards by their form (GB 11643: region, date of birth, sequence, check digit). */

/** 省级代码 of GB/T 2260, and 81–83 of the residence permits for 港澳台 residents. */
const PROVINCE = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/u;
const BODY_18 = /^([1-9]\d{5})((?:18|19|20)\d{2})(\d{2})(\d{2})\d{3}[\dX]$/u;
const BODY_15 = /^\d{6}(\d{2})(\d{2})(\d{2})\d{3}$/u;
/** Year and month of birth where they stand in a card's number. */
const BIRTH = /^\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])/u;
/** Digits of a card of the second generation, and what two of them left out or one put in make of it. */
const LENGTH = 18;
const SHORTEST = 16;
const LONGEST = 19;

/**
 * Whether digits are the number of a card: the date of birth exists and the region does, or the number is a foreigner's
 * permanent residence card of 2023 (9 in front). The check digit isn't asked for: a number with one digit mistyped
 * still tells nearly all of it.
 */
export function isIdNumber(digits: string): boolean {
  const long = BODY_18.exec(digits);
  if (long !== null)
    return (PROVINCE.test(digits) || digits.startsWith('9')) && isDate(long[2], long[3], long[4]);
  const short = BODY_15.exec(digits);
  return short !== null && PROVINCE.test(digits) && isDate(`19${short[1]}`, short[2], short[3]);
}

/** Whether digits look like such a number with a slip in it: a date that doesn't exist, a digit too many or too few. */
export function isNearIdNumber(digits: string): boolean {
  if (!PROVINCE.test(digits) || digits.length < SHORTEST || digits.length > LONGEST) return false;
  return digits.length === LENGTH || BIRTH.test(digits);
}

/** Whether a day exists: 19900230 doesn't. */
export function isDate(year = '', month = '', day = ''): boolean {
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
}

/** Whether eight digits are a day of this or the last century: 20240101. */
export function isWrittenDate(digits: string): boolean {
  const [, year, month, day] = /^((?:19|20)\d{2})(\d{2})(\d{2})$/u.exec(digits) ?? [];
  return year !== undefined && isDate(year, month, day);
}
