export { type Candidate, candidateOf } from './candidate.js';
export type { Case, CaseSort } from './case.js';
export { CASE_SORTS } from './case.js';
export { findContext } from './context.js';
export { wordsOf } from './coverage.js';
export { createRuling } from './create.js';
export { type Gap, gapsOf } from './gaps.js';
export type { Hit } from './hit.js';
export { PAPER_KINDS, TASK_KINDS } from './matters.js';
export { verdictOf } from './outcomes.js';
export { type Asked, checkQuestion, LONGEST_QUESTION, type Question } from './question.js';
export type { Ruled, Ruler, Sought } from './ruler.js';
export type { Finding, Ruling, Situation } from './ruling.js';
export type { Scope } from './scope.js';
export {
  EVIDENCE_FEATURES,
  type EvidenceFeature,
  evidenceOf,
  NOBODY_FEATURES,
  type NobodyFeature,
  nobodyEvidenceOf,
  type ScoringWeights,
} from './scoring.js';
export { type Formalities, formalitiesSchema } from './tasks/formalities.js';
export { createJudge, type Judge, type Judged } from './tasks/judge.js';
export { THRESHOLDS } from './thresholds.js';
export { type Band, ROLES, type Role, VERDICTS, type Verdict } from './verdict.js';
