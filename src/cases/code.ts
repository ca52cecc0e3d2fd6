import { QingdanError, shown } from '#errors.js';

/** Without 0, 1, I, L and O, which are mistaken for each other when somebody reads them out. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
/** 31 to the sixth is 900 million, and a case is locked for the day after a few wrong ones. */
export const CODE_LENGTH = 6;

/** The code that lets somebody ask for the status of their case. @param random bytes of a good source, `CODE_LENGTH` at least */
export function codeFrom(random: Uint8Array): string {
  return [...random.slice(0, CODE_LENGTH)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
}

/** 诉〔2026〕0012号. */
export const caseNumber = (year: string, n: number): string => `诉〔${year}〕${String(n).padStart(4, '0')}号`;

/** Of a certificate that was issued, and of a 告知单. */
export const paperNumber = (refused: boolean, year: string, n: number): string =>
  `${refused ? '告知' : '证'}〔${year}〕${String(n).padStart(4, '0')}号`;

const NUMBER =
  /诉?\s{0,3}[〔[(（【]?\s{0,3}(20\d{2})\s{0,3}[〕\])）】年-]?\s{0,3}第?\s{0,3}(\d{1,6})\s{0,3}号?/u;
const CODE = new RegExp(
  `(?<![0-9A-Za-z])([${ALPHABET}${ALPHABET.toLowerCase()}]{${CODE_LENGTH}})(?![0-9A-Za-z])`,
  'u',
);

/** A case's number as people type it: 诉〔2026〕0012号, 2026-12, 诉2026第12号. Null where the text has none. */
export function numberIn(text: string): string | null {
  const [, year, digits] = NUMBER.exec(text) ?? [];
  return year === undefined || digits === undefined ? null : caseNumber(year, Number(digits));
}

/** @throws QingdanError QD-ID */
export function checkedNumber(text: string): string {
  const number = numberIn(text);
  if (number !== null) return number;
  throw new QingdanError(
    'QD-ID',
    `件号「${shown(text)}」写法不对，请照回执写，如 诉〔2026〕0012号 或 2026-12`,
  );
}

/** The code in a text that also holds a number. */
export function codeIn(text: string): string | null {
  const rest = text.replace(NUMBER, ' ');
  return CODE.exec(rest)?.[1]?.toUpperCase() ?? null;
}
