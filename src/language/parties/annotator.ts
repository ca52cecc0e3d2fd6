import type { Annotator } from '../annotator.js';
import { visible } from '../visible.js';
import { createWordSet } from '../word-set.js';
import { PARTIES, type Party, type PartyMention } from './party.js';

/** Names of the parties, and words that hold such a name and mean something else (社区矫正). */
export type PartyNames = Readonly<Record<Party | 'none', readonly string[]>>;

/** Whom a text names, the longest name at each place. */
export function parties(names: PartyNames): Annotator {
  const sets = PARTIES.map((party) => ({ party, set: createWordSet(names[party]) }));
  const none = createWordSet(names.none);
  return {
    name: 'parties',
    requires: ['plain', 'hidden'],
    assigns: ['parties'],
    annotate({ plain, hidden }) {
      const shown = visible(plain, hidden);
      const { text } = shown;
      const found: PartyMention[] = [];
      for (let at = 0; at < text.length; at++) {
        let best: { party: Party; length: number } | null = null;
        for (const { party, set } of sets) {
          const length = set.at(text, at)?.length ?? 0;
          if (length > (best?.length ?? 0)) best = { party, length };
        }
        const length = Math.max(best?.length ?? 0, none.at(text, at)?.length ?? 0);
        if (best !== null && best.length === length)
          found.push({ party: best.party, ...shown.spanOf({ start: at, end: at + length }) });
        at += Math.max(0, length - 1);
      }
      return { parties: found };
    },
  };
}
