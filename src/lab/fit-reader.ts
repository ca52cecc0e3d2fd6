/**
 * `npm run fit:reader`: fits the reader of src/search/readers/embeddings.ts on the library's matters and wordings and
 * writes knowledge/weights/reader.bin. `-- --held HAND…` leaves hands out and prints how often the right matter of
 * theirs is first and among three, by this reader and by the one that counts; it writes nothing. Takes a minute and a half.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { packagePath } from '#app/files.js';
import { readMatters, readWordings } from '#app/matters.js';
import { libraryExamples, libraryKey } from '#app/readers.js';
import {
  countExamples,
  createEmbeddingReader,
  createLearnedReader,
  fitEmbeddings,
  type LearnedReader,
  packEmbeddings,
} from '#search/readers/index.js';
import { handOf } from './decision-wordings.js';

const { values } = parseArgs({ options: { held: { type: 'string', multiple: true, default: [] } } });
const held = new Set(values.held.map(Number));
const { all: matters } = readMatters();
const wordings = readWordings();
const examples = libraryExamples(
  matters,
  wordings.filter((wording) => !held.has(handOf(wording))),
);
const model = fitEmbeddings(examples);

if (held.size === 0) {
  const bytes = packEmbeddings(model, libraryKey());
  writeFileSync(packagePath('knowledge', 'weights', 'reader.bin'), bytes);
  console.log(`${examples.length} examples, ${model.features.length} features, ${bytes.length} bytes`);
} else {
  console.log(`fitted: ${shareFirst(createEmbeddingReader(model))}`);
  console.log(`counting: ${shareFirst(createLearnedReader(countExamples(examples)))}`);
}

function shareFirst(reader: LearnedReader): string {
  const others = wordings.filter((wording) => held.has(handOf(wording)));
  const ranks = others.map(({ matter, text }) =>
    reader.read(text).best.findIndex(({ label }) => label === matter),
  );
  const within = (most: number) => ranks.filter((rank) => rank >= 0 && rank < most).length / ranks.length;
  return `${(100 * within(1)).toFixed(1)} % first, ${(100 * within(3)).toFixed(1)} % among three, of ${ranks.length}`;
}
