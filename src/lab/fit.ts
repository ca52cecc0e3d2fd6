/**
 * `npm run fit -- --pairs FILE… [--set DIR…] [--seed N] [--out FILE]`: fits the matcher's weights on labelled pairs
 * ({a, b, label} per line) and on question corpora with labelled queries, prints cross-validated figures, and writes
 * the weights with the data's names, hashes and figures. The same data and seed give the same file.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { packagePath } from '#app/files.js';
import { QingdanError } from '#errors.js';
import { loadSegmenter } from '#text/segmenters/index.js';
import { readPairs, readSet } from './fitting/data.js';
import { examplesOf } from './fitting/examples.js';
import { crossValidate, fitWeights } from './fitting/fit-weights.js';

const USAGE = 'npm run fit -- --pairs FILE… [--set DIR…] [--seed N] [--out FILE]';
const SEED = 1;

function main(): void {
  const { values } = parseArgs({
    options: {
      pairs: { type: 'string', multiple: true, default: [] },
      set: { type: 'string', multiple: true, default: [] },
      seed: { type: 'string', default: String(SEED) },
      out: { type: 'string', default: packagePath('knowledge', 'weights', 'matching.json') },
    },
  });
  const seed = Number(values.seed);
  if (!Number.isInteger(seed)) throw new QingdanError('QD-USAGE', `--seed 应为整数。${USAGE}`);
  const sets = [...values.pairs.map(readPairs), ...values.set.map(readSet)];
  if (sets.length === 0) throw new QingdanError('QD-USAGE', `没有数据。${USAGE}`);
  const segmenter = loadSegmenter();
  const examples = sets.flatMap((set) => {
    const found = examplesOf(set, segmenter);
    console.log(`${set.name}: ${set.entries.length} entries, ${set.queries.length} queries`);
    return found;
  });
  const figures = crossValidate(examples, seed);
  console.table(figures);
  const data = sets.map(({ name, kind, sha256, queries }) => ({
    name,
    kind,
    sha256,
    queries: queries.length,
  }));
  const weights = { ...fitWeights(examples), fit: { seed, data, figures } };
  writeFileSync(values.out, `${JSON.stringify(weights, null, 2)}\n`);
  console.log(`wrote ${values.out}`);
}

try {
  main();
} catch (error) {
  if (!(error instanceof QingdanError)) throw error;
  console.error(`${error.code} ${error.message}`);
  process.exitCode = 2;
}
