/**
 * Codes of 区划: GB/T 2260 (six digits: two each for province, prefecture and county), GB/T 10114 (nine, with three
 * more for the township) and the statistical codes (twelve, with three more for the village). Zeros at the end stand
 * for levels that aren't named, so that a code without them is the beginning of the codes of all that lies within.
 */

/** Whether a text has the form of a code. */
export function isRegionCode(code: string): boolean {
  return /^(\d{6}|\d{9}|\d{12})$/.test(code);
}

/** The digits that say something; none for the whole country (000000). */
export function significant(code: string): string {
  const [, county = '', township = '', village = ''] = /^(\d{6})(\d{3})?(\d{3})?$/.exec(code) ?? [];
  if (Number(village) > 0) return county + township + village;
  if (Number(township) > 0) return county + township;
  return county.replace(/(00)+$/, '');
}

/** Whether `inner` is `outer` or lies within it. A text that is no code lies nowhere. */
export function within(inner: string, outer: string): boolean {
  return isRegionCode(inner) && isRegionCode(outer) && significant(inner).startsWith(significant(outer));
}

/** The code of some region that would lie within another, by which is asked how far a right reaches; null for a village. */
export function someWithin(code: string): string | null {
  const reach = significant(code);
  const length = [2, 4, 6, 9, 12].find((one) => one > reach.length);
  return length === undefined ? null : reach.padEnd(length, '9').padEnd(6, '0');
}

/** Whether two codes name the same region: 500108 and 500108000000 do. */
export function sameRegion(one: string, other: string): boolean {
  return isRegionCode(one) && isRegionCode(other) && significant(one) === significant(other);
}
