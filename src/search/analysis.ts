import { normalise } from '#text/normalise.js';
import { syllables } from '#text/pinyin.js';
import type { Segmenter } from '#text/segmenter.js';

/** A word or fixed phrase and the stretch of characters (of `Analysis.chars`) that it covers. */
export interface Word {
  /** The word itself; for a concept the name of its synonym class, where it has one. */
  term: string;
  start: number;
  length: number;
}

/** A text taken apart: its letters, digits and Han characters, how they sound, and its words. */
export interface Analysis {
  chars: string[];
  /** Toneless syllable of each character; a letter or digit stands for itself. */
  sounds: string[];
  /** True where punctuation or white space stands before the character: no gram crosses it. */
  breaks: boolean[];
  words: Word[];
  /** The same text with fixed phrases joined and synonyms under one name. */
  concepts: Word[];
  /** Names of the subjects that its words point to, in order. */
  subjects: string[];
}

/** Joins the words of a fixed phrase into one, and names its synonym class and the subjects that it points to. */
export type PhraseReader = (
  words: readonly string[],
  at: number,
) => { term: string; words: number; subjects: readonly string[] } | undefined;

const COUNTS = /[\p{L}\p{N}]/u;

/** Makes the function that takes texts apart; `phrases` is asked at every word. */
export function createAnalyser(segmenter: Segmenter, phrases: PhraseReader): (text: string) => Analysis {
  return (text) => {
    const clean = normalise(text);
    const sounds = syllables(clean);
    const analysis: Analysis = { chars: [], sounds: [], breaks: [], words: [], concepts: [], subjects: [] };
    const cut = clean === '' ? [] : segmenter.cut(clean);
    let at = 0;
    let broken = true;
    const take = (word: string) => {
      const start = analysis.chars.length;
      for (const char of word) {
        if (COUNTS.test(char)) {
          analysis.chars.push(char);
          analysis.sounds.push(sounds[at] ?? char);
          analysis.breaks.push(broken);
          broken = false;
        } else broken = true;
        at++;
      }
      const length = analysis.chars.length - start;
      if (length > 0) analysis.words.push({ term: analysis.chars.slice(start).join(''), start, length });
    };
    for (let i = 0; i < cut.length; ) {
      const start = analysis.chars.length;
      const phrase = phrases(cut, i);
      const taken = phrase?.words ?? 1;
      for (let j = i; j < i + taken; j++) take(cut[j] ?? '');
      const length = analysis.chars.length - start;
      if (length > 0)
        analysis.concepts.push({ term: phrase?.term ?? analysis.chars.slice(start).join(''), start, length });
      analysis.subjects.push(...(phrase?.subjects ?? []));
      i += taken;
    }
    return analysis;
  };
}
