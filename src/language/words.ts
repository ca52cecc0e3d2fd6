import type { NoticeLexicon } from './lexicon.js';
import { createWordSet, type WordSet } from './word-set.js';

type Sets = Omit<Record<keyof NoticeLexicon, WordSet>, 'actors' | 'demands'>;

/** The lexicon, each list ready to be looked up. */
export interface Words extends Sets {
  committee: WordSet;
  committeeTail: WordSet;
  none: WordSet;
  others: WordSet;
  residents: WordSet;
  everyone: WordSet;
  /** A name that ends like an office's, from the start of a text. */
  office: RegExp;
  lexicon: NoticeLexicon;
}

export function wordsOf(lexicon: NoticeLexicon): Words {
  const { actors, demands: _, ...lists } = lexicon;
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
    office: new RegExp(
      `^[\\p{Script=Han}]{1,14}?(?:${[...actors.otherEndings].sort((a, b) => b.length - a.length).join('|')})`,
      'u',
    ),
    lexicon,
  };
}
