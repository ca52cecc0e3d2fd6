/**
 * The one place where it is set when to answer, when to ask back and when to say that a matter isn't listed.
 * Probabilities of the best hit; chosen on the project's questions so that
 * at most 2 % of the answers are wrong.
 */
export const THRESHOLDS = {
  answer: 0.75,
  /** Enough where no hit with another verdict comes within `disagreeing` of the best, as a share of it. */
  agreed: 0.62,
  disagreeing: 0.2,
  /** When a paper is asked for or a task is asked about. */
  confirm: 0.15,
  /** When the question names neither: most of these have nothing to do with the lists. */
  confirmOther: 0.4,
  /** Two matters with different verdicts are asked back about when the second comes this close, as a share of the first. */
  rival: 0.9,
  /** A matter that only other regions list is named as theirs from this probability of the matcher on. */
  elsewhere: 0.8,
} as const;
