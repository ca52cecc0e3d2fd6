export { charterDocx, charterMarkdown } from './report.js';
export { type CharterFinding, type CharterReview, LONGEST_CHARTER, reviewCharter } from './review.js';
export { type CharterRules, charterRulesSchema } from './rules.js';
export { findingLines, procedureLines, summaryLine } from './said.js';
export { isCharter, isCharterFile } from './shape.js';
