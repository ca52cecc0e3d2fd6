import { syllables } from '#text/pinyin.js';
import type { Segmenter } from '#text/segmenter.js';

/** How far the words of a question are those of a matter. */
export interface Coverage {
  matched: string[];
  /** Words of the question that no wording of the matter has. */
  differed: string[];
  /** Share of the question's words that are the matter's, by weight, 0 to 1; 1 when the question names nothing. */
  share: number;
  /** Weight of the words found: one common word says little, several rare ones say much. */
  mass: number;
}

/** The words of all wordings of one matter. */
export interface Vocabulary {
  words: ReadonlySet<string>;
  characters: ReadonlySet<string>;
  /** Toneless readings of the wordings, so that a homophone typo is still one of its words. */
  sounds: string;
}

const WORD = /[\p{L}\p{N}]/u;
const soundOf = (text: string) => ` ${syllables(text).join(' ')} `;

/** @param words of all the wordings */
export function vocabularyOf(wordings: readonly string[], words: readonly string[]): Vocabulary {
  const characters = new Set<string>();
  for (const wording of wordings) for (const c of wording) characters.add(c);
  return { words: new Set(words), characters, sounds: wordings.map(soundOf).join('|') };
}

/** The distinct words of some wordings, in order. */
export function wordsOf(wordings: readonly string[], segmenter: Segmenter): string[] {
  return [...new Set(wordings.flatMap((wording) => segmenter.cut(wording)))];
}

/** A word of a text, made ready to be looked for in many vocabularies. */
export interface SaidWord {
  text: string;
  /** How telling it is. */
  weight: number;
  /** Its toneless reading; null for a single character, which is looked for as such. */
  sound: string | null;
}

/** Each word of a text once, in order; `weight` says how telling a word is. */
export function saidWords(text: string, segmenter: Segmenter, weight: (word: string) => number): SaidWord[] {
  return [...new Set(segmenter.cut(text).filter((word) => WORD.test(word)))].map((word) => ({
    text: word,
    weight: weight(word),
    sound: [...word].length === 1 ? null : soundOf(word),
  }));
}

/** Words a user said against a matter's vocabulary. */
export function coverageOf(words: readonly SaidWord[], vocabulary: Vocabulary): Coverage {
  const matched: string[] = [];
  const differed: string[] = [];
  let total = 0;
  let covered = 0;
  for (const { text, weight, sound } of words) {
    total += weight;
    if (isCovered(text, sound, vocabulary)) {
      covered += weight;
      matched.push(text);
    } else differed.push(text);
  }
  return { matched, differed, share: total === 0 ? 1 : covered / total, mass: covered };
}

function isCovered(word: string, sound: string | null, { words, characters, sounds }: Vocabulary): boolean {
  return words.has(word) || (sound === null ? characters.has(word) : sounds.includes(sound));
}
