// The table of single characters alone: the whole of pinyin-pro, with its phrases, costs twice the memory and time.
import table from 'pinyin-pro/dist/esm/data/dict1.mjs';

const HAN = /\p{Script=Han}/u;
/** Grave, acute, macron and caron; the diaeresis of ü isn't a tone. */
const TONES = /[\u0300\u0301\u0304\u030c]/gu;
/** Reading of each character of the basic plane met so far, by its code unit. */
const readings: (string | undefined)[] = new Array(0x10000);

/**
 * Toneless syllable of each character, in order: one entry per Unicode character of the text, the most usual reading
 * for a Han character (`ü` as `v`), the character itself for anything else.
 */
export function syllables(text: string): string[] {
  const read: string[] = [];
  for (const character of text) read.push(syllable(character));
  return read;
}

/** Toneless most usual reading of one character; the character itself when it isn't Han. */
export function syllable(character: string): string {
  const unit = character.charCodeAt(0);
  const known = character.length === 1 ? readings[unit] : undefined;
  if (known !== undefined) return known;
  const read = HAN.test(character) ? readingOf(character) : character;
  if (character.length === 1) readings[unit] = read;
  return read;
}

function readingOf(character: string): string {
  const [usual = ''] = (table.get(character) ?? '').split(' ');
  return usual.normalize('NFD').replace(TONES, '').normalize('NFC').replace('ü', 'v') || character;
}
