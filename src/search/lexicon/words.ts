import { z } from 'zod';
import { readYaml, type TextFile } from '#text/yaml.js';

/** Words of everyday language that a matcher knows, as in knowledge/lexicon/search. */
export interface SearchWords {
  /** Words that mean the same, one class each, named by its first word. */
  synonyms: readonly (readonly string[])[];
  /** Words that speak of one subject without meaning the same, each row named by its first word. */
  related: readonly (readonly string[])[];
  /** What a question asks for: class → groups of words that ask it the same way. */
  questions: Readonly<Record<string, readonly (readonly string[])[]>>;
  /** Function words. */
  light: readonly string[];
  negations: readonly string[];
}

/** The files of knowledge/lexicon/search. */
export const SEARCH_WORD_FILES = ['synonyms', 'related', 'question-words', 'function-words'] as const;
export type SearchWordFiles = Readonly<Record<(typeof SEARCH_WORD_FILES)[number], TextFile>>;

/** A row of words apart by blanks: a plain line is written and read more quickly than a list with marks. */
const row = z
  .string()
  .trim()
  .min(1)
  .transform((words) => words.split(/\s+/u));
const rows = z.array(row).min(1);

/** The words of the files. @throws QingdanError QD-YAML, QD-SCHEMA */
export function parseSearchWords(files: SearchWordFiles): SearchWords {
  const functionWords = readYaml(files['function-words'], z.strictObject({ light: rows, negations: rows }));
  return {
    synonyms: readYaml(files.synonyms, z.strictObject({ classes: rows })).classes,
    related: readYaml(files.related, z.strictObject({ subjects: rows })).subjects,
    questions: readYaml(files['question-words'], z.record(z.string(), rows)),
    light: functionWords.light.flat(),
    negations: functionWords.negations.flat(),
  };
}
