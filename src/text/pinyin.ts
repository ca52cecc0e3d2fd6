// The table of single characters alone: the whole of pinyin-pro, with its phrases, costs twice the memory and time.
import table from 'pinyin-pro/dist/esm/data/dict1.mjs';

const HAN = /\p{Script=Han}/u;
/** Grave, acute, macron and caron; the diaeresis of ü isn't a tone. */
const TONES = /[\u0300\u0301\u0304\u030c]/gu;
/** Reading of each character met so far: a few thousand entries at most, one per Han character. */
const readings = new Map<string, string>();

/**
 * Toneless syllable of each character, in order: one entry per Unicode character of the text, the most usual reading
 * for a Han character (`ü` as `v`), the character itself for anything else.
 */
export function syllables(text: string): string[] {
  return Array.from(text, syllable);
}

/** Toneless most usual reading of one character; the character itself when it isn't Han. */
export function syllable(character: string): string {
  const known = readings.get(character);
  if (known !== undefined) return known;
  if (!HAN.test(character)) return character;
  const [usual = ''] = (table.get(character) ?? '').split(' ');
  const read = usual.normalize('NFD').replace(TONES, '').normalize('NFC').replace('ü', 'v') || character;
  readings.set(character, read);
  return read;
}
