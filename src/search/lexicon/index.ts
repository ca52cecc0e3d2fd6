import type { PhraseReader } from '../analysis.js';
import type { SearchWords } from './words.js';

/** Weight of a function word beside that of an ordinary word. */
const LIGHT_WEIGHT = 0.6;
/** Longest phrase that is looked for, in characters. */
const LONGEST = 8;
/** Shortest word that is looked for inside a longer one. */
const PART = 2;

/** What a matcher knows of words besides how often its entries hold them. */
export interface SearchLexicon {
  /** Reads the longest phrase of the lexicon that starts at a word and ends where a word ends. */
  readPhrase: PhraseReader;
  /** How much a word counts: 1, or less for a function word. */
  wordWeight(term: string): number;
  /** What questions can ask for. */
  questionClasses: readonly string[];
  /** The class of a question word's term, undefined for any other term. */
  questionClass(term: string): string | undefined;
  isNegation(term: string): boolean;
}

/** Makes the lexicon of lists of words. */
export function createSearchLexicon(words: SearchWords): SearchLexicon {
  const light = new Set(words.light);
  const negations = new Set(words.negations);
  const { classes, questionClasses } = classesOf(words);
  return {
    readPhrase: createPhraseReader(classes, subjectsOf(words)),
    wordWeight: (term) => (light.has(term) ? LIGHT_WEIGHT : 1),
    questionClasses: Object.keys(words.questions),
    questionClass: (term) => questionClasses.get(term),
    isNegation: (term) => negations.has(term),
  };
}

/** The name under which each word counts; of a question word's name also what it asks for. */
function classesOf({ questions, synonyms }: SearchWords) {
  const classes = new Map<string, string>();
  const questionClasses = new Map<string, string>();
  for (const [name, groups] of Object.entries(questions)) {
    for (const group of groups) {
      const term = `?${group[0]}`;
      questionClasses.set(term, name);
      for (const word of group) if (!classes.has(word)) classes.set(word, term);
    }
  }
  for (const group of synonyms) {
    for (const word of group) if (!classes.has(word)) classes.set(word, `=${group[0]}`);
  }
  return { classes, questionClasses };
}

/** Subjects of each word: classes of questions, and rows of related words, each named by its first word. */
function subjectsOf({ questions, related }: SearchWords): ReadonlyMap<string, readonly string[]> {
  const subjects = new Map<string, string[]>();
  const pointTo = (word: string, subject: string) =>
    subjects.set(word, [...(subjects.get(word) ?? []), subject]);
  for (const [name, groups] of Object.entries(questions)) {
    for (const word of groups.flat()) if (!subjects.has(word)) pointTo(word, `?${name}`);
  }
  for (const row of related) for (const word of new Set(row)) pointTo(word, `~${row[0]}`);
  return subjects;
}

function createPhraseReader(
  classes: ReadonlyMap<string, string>,
  subjects: ReadonlyMap<string, readonly string[]>,
): PhraseReader {
  /** Subjects of the words inside a word that the lexicon doesn't hold itself: 盗窃罪 points where 盗窃 does. */
  const innerSubjects = (word: string): string[] => {
    const found = new Set<string>();
    for (let start = 0; start + PART <= word.length; start++) {
      for (let end = Math.min(word.length, start + LONGEST); end >= start + PART; end--) {
        for (const subject of subjects.get(word.slice(start, end)) ?? []) {
          if (subject.startsWith('~')) found.add(subject);
        }
      }
    }
    return [...found];
  };
  return (list, at) => {
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
}
