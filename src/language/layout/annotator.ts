import type { Annotator } from '../annotator.js';
import { visible } from '../visible.js';
import type { Words } from '../words.js';
import { layoutOf } from './notice.js';

/** Title, number, address, signature, outline and tables of a notice. */
export function layout(words: Words): Annotator {
  return {
    name: 'layout',
    requires: ['plain', 'hidden'],
    assigns: ['layout'],
    annotate: ({ plain, hidden }) => ({
      layout: layoutOf(plain, (paragraph) => visible(plain, hidden, paragraph).text, words),
    }),
  };
}
