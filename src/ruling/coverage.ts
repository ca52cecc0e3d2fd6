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

export function vocabularyOf(wordings: readonly string[], segmenter: Segmenter): Vocabulary {
  const words = new Set<string>();
  const characters = new Set<string>();
  for (const wording of wordings) {
    for (const word of segmenter.cut(wording)) words.add(word);
    for (const c of wording) characters.add(c);
  }
  return { words, characters, sounds: wordings.map(soundOf).join('|') };
}

/** Words a user said against a matter's vocabulary; `weight` says how telling a word is. */
export function coverageOf(
  object: string,
  vocabulary: Vocabulary,
  segmenter: Segmenter,
  weight: (word: string) => number,
): Coverage {
  const matched: string[] = [];
  const differed: string[] = [];
  let total = 0;
  let covered = 0;
  for (const word of new Set(segmenter.cut(object).filter((w) => WORD.test(w)))) {
    const w = weight(word);
    const share = coveredShare(word, vocabulary);
    total += w;
    covered += w * share;
    if (share >= 1) matched.push(word);
    else if (share < 0.5) differed.push(word);
  }
  return { matched, differed, share: total === 0 ? 1 : covered / total, mass: covered };
}

function coveredShare(word: string, vocabulary: Vocabulary): number {
  if (vocabulary.words.has(word)) return 1;
  const characters = [...word];
  if (characters.length === 1) return vocabulary.characters.has(word) ? 1 : 0;
  if (vocabulary.sounds.includes(soundOf(word))) return 1;
  return 0;
}
