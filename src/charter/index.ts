import type { CharterReview } from './review.js';

export { askedAboutCharter, type CharterAsked } from './asked.js';
export { clauseLines, guideLines } from './guide.js';
export { charterMarkdown } from './markdown.js';
export { type CharterFinding, type CharterReview, LONGEST_CHARTER, reviewCharter } from './review.js';
export { type CharterRules, charterRulesSchema } from './rules.js';
export { findingLines, procedureLines, summaryLine } from './said.js';
export { isCharter, isCharterFile } from './shape.js';

/** The review as a Word document, the same bytes for the same review. The writer is loaded when it is needed. */
export async function charterDocx(review: CharterReview): Promise<Uint8Array> {
  return (await import('./docx.js')).charterDocx(review);
}
