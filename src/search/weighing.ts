import { CHANNEL_WEIGHTS, EVIDENCE_WEIGHTS, SATURATION_STEPS } from './inverted-index.js';

/** What a text's score is made of. */
export interface TermWeighing {
  /** Of each channel: what a term's inverse document frequency is multiplied with. */
  readonly shares: readonly number[];
  /** A term counts once, however often a text has it and however long the text is. */
  readonly presence: boolean;
}

/** BM25 over all channels: what wordings go by. */
export const BM25: TermWeighing = {
  shares: CHANNEL_WEIGHTS.map((weight) => weight / SATURATION_STEPS),
  presence: false,
};

/** How much of what a query tells a text holds, in nats: what the rows of an assembled list go by. */
export const EVIDENCE: TermWeighing = { shares: EVIDENCE_WEIGHTS, presence: true };
