import type { KnowledgeBase } from '#catalogue/knowledge-base.js';
import type { MatterLibrary } from '#catalogue/matters/load.js';
import type { Language } from '#language/index.js';
import type { Entry } from '#search/index.js';
import type { Example, LearnedReader } from '#search/readers/index.js';
import type { Segmenter } from '#text/segmenter.js';
import { addedExamples, addedWordings } from './additions.js';
import { createHitFinder } from './candidates.js';
import { vocabularyOf } from './coverage.js';
import { entryOf, rowExamples } from './entries.js';
import type { WordingMatcher } from './hit.js';
import { mattersOf } from './matters.js';
import { ownRowsOf } from './own/own-rows.js';
import { createRuler, type Ruler } from './ruler.js';
import type { ScoringWeights } from './scoring.js';

export interface RulingOptions {
  kb: KnowledgeBase;
  library: MatterLibrary;
  segmenter: Segmenter;
  language: Language;
  weights: ScoringWeights;
  /** Indexes the wordings of all matters. */
  index(entries: Entry[]): WordingMatcher;
  /** The reader that learned from the library's wordings, and these of the rows beside them. */
  learned(rows: readonly Example[]): LearnedReader;
  prepare(text: string): { shown: string; core: string };
  /** YYYY-MM-DD. */
  today: string;
}

/** A ruler over a knowledge base: indexes its matters once, then judges any number of cases. */
export function createRuling({
  kb,
  library,
  segmenter,
  language,
  weights,
  index,
  learned,
  prepare,
  today,
}: RulingOptions): Ruler {
  const matters = mattersOf(kb, library);
  const all = [...matters.byKey.values()];
  const added = addedWordings(kb.additions, matters);
  const entries = all.map((matter) => entryOf(matter, library));
  const vocabularies = new Map(
    entries.map((entry) => [entry.id, vocabularyOf([entry.text, ...(entry.aliases ?? [])], segmenter)]),
  );
  const own = ownRowsOf(matters);
  const weight = wordWeights([...vocabularies.values()].map((v) => v.words));
  const finder = createHitFinder({
    matcher: index(entries),
    reader: learned([...rowExamples(matters), ...addedExamples(added)]),
    matters,
    vocabularies,
    segmenter,
    weight,
    own: own.labels,
  });
  return createRuler({ kb, language, finder, matters, own, weights, prepare, today });
}

/** Inverse document frequency over the matters: 证明 says little, 养犬 says much. */
function wordWeights(vocabularies: readonly ReadonlySet<string>[]): (word: string) => number {
  const frequency = new Map<string, number>();
  for (const words of vocabularies)
    for (const word of words) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const n = vocabularies.length;
  return (word) => Math.log((n + 1) / ((frequency.get(word) ?? 0) + 1));
}
