import type { ScreeningLexicon } from './lexicon.js';
import { createWordSet, type WordSet } from './word-set.js';

type Sets = Omit<Record<keyof ScreeningLexicon, WordSet>, 'actors' | 'demands' | 'means'>;

/** The lexicon, each list ready to be looked up. */
export interface Words extends Sets {
  committee: WordSet;
  committeeTail: WordSet;
  none: WordSet;
  others: WordSet;
  residents: WordSet;
  everyone: WordSet;
  things: WordSet;
  /** A name that ends like an office's, from the start of a text. */
  office: RegExp;
  lexicon: ScreeningLexicon;
}

export function wordsOf(lexicon: ScreeningLexicon): Words {
  const { actors, demands: _, means: __, ...lists } = lexicon;
  const sets = Object.fromEntries(
    Object.entries(lists).map(([name, list]) => [name, createWordSet(list)]),
  ) as Sets;
  return {
    ...sets,
    committee: createWordSet(actors.committee),
    committeeTail: createWordSet(actors.committeeTail),
    none: createWordSet(actors.none),
    others: createWordSet(actors.others),
    residents: createWordSet(actors.residents),
    everyone: createWordSet(actors.everyone),
    things: createWordSet(actors.things),
    office: new RegExp(
      `^[\\p{Script=Han}]{1,14}?(?:${[...actors.otherEndings].sort((a, b) => b.length - a.length).join('|')})`,
      'u',
    ),
    lexicon,
  };
}
