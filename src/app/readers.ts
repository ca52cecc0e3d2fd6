import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Matter } from '#catalogue/matters/schema.js';
import { parseWordings, type Wording } from '#catalogue/matters/wordings.js';
import {
  type Counts,
  countExamples,
  type EmbeddingModel,
  type Example,
  packCounts,
  unpackCounts,
  unpackEmbeddings,
} from '#search/readers/index.js';
import { textsKey } from './cache.js';
import { knowledgeFolder, packagePath } from './files.js';
import { readMatterFiles } from './matters.js';

const COMPILED_FILE = packagePath('dist', 'readers.bin');

/** How much the sentence that says what a matter is counts beside a question. */
const DEFINITION = 0.3;

/** What the learned reader is taught by a library of matters and its wordings. */
export function libraryExamples(matters: readonly Matter[], wordings: readonly Wording[]): Example[] {
  return [
    ...matters.flatMap(({ id, name, is }) => [
      { label: id, text: name },
      { label: id, text: is, weight: DEFINITION },
    ]),
    ...wordings.map(({ matter, text }) => ({ label: matter, text })),
  ];
}

/**
 * What the learned reader counted in the library of a knowledge folder (default: QINGDAN_KNOWLEDGE, else the package's
 * own). Counting takes a second; what `npm run build` counted is read in 10 ms and only counts for the same texts.
 * @throws QingdanError QD-FILE, QD-KNOWLEDGE
 */
export function readCounts(matters: readonly Matter[], folder?: string, compiled = COMPILED_FILE): Counts {
  const files = readMatterFiles(folder);
  const key = textsKey([...files.matters, ...files.wordings]);
  return (
    readCompiled(compiled, key) ??
    countExamples(libraryExamples(matters, files.wordings.flatMap(parseWordings)))
  );
}

/** What the counts of a folder's library are made from, as a hash. @throws QingdanError QD-FILE */
export function countsKey(folder?: string): string {
  const files = readMatterFiles(folder);
  return textsKey([...files.matters, ...files.wordings]);
}

/** Counts the library of a folder (default: the package's own) and writes the counts. @throws as `readCounts` */
export function compileCounts(
  matters: readonly Matter[],
  folder = packagePath('knowledge'),
  path = COMPILED_FILE,
): void {
  const files = readMatterFiles(folder);
  const counts = countExamples(libraryExamples(matters, files.wordings.flatMap(parseWordings)));
  writeFileSync(path, packCounts(counts, textsKey([...files.matters, ...files.wordings])));
}

/** Where the fitted reader is: in the knowledge folder, else (a folder without it) in the package. */
export function embeddingsPath(folder?: string): string {
  const own = join(knowledgeFolder(folder), 'weights', 'reader.bin');
  return existsSync(own) ? own : packagePath('knowledge', 'weights', 'reader.bin');
}

/** What `npm run fit:reader` made of the library, and of which texts. @throws QingdanError QD-FILE */
export function readEmbeddings(folder?: string): { model: EmbeddingModel; key: string } {
  return unpackEmbeddings(readFileSync(embeddingsPath(folder)));
}

/** Stands for the texts that a reader is fitted on. @throws QingdanError QD-FILE */
export function libraryKey(folder?: string): string {
  const { matters, wordings } = readMatterFiles(folder);
  return textsKey([...matters, ...wordings].map(({ path, text }) => ({ path: basename(path), text })));
}

function readCompiled(path: string, key: string): Counts | undefined {
  try {
    return unpackCounts(readFileSync(path), key);
  } catch {
    // Not built, as when the sources are run directly, or written half: the texts say the same.
    return undefined;
  }
}
