import type { Candidate } from '../candidates.js';
import type { Query } from '../query.js';
import type { TextIndex } from '../text-index.js';
import { Aligner } from './alignment.js';
import { PatternMeter } from './fuse.js';
import { LeadMeter } from './lead.js';
import { type Overlap, OverlapMeter } from './overlap.js';
import { bestStretch } from './window.js';
import { WORD_AGREEMENT, WordComparer } from './words.js';

/** Features of a query and a text, in the order of the vectors; the sign is that of every weight fitted to it. */
export const FEATURES = [
  { name: 'wordRelevance', sign: 1 },
  { name: 'conceptRelevance', sign: 1 },
  { name: 'subjectRelevance', sign: 1 },
  { name: 'charRelevance', sign: 1 },
  { name: 'gramRelevance', sign: 1 },
  { name: 'soundRelevance', sign: 1 },
  { name: 'conceptSymmetric', sign: 1 },
  { name: 'subjectSymmetric', sign: 1 },
  { name: 'charSymmetric', sign: 1 },
  { name: 'soundSymmetric', sign: 1 },
  { name: 'conceptQueryCovered', sign: 1 },
  { name: 'charQueryCovered', sign: 1 },
  { name: 'sharpRelevance', sign: 1 },
  { name: 'askingRelevance', sign: 1 },
  { name: 'leadCovered', sign: 1 },
  { name: 'queryAligned', sign: 1 },
  { name: 'textAligned', sign: 1 },
  { name: 'queryFound', sign: 1 },
  { name: 'textFound', sign: 1 },
  { name: 'queryMissing', sign: -1 },
  { name: 'textMissing', sign: -1 },
  { name: 'otherQuestion', sign: -1 },
  { name: 'negation', sign: -1 },
  { name: 'names', sign: -1 },
  { name: 'sameFirst', sign: 1 },
  { name: 'lengthRatio', sign: 1 },
  { name: 'fuse', sign: 1 },
] as const;

export type FeatureName = (typeof FEATURES)[number]['name'];

/** A text is called long from LONG_FROM characters, and quite long from LONG_TO. */
const LONG_FROM = 30;
const LONG_TO = 90;

/** Features of one candidate. */
export interface CandidateFeatures {
  text: number;
  /** In the order of FEATURES. */
  values: Float64Array;
  /** 0 for a short text such as a question, 1 for a long one such as an article of law. */
  long: number;
  /** Of a row of an assembled list: what it lacks of the evidence that another holds, taken from its score. */
  lacking: number;
}

/** Place of each feature in the vectors. */
export const PLACE = Object.fromEntries(FEATURES.map(({ name }, i) => [name, i])) as Readonly<
  Record<FeatureName, number>
>;

/** Computes features of candidates. Keeps working memory; not re-entrant. */
export class FeatureExtractor {
  readonly #index: TextIndex;
  readonly #meter: OverlapMeter;
  readonly #words: WordComparer;
  readonly #aligner: Aligner;
  readonly #lead: LeadMeter;
  readonly #pattern: PatternMeter;
  readonly #has: (term: number) => boolean;

  constructor(index: TextIndex) {
    this.#index = index;
    this.#meter = new OverlapMeter(index);
    this.#lead = new LeadMeter(index);
    this.#aligner = new Aligner(index);
    this.#words = new WordComparer(index);
    this.#pattern = new PatternMeter(index);
    this.#has = (term) => term >= 0 && this.#meter.has(term);
  }

  extract(query: Query, candidates: readonly Candidate[]): CandidateFeatures[] {
    this.#meter.hold(query);
    this.#aligner.hold(query);
    this.#words.hold(query);
    this.#pattern.hold(query);
    const features = candidates.map(({ text }) => this.#featuresOf(query, text));
    this.#meter.release();
    this.#pattern.release();
    return features;
  }

  #featuresOf(query: Query, text: number): CandidateFeatures {
    const { charStart } = this.#index.store;
    const stretch = bestStretch(this.#index, query, text, this.#has);
    const values = new Float64Array(FEATURES.length);
    this.#overlaps(text, values);
    values[PLACE.leadCovered] = this.#lead.measure(query, text);
    this.#aligner.measure(stretch);
    values[PLACE.queryAligned] = this.#aligner.queryAligned;
    values[PLACE.textAligned] = this.#aligner.textAligned;
    this.#words.compare(stretch, text, this.#has, values, PLACE[WORD_AGREEMENT[0]]);
    const asked = query.analysis.chars.length;
    const length = (charStart[text + 1] as number) - (charStart[text] as number);
    values[PLACE.lengthRatio] = Math.min(asked, length) / Math.max(1, asked, length);
    values[PLACE.fuse] = this.#pattern.measure(stretch);
    const long = Math.min(1, Math.max(0, Math.log(length / LONG_FROM) / Math.log(LONG_TO / LONG_FROM)));
    return { text, values, long, lacking: 0 };
  }

  #overlaps(text: number, values: Float64Array): void {
    this.#meter.measure(text);
    const [word, concept, subject, char, gram, sound] = this.#meter.overlaps as readonly [
      Overlap,
      Overlap,
      Overlap,
      Overlap,
      Overlap,
      Overlap,
    ];
    values[PLACE.wordRelevance] = word.relevance;
    values[PLACE.conceptRelevance] = concept.relevance;
    values[PLACE.subjectRelevance] = subject.relevance;
    values[PLACE.charRelevance] = char.relevance;
    values[PLACE.gramRelevance] = gram.relevance;
    values[PLACE.soundRelevance] = sound.relevance;
    values[PLACE.conceptSymmetric] = concept.symmetric;
    values[PLACE.subjectSymmetric] = subject.symmetric;
    values[PLACE.charSymmetric] = char.symmetric;
    values[PLACE.soundSymmetric] = sound.symmetric;
    values[PLACE.conceptQueryCovered] = concept.queryCovered;
    values[PLACE.charQueryCovered] = char.queryCovered;
    values[PLACE.sharpRelevance] = this.#meter.sharpRelevance();
    values[PLACE.askingRelevance] = this.#meter.askingRelevance();
  }
}
