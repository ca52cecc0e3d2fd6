import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseWordings } from '#catalogue/matters/wordings.js';
import type { TurnLine } from '#conversation/turns/kinds.js';
import { parseTurnLines } from '#conversation/turns/lines.js';
import { createTurnReader, type TurnReader } from '#conversation/turns/reader.js';
import { shapeOf } from '#conversation/turns/shape.js';
import { type Counts, countExamples, createLearnedReader, packCounts, unpackCounts } from '#search/readers/index.js';
import type { TextFile } from '#text/yaml.js';
import { textsKey } from './cache.js';
import { listFolder, packagePath, readTextFile } from './files.js';
import { readMatterFiles } from './matters.js';

const COMPILED_FILE = packagePath('dist', 'turns.bin');

/** Of the library's wordings, which are all questions, every how many-th teaches what a question looks like. */
const EVERY = 4;
/** How much one of them counts beside a line of knowledge/turns, which are far fewer for each kind. */
const QUESTION = 0.3;

/** The texts of knowledge/turns, by name. @throws QingdanError QD-FILE */
export function readTurnFiles(folder = packagePath('knowledge', 'turns')): TextFile[] {
  const names = listFolder(folder).filter((name) => name.endsWith('.tsv'));
  return names.sort().map((name) => readTextFile(join(folder, name), `turns/${name}`));
}

/** Questions that stand for themselves, from the wordings of a folder. */
function questions(wordings: readonly TextFile[]): TurnLine[] {
  return wordings
    .flatMap(parseWordings)
    .filter((_, i) => i % EVERY === 0)
    .map(({ text }): TurnLine => ({ kind: 'question', text }));
}

/** What the reader of turns is taught. */
export function countTurns(lines: readonly TurnLine[], wordings: readonly TextFile[]): Counts {
  return countExamples([
    ...lines.map(({ kind, text }) => ({ label: kind, text: shapeOf(text) })),
    ...questions(wordings).map(({ kind, text }) => ({ label: kind, text: shapeOf(text), weight: QUESTION })),
  ]);
}

/**
 * The reader of turns of the package: how people go on talking is the same whatever lists an office has loaded.
 * What `npm run build` counted is used where it was counted from the same texts. @throws QingdanError QD-FILE, QD-KNOWLEDGE
 */
export function openTurnReader(compiled = COMPILED_FILE): TurnReader {
  const { turns, wordings } = turnTexts();
  const counts =
    compiledCounts(compiled, textsKey([...turns, ...wordings])) ??
    countTurns(turns.flatMap(parseTurnLines), wordings);
  return readerOf(counts);
}

/** A reader of turns on counts. */
export function readerOf(counts: Counts): TurnReader {
  return createTurnReader(createLearnedReader(counts));
}

/** Counts the package's turns and writes the counts. @throws as `openTurnReader` */
export function compileTurns(path = COMPILED_FILE): void {
  const { turns, wordings } = turnTexts();
  const counts = countTurns(turns.flatMap(parseTurnLines), wordings);
  writeFileSync(path, packCounts(counts, textsKey([...turns, ...wordings])));
}

const turnTexts = () => ({ turns: readTurnFiles(), wordings: readMatterFiles(packagePath('knowledge')).wordings });

function compiledCounts(path: string, key: string): Counts | undefined {
  try {
    return unpackCounts(readFileSync(path), key);
  } catch {
    // Not built, as when the sources are run directly, or written half: the texts say the same.
    return undefined;
  }
}
