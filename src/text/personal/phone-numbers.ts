/** Telephone numbers by their form and the groups in which they are written. */
import { isWrittenDate } from './identity-numbers.js';

const MOBILE = /^(?:(?:00?)?86)?(1[3-9]\d{9})$/u;
const SERVICE = /^[48]00\d{7}$/u;
const AREA = /^0(?:10|2\d|[3-9]\d{2})$/u;
const COUNTRY = /^(?:00?)?86$/u;
/** Area code and seven or eight digits in one piece. */
const LANDLINE = /^(?:(?:00)?86)?0(?:(?:10|2\d)\d{8}|[3-9]\d{2}\d{7,8})$/u;
const LOCAL = /^[2-8]\d{6,7}$/u;
const LOCAL_GROUPS = ['7', '8', '3,4', '4,4'];
/** An extension behind a landline. */
const EXTENSION = /^\d{1,4}$/u;

/** Whether all digits are one mobile number, with the country's code perhaps, however they are grouped. */
export function isMobile(digits: string): boolean {
  return MOBILE.test(digits);
}

/** 400 and 800 numbers. */
export function isServiceNumber(digits: string): boolean {
  return SERVICE.test(digits);
}

/** A landline with its area code, which stands apart or all in one piece: 2020-02-01 3000000 is none. */
export function isLandline(groups: readonly string[]): boolean {
  const national = COUNTRY.test(groups[0] ?? '') ? groups.slice(1) : groups;
  const [first = '', ...rest] = national;
  if (LANDLINE.test(first)) return rest.length === 0 || (rest.length === 1 && EXTENSION.test(rest[0] ?? ''));
  if (!AREA.test(first)) return false;
  return [rest, rest.slice(0, -1)].some(
    (number, i) =>
      LOCAL_GROUPS.includes(number.map(({ length }) => length).join(',')) &&
      (i === 0 || EXTENSION.test(rest.at(-1) ?? '')),
  );
}

/** Seven or eight digits as a landline without its area code is written; only a cue tells that they are one. */
export function isLocalNumber(groups: readonly string[]): boolean {
  const digits = groups.join('');
  const written = LOCAL_GROUPS.includes(groups.map(({ length }) => length).join(','));
  return written && LOCAL.test(digits) && !isWrittenDate(digits);
}
