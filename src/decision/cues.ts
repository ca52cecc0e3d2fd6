import { syllables } from '../text/pinyin.js';
import type { Segmenter } from '../text/segmenter.js';

/** What a word does in a question; `content` is whatever names the matter itself. */
export const CUE_CLASSES = [
  'committee',
  'superior',
  'requester',
  'handDown',
  'responsible',
  'assisting',
  'publicising',
  'reporting',
  'modal',
  'belonging',
  'certifying',
  'paper',
  'where',
  'browsing',
  'asking',
  'demanding',
  'pronoun',
] as const;
export type CueClass = (typeof CUE_CLASSES)[number];
export type CueLexicon = Record<CueClass, readonly string[]>;

export interface Span {
  class: CueClass | 'content' | 'mark';
  text: string;
}

/** Reads a normalised clause into spans of cues, punctuation and content. */
export interface CueReader {
  read(clause: string): Span[];
}

/** Cues of this many characters or more are also recognised by their sound, so that a homophone typo doesn't hide them. */
const SOUND_LENGTH = 2;
const LONGEST_CUE = 8;
const PAPER = '证明';
const MARK = /^[\p{P}\p{S}\p{Z}\s]+$/u;

/**
 * Cues are looked up on word boundaries only, longest first; a word of the domain dictionary that contains a cue
 * (社区矫正) is one word of the segmenter and so is never cut.
 */
export function createCueReader(lexicon: CueLexicon, segmenter: Segmenter): CueReader {
  const byText = new Map<string, CueClass>();
  const bySound = new Map<string, { word: string; class: CueClass }[]>();
  for (const cueClass of CUE_CLASSES) {
    for (const word of lexicon[cueClass]) {
      if (byText.has(word)) continue; // the first class that lists a word keeps it
      byText.set(word, cueClass);
      if ([...word].length < SOUND_LENGTH) continue;
      const sound = syllables(word).join(' ');
      bySound.set(sound, [...(bySound.get(sound) ?? []), { word, class: cueClass }]);
    }
  }

  const soundsLike = (text: string): CueClass | undefined => {
    const same = bySound.get(syllables(text).join(' '));
    // One shared character at least: 社取 is 社区 mistyped, 射曲 is something else.
    return same?.find(({ word }) => [...word].some((c, i) => [...text][i] === c))?.class;
  };

  return {
    read(clause) {
      const words = segmenter.cut(clause).flatMap(withoutPaper);
      const spans: Span[] = [];
      const push = (spanClass: Span['class'], text: string) => {
        const last = spans.at(-1);
        if (last && last.class === spanClass && spanClass === 'content') last.text += text;
        else spans.push({ class: spanClass, text });
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
      return spans;
    },
  };
}

/** 居住证明 is 居住 and 证明: what a paper certifies is content, that it is a paper is a cue. */
function withoutPaper(word: string): string[] {
  return word.length > PAPER.length && word.endsWith(PAPER) ? [word.slice(0, -PAPER.length), PAPER] : [word];
}

function longestCue(
  words: readonly string[],
  from: number,
  byText: ReadonlyMap<string, CueClass>,
  soundsLike: (text: string) => CueClass | undefined,
): { class: CueClass; text: string; words: number } | undefined {
  const joined: string[] = [];
  for (let i = from, text = ''; i < words.length; i++) {
    text += words[i];
    if (text.length > LONGEST_CUE) break;
    joined.push(text);
  }
  for (let n = joined.length; n > 0; n--) {
    const text = joined[n - 1] as string;
    const cueClass = byText.get(text);
    if (cueClass) return { class: cueClass, text, words: n };
  }
  for (let n = joined.length; n > 0; n--) {
    const text = joined[n - 1] as string;
    // A word the dictionary knows is meant as written; only broken pieces are read by sound.
    if (n < 2 || [...text].length < SOUND_LENGTH) continue;
    const cueClass = soundsLike(text);
    if (cueClass) return { class: cueClass, text, words: n };
  }
  return undefined;
}
