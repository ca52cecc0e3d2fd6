export { type Counts, countExamples, type Example, vectorsBy } from './counts.js';
export { createEmbeddingReader, type EmbeddingModel, type EmbeddingReader } from './embeddings.js';
export { beyondPairs } from './features.js';
export { fitEmbeddings } from './fit-embeddings.js';
export { mergeCounts } from './merge.js';
export { createLearnedReader, type LearnedReader, type Reading, type Scored } from './naive-bayes.js';
export {
  packCounts,
  packEmbeddings,
  packSoftmax,
  unpackCounts,
  unpackEmbeddings,
  unpackSoftmax,
} from './packing.js';
export { createSoftmaxReader, fitSoftmax, type SoftmaxModel, type SoftmaxReader } from './softmax.js';
