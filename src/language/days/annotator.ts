import type { Annotator } from '../annotator.js';
import { askedDay } from './asked-day.js';

/** The day that a question asks about; at most one. */
export const days: Annotator = {
  name: 'days',
  requires: ['plain'],
  assigns: ['days'],
  annotate({ plain }, { today }) {
    const asked = askedDay(plain, today);
    return { days: asked === undefined ? [] : [asked] };
  },
};
