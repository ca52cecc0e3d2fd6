import type { Annotator } from '../annotator.js';
import { folded } from './folded.js';

/** Width and traditional characters folded, so that everything behind it knows one form of each character. */
export const plainText: Annotator = {
  name: 'plain',
  requires: [],
  assigns: ['plain'],
  annotate: ({ text }) => ({ plain: folded(text) }),
};
