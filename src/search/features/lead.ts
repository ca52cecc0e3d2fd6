import type { Query } from '../query.js';
import { CONCEPT, GRAM } from '../terms.js';
import type { TextIndex } from '../text-index.js';

/** The beginning of a text, in characters: an article of law or a written answer says there what it is about. */
const LEAD = 100;

/** What is looked for there. */
const COUNTED = [CONCEPT, GRAM] as const;

/** Share (by weight) of the query's concepts and pairs of characters that the beginning of a text holds. */
export class LeadMeter {
  readonly #index: TextIndex;
  /** Number of the text in whose beginning a term was last met. */
  readonly #met: Int32Array;
  #round = 0;

  constructor(index: TextIndex) {
    this.#index = index;
    this.#met = new Int32Array(index.terms.size);
  }

  measure(query: Query, text: number): number {
    const { store } = this.#index;
    const round = ++this.#round;
    const start = store.charStart[text] as number;
    const end = Math.min(store.charStart[text + 1] as number, start + LEAD);
    for (let i = start; i < end; i++)
      if ((store.grams[i] as number) >= 0) this.#met[store.grams[i] as number] = round;
    let at = start;
    for (
      let i = store.conceptStart[text] as number;
      i < (store.conceptStart[text + 1] as number) && at < end;
      i++
    ) {
      this.#met[store.concepts[i] as number] = round;
      at += store.conceptLengths[i] as number;
    }
    let mass = 0;
    let met = 0;
    for (const kind of COUNTED) {
      const channel = query.channels[kind];
      if (channel === undefined) continue;
      mass += channel.distinctMass;
      for (let i = 0; i < channel.terms.length; i++)
        if (this.#met[channel.terms[i] as number] === round) met += channel.idf[i] as number;
    }
    return mass === 0 ? 0 : met / mass;
  }
}
