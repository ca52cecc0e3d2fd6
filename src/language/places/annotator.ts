import type { Annotator } from '../annotator.js';
import type { PlaceMention } from '../doc.js';

/** Finds the places that a text names; the names are the catalogue's. */
export type PlaceFinder = (text: string) => PlaceMention[];

/** The places that a text names. */
export function places(find: PlaceFinder): Annotator {
  return {
    name: 'places',
    requires: ['plain'],
    assigns: ['places'],
    annotate: ({ plain }) => ({ places: find(plain) }),
  };
}

/** In a question its place and its day say where and when it is asked about, not what. */
export const circumstances: Annotator = {
  name: 'circumstances',
  requires: ['places', 'days'],
  assigns: ['hidden'],
  annotate: ({ places, days }) => ({ hidden: [...places, ...days] }),
};
