export { type Counts, countExamples, type Example } from './counts.js';
export { mergeCounts } from './merge.js';
export { createLearnedReader, type LearnedReader, type Reading, type Scored } from './naive-bayes.js';
export { packCounts, unpackCounts } from './packing.js';
