/** Texts as the finders of personal data read them: one place per character, so that what is found can be cut out. */
import { simplifiedCharacter } from '../simplify.js';

/** Characters that have no form of one UTF-16 unit, such as emoji. */
const NO_FORM = '\u0000';
const ASCII_END = 0x80;
/** Every everyday Han character. */
const HAN_FROM = 0x4e00;
const HAN_END = 0xa000;
const DECIMAL = /^\p{Nd}$/u;

/**
 * One UTF-16 unit for each character: compatibility forms and full width folded where one unit comes of it, digits of
 * every script as ASCII digits, traditional characters as simplified ones.
 */
export function foldCharacters(characters: readonly string[]): string {
  let folded = '';
  for (const character of characters) folded += foldCharacter(character);
  return folded;
}

function foldCharacter(character: string): string {
  const code = character.charCodeAt(0);
  if (code < ASCII_END) return character;
  if (code >= HAN_FROM && code < HAN_END) return simplifiedCharacter(character);
  const form = character.normalize('NFKC');
  if (DECIMAL.test(form)) return decimalDigit(form);
  return form.length === 1 ? form : NO_FORM;
}

/** Unicode puts the ten digits of a script one after the other, zero at a code that ends with 0 or 6. */
function decimalDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  const low = code & 0xf;
  const fromSix = low >= 6 && !DECIMAL.test(String.fromCodePoint(code - low));
  return String(fromSix ? low - 6 : low);
}
