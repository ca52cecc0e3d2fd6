import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Nobodys, parseWordings } from '#catalogue/matters/wordings.js';
import type { TurnLine } from '#conversation/turns/kinds.js';
import { parseTurnLines } from '#conversation/turns/lines.js';
import { createTurnReader, type TurnReader } from '#conversation/turns/reader.js';
import { shapeOf } from '#conversation/turns/shape.js';
import {
  beyondPairs,
  createSoftmaxReader,
  fitSoftmax,
  packSoftmax,
  type SoftmaxModel,
  unpackSoftmax,
} from '#search/readers/index.js';
import type { TextFile } from '#text/yaml.js';
import { textsKey } from './cache.js';
import { listFolder, packagePath, readTextFile } from './files.js';
import { readMatterFiles } from './matters.js';

const COMPILED_FILE = packagePath('dist', 'turns.bin');

/** Of the library's wordings, which are all questions, how many teach what a question looks like. */
const QUESTIONS = 2500;

/** The texts of knowledge/turns, by name. @throws QingdanError QD-FILE */
export function readTurnFiles(folder = packagePath('knowledge', 'turns')): TextFile[] {
  const names = listFolder(folder).filter((name) => name.endsWith('.tsv'));
  return names.sort().map((name) => readTextFile(join(folder, name), `turns/${name}`));
}

const VAGUE = 'none:vague' satisfies Nobodys;
const QUESTION = 'question' satisfies TurnLine['kind'];

/**
 * Questions that stand for themselves: those of the wordings whose hash falls within the share that is wanted, so that a
 * line added to the library moves no other's place; what says nothing is none.
 */
function questions(wordings: readonly TextFile[]): TurnLine[] {
  const all = wordings.flatMap(parseWordings).filter(({ matter }) => matter !== VAGUE);
  const below = (QUESTIONS / all.length) * 2 ** 32;
  const taken = all.filter(({ text }) => createHash('sha256').update(text).digest().readUInt32BE() < below);
  return taken.map(({ text }): TurnLine => ({ kind: 'question', text }));
}

/** What the reader of turns is taught. */
export function fitTurns(lines: readonly TurnLine[], wordings: readonly TextFile[]): SoftmaxModel {
  const all = [...lines, ...questions(wordings)];
  const examples = all.map(({ kind, text }) => ({ label: kind, text: shapeOf(text) }));
  return fitSoftmax(examples, QUESTION);
}

/**
 * The reader of turns of the package: how people go on talking is the same whatever lists an office has loaded. What
 * `npm run build` fitted is used where it was fitted on the same texts; fitting takes seconds.
 * @throws QingdanError QD-FILE, QD-KNOWLEDGE
 */
export function openTurnReader(compiled = COMPILED_FILE): TurnReader {
  const { turns, wordings } = turnTexts();
  const fitted = readFitted(compiled, textsKey([...turns, ...wordings]));
  return readerOf(fitted ?? fitTurns(turns.flatMap(parseTurnLines), wordings));
}

/** A reader of turns on a fitted model. */
export function readerOf(model: SoftmaxModel): TurnReader {
  const { shares, hasSeen, tells } = createSoftmaxReader(model);
  return createTurnReader({
    shares,
    beyond: (text, label) => beyondPairs(text, (feature) => hasSeen(feature, label)),
    naming: (text, label) => beyondPairs(text, (feature) => tells(feature, label, QUESTION)),
  });
}

/** Fits the package's turns and writes what was fitted. @throws as `openTurnReader` */
export function compileTurns(path = COMPILED_FILE): void {
  const { turns, wordings } = turnTexts();
  const key = textsKey([...turns, ...wordings]);
  if (readFitted(path, key) !== undefined) return;
  writeFileSync(path, packSoftmax(fitTurns(turns.flatMap(parseTurnLines), wordings), key));
}

const turnTexts = () => ({
  turns: readTurnFiles(),
  wordings: readMatterFiles(packagePath('knowledge')).wordings,
});

function readFitted(path: string, key: string): SoftmaxModel | undefined {
  try {
    return unpackSoftmax(readFileSync(path), key);
  } catch {
    // Not built, as when the sources are run directly, or written half: the texts say the same.
    return undefined;
  }
}
