import type { MatterLibrary } from '#catalogue/matters/load.js';
import type { ProfileOf } from '#review/index.js';
import { createLearnedReader, vectorsBy } from '#search/readers/index.js';
import { readCounts } from './readers.js';

/** What questions are compared by, from what the learned reader counted in the library that ships. @throws as `readCounts` */
export function readProfiles(shipped: MatterLibrary, folder?: string): ProfileOf {
  const counts = readCounts(shipped.all, folder);
  const vectorOf = vectorsBy(counts);
  const reader = createLearnedReader(counts);
  return (text) => ({ vector: vectorOf(text), nearest: reader.read(text).best[0]?.label ?? '' });
}
