import type { KnowledgeBase } from '../catalogue/knowledge-base.js';
import type { Entry } from '../matching/entry.js';
import type { Segmenter } from '../text/segmenter.js';
import { vocabularyOf } from './coverage.js';
import { type CueLexicon, createCueReader } from './cues.js';
import { createDecider, type Decider } from './decide.js';
import { createHitFinder, type WordingMatcher } from './hits.js';
import { entryOf, mattersOf } from './matters.js';
import type { ScoringWeights } from './scoring.js';

export interface DecisionOptions {
  kb: KnowledgeBase;
  segmenter: Segmenter;
  cues: CueLexicon;
  weights: ScoringWeights;
  /** Indexes the wordings of all matters. */
  index(entries: Entry[]): WordingMatcher;
  prepare(text: string): { shown: string; core: string };
  /** YYYY-MM-DD. */
  today: string;
}

/** A decider over a knowledge base: indexes its matters once, then answers any number of questions. */
export function createDecision(options: DecisionOptions): Decider {
  const { kb, segmenter } = options;
  const matters = mattersOf(kb);
  const entries = [...matters.values()].map(entryOf);
  const vocabularies = new Map(
    entries.map((entry) => [entry.id, vocabularyOf([entry.text, ...(entry.aliases ?? [])], segmenter)]),
  );
  const weight = wordWeights([...vocabularies.values()].map((v) => v.words));
  const finder = createHitFinder(options.index(entries), matters, vocabularies, segmenter, weight);
  const reader = createCueReader(options.cues, segmenter);
  return createDecider({
    kb,
    reader,
    finder,
    weights: options.weights,
    prepare: options.prepare,
    today: options.today,
  });
}

/** Inverse document frequency over the matters: 证明 says little, 养犬 says much. */
function wordWeights(vocabularies: readonly ReadonlySet<string>[]): (word: string) => number {
  const frequency = new Map<string, number>();
  for (const words of vocabularies)
    for (const word of words) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const n = vocabularies.length;
  return (word) => Math.log((n + 1) / ((frequency.get(word) ?? 0) + 1));
}
