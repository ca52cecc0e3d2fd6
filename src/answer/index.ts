export type { Answer, AnswerItem, Choice, Explanation } from './answer.js';
export { citationLine, closingLine, sourcesText } from './citations.js';
export { answerTo } from './compose.js';
export { KIND_NAME, namesOf } from './kinds.js';
export { type Correction, MOST_CORRECTIONS } from './notices/corrections.js';
export { LONGEST_NOTICE } from './notices/opened.js';
export {
  createScreener,
  type Screener,
  type ScreeningProgress,
  type ScreenOptions,
} from './notices/screener.js';
export type { ScreenedTask, Screening, SkippedPart } from './notices/screening.js';
export { type Detail, detailsOf } from './said/details.js';
export { gapLine } from './said/gaps.js';
export { replyMessage } from './said/reply.js';
export { bodyOf, footOf, SECTIONS, type Section, sectionsOf } from './section.js';
export { traceOfNotice, traceOfQuestion } from './trace.js';
export { type Tone, type Voice, voiceOf } from './verdicts.js';
