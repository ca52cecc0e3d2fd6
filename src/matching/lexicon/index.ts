import type { PhraseReader } from '../analysis.js';
import { LIGHT_WORDS, NEGATIONS } from './function-words.js';
import { QUESTION_WORDS } from './question-words.js';
import { RELATED_WORDS } from './related-words.js';
import { SYNONYMS } from './synonyms.js';

/** Weight of a function word beside that of an ordinary word. */
const LIGHT_WEIGHT = 0.6;
/** Longest phrase of the lexicon, in characters. */
const LONGEST = 8;

const words = (row: string) => row.split(/\s+/).filter((word) => word !== '');

/** What questions can ask for. */
export const QUESTION_CLASSES: readonly string[] = Object.keys(QUESTION_WORDS);

const classes = new Map<string, string>();
const questionClasses = new Map<string, string>();
/** Subjects of a word: rows of related words, each named by its first word, and classes of questions. */
const subjects = new Map<string, string[]>();
const pointTo = (word: string, subject: string) =>
  subjects.set(word, [...(subjects.get(word) ?? []), subject]);

for (const [name, row] of Object.entries(QUESTION_WORDS)) {
  for (const group of row.split('|').map(words)) {
    const term = `?${group[0]}`;
    questionClasses.set(term, name);
    for (const word of group) {
      if (classes.has(word)) continue;
      classes.set(word, term);
      pointTo(word, `?${name}`);
    }
  }
}
for (const row of SYNONYMS.split('\n')) {
  const group = words(row);
  for (const word of group) if (!classes.has(word)) classes.set(word, `=${group[0]}`);
}

for (const row of RELATED_WORDS.split('\n')) {
  const list = words(row);
  for (const word of new Set(list)) pointTo(word, `~${list[0]}`);
}

const light = new Set(words(LIGHT_WORDS));
const negations = new Set(words(NEGATIONS));
/** Shortest word that is looked for inside a longer one. */
const PART = 2;

/** Subjects of the words inside a word that the lexicon doesn't hold itself: 盗窃罪 points where 盗窃 does. */
function innerSubjects(word: string): string[] {
  const found = new Set<string>();
  for (let start = 0; start + PART <= word.length; start++) {
    for (let end = Math.min(word.length, start + LONGEST); end >= start + PART; end--) {
      for (const subject of subjects.get(word.slice(start, end)) ?? []) {
        if (subject.startsWith('~')) found.add(subject);
      }
    }
  }
  return [...found];
}

/** Reads the longest phrase of the lexicon that starts at a word and ends where a word ends. */
export const readPhrase: PhraseReader = (list, at) => {
  let phrase = '';
  let found: ReturnType<PhraseReader>;
  for (let i = at; i < list.length; i++) {
    phrase += list[i];
    if (phrase.length > LONGEST) break;
    const term = classes.get(phrase);
    const about = subjects.get(phrase);
    if (term !== undefined || about !== undefined) {
      found = { term: term ?? phrase, words: i - at + 1, subjects: about ?? [] };
    }
  }
  const word = list[at] ?? '';
  if (found === undefined && word.length > PART) {
    const inner = innerSubjects(word);
    if (inner.length > 0) return { term: word, words: 1, subjects: inner };
  }
  return found;
};

/** How much a word counts: 1, or less for a function word. */
export function wordWeight(term: string): number {
  return light.has(term) ? LIGHT_WEIGHT : 1;
}

/** The class of a question word's term, undefined for any other term. */
export function questionClass(term: string): string | undefined {
  return questionClasses.get(term);
}

export function isNegation(term: string): boolean {
  return negations.has(term);
}
