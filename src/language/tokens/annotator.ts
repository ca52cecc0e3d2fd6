import type { Annotator } from '../annotator.js';
import { visible } from '../visible.js';
import type { Tokenizer } from './tokenizer.js';

/** The words of a text and what each does in it. */
export function tokens(tokenize: Tokenizer): Annotator {
  return {
    name: 'tokens',
    requires: ['plain', 'hidden'],
    assigns: ['tokens'],
    annotate({ plain, hidden }) {
      const shown = visible(plain, hidden);
      return { tokens: tokenize(shown.text).map((token) => ({ ...token, ...shown.spanOf(token) })) };
    },
  };
}
