import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { type LabelledQuestion, parseQuestionSet } from '#evaluation/question-set.js';
import { knowledgeFolder, packagePath, readTextFile } from './files.js';

/** The day that the project's questions are asked on, so that their answers don't change with the calendar. */
export const GOLDEN_DAY = '2026-11-23';

const SOURCE = packagePath('test', 'evaluation', 'questions.jsonl');
/** A package that comes without its tests has them here. */
const COMPILED = packagePath('dist', 'questions.jsonl');

/**
 * The questions that ship with the product, each with the verdicts that are right; a knowledge folder of one's own may
 * bring others. @throws QingdanError QD-FILE, QD-INPUT
 */
export function readGolden(folder?: string): LabelledQuestion[] {
  const own = join(knowledgeFolder(folder), 'questions.jsonl');
  const path = [own, SOURCE].find((one) => existsSync(one)) ?? COMPILED;
  return parseQuestionSet(readTextFile(path).text, path);
}

/** Puts the questions beside what is compiled. */
export function compileGolden(): void {
  copyFileSync(SOURCE, COMPILED);
}
