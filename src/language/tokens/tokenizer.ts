import { syllables } from '#text/pinyin.js';
import type { Segmenter } from '#text/segmenter.js';
import { type Token, WORD_CLASSES, type WordClass } from './token.js';

/** The words of each class; the first class that lists a word keeps it. */
export type CueLexicon = Record<WordClass, readonly string[]>;

/** Reads a normalised text into tokens: cues, punctuation, and what is left between them. */
export type Tokenizer = (text: string) => Token[];

/** Cues of this many characters or more are also recognised by their sound, so that a homophone typo doesn't hide them. */
const SOUND_LENGTH = 2;
const LONGEST_CUE = 8;
const PAPER = '证明';
const MARK = /^[\p{P}\p{S}\p{Z}\s]+$/u;

/**
 * Cues are looked up on word boundaries only, longest first; a word of the domain dictionary that contains a cue
 * (社区矫正) is one word of the segmenter and so is never cut.
 */
export function createTokenizer(lexicon: CueLexicon, segmenter: Segmenter): Tokenizer {
  const byText = new Map<string, WordClass>();
  const bySound = new Map<string, { word: string; class: WordClass }[]>();
  for (const wordClass of WORD_CLASSES) {
    for (const word of lexicon[wordClass]) {
      if (byText.has(word)) continue; // the first class that lists a word keeps it
      byText.set(word, wordClass);
      if ([...word].length < SOUND_LENGTH) continue;
      const sound = syllables(word).join(' ');
      bySound.set(sound, [...(bySound.get(sound) ?? []), { word, class: wordClass }]);
    }
  }

  const soundsLike = (text: string): WordClass | undefined => {
    const same = bySound.get(syllables(text).join(' '));
    // One shared character at least: 社取 is 社区 mistyped, 射曲 is something else.
    return same?.find(({ word }) => [...word].some((c, i) => [...text][i] === c))?.class;
  };

  return (text) => {
    const words = segmenter.cut(text).flatMap(withoutPaper);
    const tokens: Token[] = [];
    let at = 0;
    const push = (is: Token['is'], own: string) => {
      const last = tokens.at(-1);
      const start = last?.is === is && is === 'content' ? last.start : at;
      at += own.length;
      const token = { is, start, end: at, text: text.slice(start, at) };
      if (start === last?.start) tokens[tokens.length - 1] = token;
      else tokens.push(token);
    };
    for (let i = 0; i < words.length; ) {
      const found = longestCue(words, i, byText, soundsLike);
      if (found) {
        push(found.class, found.text);
        i += found.words;
        continue;
      }
      const word = words[i] as string;
      push(MARK.test(word) ? 'mark' : 'content', word);
      i++;
    }
    return tokens;
  };
}

/** 居住证明 is 居住 and 证明: what a paper certifies is content, that it is a paper is a cue. */
function withoutPaper(word: string): string[] {
  return word.length > PAPER.length && word.endsWith(PAPER) ? [word.slice(0, -PAPER.length), PAPER] : [word];
}

function longestCue(
  words: readonly string[],
  from: number,
  byText: ReadonlyMap<string, WordClass>,
  soundsLike: (text: string) => WordClass | undefined,
): { class: WordClass; text: string; words: number } | undefined {
  const joined: string[] = [];
  for (let i = from, text = ''; i < words.length; i++) {
    text += words[i];
    if (text.length > LONGEST_CUE) break;
    joined.push(text);
  }
  for (let n = joined.length; n > 0; n--) {
    const text = joined[n - 1] as string;
    const wordClass = byText.get(text);
    if (wordClass) return { class: wordClass, text, words: n };
  }
  for (let n = joined.length; n > 0; n--) {
    const text = joined[n - 1] as string;
    // A word the dictionary knows is meant as written; only broken pieces are read by sound.
    if (n < 2 || [...text].length < SOUND_LENGTH) continue;
    const wordClass = soundsLike(text);
    if (wordClass) return { class: wordClass, text, words: n };
  }
  return undefined;
}
