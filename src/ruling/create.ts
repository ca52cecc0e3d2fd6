import type { KnowledgeBase } from '#catalogue/knowledge-base.js';
import type { MatterLibrary } from '#catalogue/matters/load.js';
import type { Language } from '#language/index.js';
import type { Entry } from '#search/index.js';
import type { EmbeddingReader, Example, LearnedReader } from '#search/readers/index.js';
import type { Segmenter } from '#text/segmenter.js';
import type { Steps } from '#text/steps.js';
import { addedExamples, addedWordings } from './additions.js';
import { createHitFinder } from './candidates.js';
import { type Vocabulary, vocabularyOf } from './coverage.js';
import { entryOf, rowExamples } from './entries.js';
import type { WordingMatcher } from './hit.js';
import { mattersOf } from './matters.js';
import { ownRowsOf } from './own/own-rows.js';
import { createRuler, type Ruler } from './ruler.js';
import type { ScoringWeights } from './scoring.js';
import { settledQuestions } from './settled.js';

export interface RulingOptions {
  kb: KnowledgeBase;
  library: MatterLibrary;
  segmenter: Segmenter;
  language: Language;
  weights: ScoringWeights;
  /** Indexes the wordings of all matters. */
  index(entries: Entry[]): Steps<WordingMatcher>;
  /** The distinct words of each group of wordings, by `wordsOf`. */
  cut(wordings: readonly (readonly string[])[]): readonly (readonly string[])[];
  /** The reader that learned from the library's wordings, and these of the rows beside them. */
  learned(rows: readonly Example[]): Steps<LearnedReader>;
  /** The reader that was fitted to the library. */
  fitted: EmbeddingReader;
  prepare(text: string): { shown: string; core: string };
  /** YYYY-MM-DD. */
  today: string;
}

/** A ruler over a knowledge base, in steps: indexes its matters once, then judges any number of cases. */
export function* rulingSteps({
  kb,
  library,
  segmenter,
  language,
  weights,
  index,
  cut,
  learned,
  fitted,
  prepare,
  today,
}: RulingOptions): Steps<Ruler> {
  const matters = mattersOf(kb, library);
  yield;
  const all = [...matters.byKey.values()];
  const added = addedWordings(kb.additions, matters);
  const entries = all.map((matter): Entry => {
    const entry = entryOf(matter, library);
    const own = added.get(matter.label);
    return own === undefined ? entry : { ...entry, aliases: [...(entry.aliases ?? []), ...own] };
  });
  const wordings = new Map(entries.map(({ id, text, aliases = [] }) => [id, [text, ...aliases]]));
  yield;
  const words = cut([...wordings.values()]);
  yield;
  const wordsByKey = new Map(entries.map(({ id }, i) => [id, words[i] ?? []]));
  // What few questions come near to is made ready when one does.
  const vocabularies = new Map<string, Vocabulary>();
  const vocabulary = (key: string): Vocabulary => {
    const known = vocabularies.get(key);
    if (known !== undefined) return known;
    const made = vocabularyOf(wordings.get(key) ?? [], wordsByKey.get(key) ?? []);
    vocabularies.set(key, made);
    return made;
  };
  const own = ownRowsOf(matters);
  const weight = wordWeights(words);
  yield;
  const matcher = yield* index(entries);
  yield;
  const reader = yield* learned([...rowExamples(matters), ...addedExamples(added)]);
  yield;
  const finder = createHitFinder({
    matcher,
    reader,
    fitted,
    added: new Set(added.keys()),
    matters,
    vocabularyOf: vocabulary,
    segmenter,
    weight,
    own: own.labels,
  });
  const settled = settledQuestions(added, prepare);
  return createRuler({ kb, language, finder, matters, own, weights, settled, prepare, today });
}

/** Inverse document frequency over the matters: 证明 says little, 养犬 says much. */
function wordWeights(vocabularies: readonly (readonly string[])[]): (word: string) => number {
  const frequency = new Map<string, number>();
  for (const words of vocabularies)
    for (const word of words) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const n = vocabularies.length;
  return (word) => Math.log((n + 1) / ((frequency.get(word) ?? 0) + 1));
}
