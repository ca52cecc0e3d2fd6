/**
 * The one place where it is set when to answer, when to ask back and when to say that a matter isn't listed.
 * Probabilities of the best hit; chosen on the project's questions by `npm run evaluate -- --thresholds`.
 */
export const THRESHOLDS = {
  answer: 0.5,
  confirm: 0.15,
  /** Two matters with different verdicts are asked back about when the second comes this close, as a share of the first. */
  rival: 0.9,
  /** A matter that only other regions list is named as theirs from this probability of the matcher on. */
  elsewhere: 0.8,
} as const;
