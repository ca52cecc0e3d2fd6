import type { Words } from '#language/index.js';
import { type Candidate, candidateOf } from '../candidates.js';
import { PAPER_KINDS, TASK_KINDS } from '../matters.js';
import type { RowsInForce } from '../precedence.js';
import type { Ruling } from '../ruling.js';

/** Verdicts that rest on a row of a list. */
const LISTED: ReadonlySet<string> = new Set([...TASK_KINDS, ...PAPER_KINDS]);
const CERTIFICATES: ReadonlySet<string> = new Set(PAPER_KINDS);

/**
 * Nobody can be asked back while a notice is screened, so a ruling is weighed by the words that tell tasks apart: at
 * least `adopt` of them must be the row's for a row that was only offered, `keep` for one that was answered below `sure`.
 * Chosen on the marked notices of the project (not on their blind part).
 */
export const WEIGHING = { sure: 0.8, keep: 0.3, adopt: 0.45 } as const;
/** Probability that an offered row needs to be adopted; one that bars the task needs more. */
const OFFERED = { duty: 0.2, negative: 0.4 } as const;
const CANDIDATES = 5;

/** A ruling with the rows on offer beside it. */
export interface Weighed {
  ruling: Ruling;
  candidates: readonly Candidate[];
}

export function weighed(ruling: Ruling, inForce: RowsInForce): Weighed {
  const open = ruling.hits.filter(({ veto }) => veto === null).slice(0, CANDIDATES);
  return { ruling, candidates: open.map((hit) => candidateOf(hit, inForce)) };
}

/** What a ruling is worth: it stands, its first candidate may be adopted, it gives a rule without a verdict, or nothing. */
export type Worth = 'stands' | 'adoptable' | 'informs' | 'nothing';

export function worthOf({ ruling, candidates }: Weighed, paper: boolean, words: Words): Worth {
  const { verdict, band, lead } = ruling;
  if (paper) return LISTED.has(verdict) || verdict === 'not-listed' ? 'stands' : 'nothing';
  if (CERTIFICATES.has(verdict)) return 'nothing';
  const share = telling(ruling, words);
  if (band === 'answer' && LISTED.has(verdict)) {
    const sure = (lead?.probability ?? 0) >= WEIGHING.sure;
    return sure || share >= WEIGHING.keep ? 'stands' : 'nothing';
  }
  if (band === 'answer' && verdict === 'information') return share >= WEIGHING.adopt ? 'informs' : 'nothing';
  const [best] = candidates;
  const open = verdict === 'clarify' || (verdict === 'not-listed' && band === 'abstain');
  return open && best !== undefined && isOffered(best) && share >= WEIGHING.adopt ? 'adoptable' : 'nothing';
}

function isOffered({ kind, probability }: Candidate): boolean {
  if (kind === 'negative') return probability >= OFFERED.negative;
  return (kind === 'autonomy' || kind === 'assist') && probability >= OFFERED.duty;
}

/** Whether a task names nothing that tells it from others (发放宣传资料): then its heading says what it is about. */
export function isVague({ ruling }: Weighed, words: Words): boolean {
  const { matched, differed } = coverageOf(ruling);
  return [...matched, ...differed].filter((word) => isTelling(word, words)).join('').length <= 1;
}

const coverageOf = ({ lead }: Ruling) => lead?.coverage ?? { matched: [], differed: [] };

/** Share of the task's telling words that the row has, by length; 0 where the task has none. */
function telling(ruling: Ruling, words: Words): number {
  const { matched, differed } = coverageOf(ruling);
  const weight = (list: readonly string[]) =>
    list.reduce((sum, word) => sum + (isTelling(word, words) ? word.length : 0), 0);
  const [shared, foreign] = [weight(matched), weight(differed)];
  return shared + foreign === 0 ? 0 : shared / (shared + foreign);
}

function isTelling(word: string, words: Words): boolean {
  if (word.length < 2 || /^[\p{N}\p{P}a-z]+$/iu.test(word)) return false;
  return !words.plainWords.has(word) && !words.adverbs.has(word) && !words.lightVerbs.has(word);
}
