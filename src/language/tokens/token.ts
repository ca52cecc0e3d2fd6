import type { Span } from '../span.js';

/**
 * What a word does in a question; `content` is whatever names the matter itself, `mark` is punctuation.
 * `power`: what only those with authority over people may do (罚款, 没收); it names the matter as content does.
 */
export const WORD_CLASSES = [
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
  'power',
  'pronoun',
] as const;
export type WordClass = (typeof WORD_CLASSES)[number];

/** One or more words of a text that do the same. `text` is as it was read, without what is hidden inside it. */
export interface Token extends Span {
  readonly is: WordClass | 'content' | 'mark';
  readonly text: string;
}
