import type { Candidate } from '../candidates.js';
import type { Query } from '../query.js';
import type { TextIndex } from '../text-index.js';
import { Aligner, charWeights } from './alignment.js';
import { fuseSimilarities } from './fuse.js';
import { LeadMeter } from './lead.js';
import { askingRelevance, OverlapMeter, sharpRelevance } from './overlap.js';
import { bestStretch } from './window.js';
import { WordComparer } from './words.js';

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
}

/** Computes features of candidates. Keeps working memory; not re-entrant. */
export class FeatureExtractor {
  readonly #index: TextIndex;
  readonly #meter: OverlapMeter;
  readonly #words: WordComparer;
  readonly #aligner: Aligner;
  readonly #lead: LeadMeter;
  readonly #chars: string[] = [];

  constructor(index: TextIndex) {
    this.#index = index;
    this.#meter = new OverlapMeter(index);
    this.#lead = new LeadMeter(index);
    this.#aligner = new Aligner(index);
    this.#words = new WordComparer(index);
    for (const [char, term] of index.terms.chars()) this.#chars[term] = char;
  }

  extract(query: Query, candidates: readonly Candidate[]): CandidateFeatures[] {
    const { store } = this.#index;
    const meter = this.#meter;
    const has = (term: number) => meter.has(term);
    meter.hold(query);
    const weights = charWeights(this.#index, query);
    const stretches = candidates.map(({ text }) => bestStretch(this.#index, query, text, has));
    const similarities = fuseSimilarities(
      query.analysis.chars.join(''),
      stretches.map(({ start, end }) => this.#string(start, end)),
    );
    const features = candidates.map(({ text }, i) => {
      const stretch = stretches[i] as (typeof stretches)[number];
      const overlaps = meter.measure(query, text);
      const [word, concept, subject, char, gram, sound] = overlaps;
      const aligned = this.#aligner.align(query, stretch, weights);
      const words = this.#words.compare(query, stretch, text, has);
      const length = (store.charStart[text + 1] as number) - (store.charStart[text] as number);
      const asked = query.analysis.chars.length;
      const values: Record<FeatureName, number> = {
        wordRelevance: word?.relevance ?? 0,
        conceptRelevance: concept?.relevance ?? 0,
        subjectRelevance: subject?.relevance ?? 0,
        charRelevance: char?.relevance ?? 0,
        gramRelevance: gram?.relevance ?? 0,
        soundRelevance: sound?.relevance ?? 0,
        conceptSymmetric: concept?.symmetric ?? 0,
        subjectSymmetric: subject?.symmetric ?? 0,
        charSymmetric: char?.symmetric ?? 0,
        soundSymmetric: sound?.symmetric ?? 0,
        conceptQueryCovered: concept?.queryCovered ?? 0,
        charQueryCovered: char?.queryCovered ?? 0,
        sharpRelevance: sharpRelevance(query, overlaps),
        askingRelevance: askingRelevance(query, overlaps),
        leadCovered: this.#lead.measure(query, text),
        ...aligned,
        ...words,
        lengthRatio: Math.min(asked, length) / Math.max(1, asked, length),
        fuse: similarities[i] as number,
      };
      const long = Math.min(1, Math.max(0, Math.log(length / LONG_FROM) / Math.log(LONG_TO / LONG_FROM)));
      return { text, values: Float64Array.from(FEATURES, ({ name }) => values[name]), long };
    });
    meter.release(query);
    return features;
  }

  #string(start: number, end: number): string {
    let string = '';
    for (let i = start; i < end; i++) string += this.#chars[this.#index.store.chars[i] as number] ?? '';
    return string;
  }
}
