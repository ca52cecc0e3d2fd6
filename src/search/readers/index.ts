export { type Counts, countExamples, type Example, vectorsBy } from './counts.js';
export { beyondPairs } from './features.js';
export { mergeCounts } from './merge.js';
export { createLearnedReader, type LearnedReader, type Reading, type Scored } from './naive-bayes.js';
export { packCounts, packSoftmax, unpackCounts, unpackSoftmax } from './packing.js';
export { createSoftmaxReader, fitSoftmax, type SoftmaxModel, type SoftmaxReader } from './softmax.js';
