import type { Answer, Candidate, Verdict } from '../decision/answer.js';
import type { Words } from './words.js';

/** Verdicts that rest on a row of a list. */
const LISTED: readonly Verdict[] = ['autonomy', 'assist', 'negative', 'may-certify', 'must-not-certify'];
const CERTIFICATES: readonly Verdict[] = ['may-certify', 'must-not-certify'];

/**
 * Nobody can be asked back while a notice is screened, so an answer is weighed by the words that tell tasks apart: at
 * least `adopt` of them must be the row's for a row that was only offered, `keep` for one that was answered below `sure`.
 * Chosen on the marked notices of the project (not on their blind part).
 */
export const WEIGHING = { sure: 0.8, keep: 0.3, adopt: 0.5 } as const;
/** Probability that an offered row needs to be adopted; one that bars the task needs more. */
const OFFERED = { duty: 0.2, negative: 0.4 } as const;

/** What an answer is worth: it stands, its first candidate may be adopted, it gives a rule without a verdict, or nothing. */
export type Worth = 'stands' | 'adoptable' | 'informs' | 'nothing';

export function worthOf(answer: Answer, certificate: boolean, words: Words): Worth {
  const { verdict, band, probability, candidates } = answer;
  if (certificate) return LISTED.includes(verdict) || verdict === 'not-listed' ? 'stands' : 'nothing';
  if (CERTIFICATES.includes(verdict)) return 'nothing';
  const share = telling(answer, words);
  if (band === 'answer' && LISTED.includes(verdict)) {
    return probability >= WEIGHING.sure || share >= WEIGHING.keep ? 'stands' : 'nothing';
  }
  if (band === 'answer' && verdict === 'information') return share >= WEIGHING.adopt ? 'informs' : 'nothing';
  const best = candidates[0];
  const open = verdict === 'clarify' || (verdict === 'not-listed' && band === 'abstain');
  return open && best !== undefined && isOffered(best) && share >= WEIGHING.adopt ? 'adoptable' : 'nothing';
}

function isOffered({ kind, probability }: Candidate): boolean {
  if (kind === 'negative') return probability >= OFFERED.negative;
  return (kind === 'autonomy' || kind === 'assist') && probability >= OFFERED.duty;
}

/** Whether a task names nothing that tells it from others (发放宣传资料): then its heading says what it is about. */
export function isVague({ explanation: { matched, differed } }: Answer, words: Words): boolean {
  return [...matched, ...differed].filter((word) => isTelling(word, words)).join('').length <= 1;
}

/** Share of the task's telling words that the row has, by length; 0 where the task has none. */
function telling({ explanation: { matched, differed } }: Answer, words: Words): number {
  const weight = (list: readonly string[]) =>
    list.reduce((sum, word) => sum + (isTelling(word, words) ? word.length : 0), 0);
  const [shared, foreign] = [weight(matched), weight(differed)];
  return shared + foreign === 0 ? 0 : shared / (shared + foreign);
}

export function isTelling(word: string, words: Words): boolean {
  if (word.length < 2 || /^[\p{N}\p{P}a-z]+$/iu.test(word)) return false;
  return !words.plainWords.has(word) && !words.adverbs.has(word) && !words.lightVerbs.has(word);
}
