import { copyFileSync, existsSync } from 'node:fs';
import { type LabelledQuestion, parseQuestionSet } from '#evaluation/question-set.js';
import { packagePath, readTextFile } from './files.js';

/** The day that the project's questions are asked on, so that their answers don't change with the calendar. */
export const GOLDEN_DAY = '2026-11-23';

const SOURCE = packagePath('test', 'evaluation', 'questions.jsonl');
/** A package that comes without its tests has them here. */
const COMPILED = packagePath('dist', 'questions.jsonl');

/** The questions that ship with the product, each with the verdicts that are right. @throws QingdanError QD-FILE, QD-INPUT */
export function readGolden(): LabelledQuestion[] {
  const path = existsSync(SOURCE) ? SOURCE : COMPILED;
  return parseQuestionSet(readTextFile(path).text, path);
}

/** Puts the questions beside what is compiled. */
export function compileGolden(): void {
  copyFileSync(SOURCE, COMPILED);
}
