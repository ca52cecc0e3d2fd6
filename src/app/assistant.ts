import type { KnowledgeBase } from '../catalogue/knowledge-base.js';
import { createDecision } from '../decision/create.js';
import type { Decider } from '../decision/decide.js';
import { domainTerms } from '../decision/domain-terms.js';
import type { ScoringWeights } from '../decision/scoring.js';
import { createMatcher } from '../matching/index.js';
import { createPreparation, dialectWords, fillerWords } from '../text/preparation.js';
import type { Segmenter } from '../text/segmenter.js';
import { loadSegmenter, type SegmenterName } from '../text/segmenters/index.js';
import { readLexicon } from './lexicon.js';
import { type OfficeLists, readKnowledge } from './open.js';
import { readDecisionWeights } from './weights.js';

/** The library put together: knowledge, segmenter, matcher and decider. */
export interface Assistant extends Decider {
  readonly kb: KnowledgeBase;
  readonly segmenter: Segmenter;
}

export interface AssistantOptions {
  /** Knowledge folder. Default: QINGDAN_KNOWLEDGE, else the one that ships with the package. */
  folder?: string | undefined;
  /** What the office has loaded itself. Default: nothing. */
  office?: OfficeLists | undefined;
  /** YYYY-MM-DD. Default: today in China, where the questions are asked. */
  today?: string | undefined;
  /** Segmenter to try first. Default: nodejieba. */
  prefer?: SegmenterName | undefined;
  /** Weights of the decision. Default: knowledge/weights/decision.json. */
  weights?: ScoringWeights | undefined;
}

/** Wordings compared closely for each look-up: the right one is among the first dozen, and each costs time. */
const CANDIDATES = 16;

/** Opens the knowledge base and makes everything ready. @throws QingdanError QD-FILE, QD-YAML, QD-SCHEMA, QD-KNOWLEDGE */
export function openAssistant(options: AssistantOptions = {}): Assistant {
  const { folder, office, prefer, today = chinaToday() } = options;
  const kb = readKnowledge(folder, office);
  const lexicon = readLexicon(folder);
  const terms = [
    ...domainTerms(kb, lexicon.terms),
    ...fillerWords(lexicon.fillers),
    ...dialectWords(lexicon.dialect),
  ];
  const segmenter = loadSegmenter({ terms, prefer });
  const decider = createDecision({
    kb,
    segmenter,
    cues: lexicon.cues,
    weights: options.weights ?? readDecisionWeights(folder),
    index: (entries) => createMatcher(entries, { segmenter, candidates: CANDIDATES }),
    prepare: createPreparation(lexicon, segmenter),
    today,
  });
  return { kb, segmenter, decide: decider.decide, read: decider.read };
}

/** The day it is in China (UTC+8, without daylight saving time), as YYYY-MM-DD. */
export function chinaToday(now: Date = new Date()): string {
  return new Date(now.getTime() + 8 * 3600_000).toISOString().slice(0, 10);
}
