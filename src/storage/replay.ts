import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Answer } from '#answer/index.js';
import { QingdanError, shown } from '#errors.js';
import type { Question } from '#ruling/index.js';
import type { EditionSummary, LoggedQuestion, Storage } from './ports.js';
import { answerHash } from './question-log.js';
import { writeEdition } from './rule-files.js';

/** Why the program said what it said: a logged question answered once more by the edition that answered it. */
export interface Replay {
  question: LoggedQuestion;
  edition: EditionSummary;
  answer: Answer;
  /** Whether the answer is the same as then, byte for byte. */
  same: boolean;
}

/**
 * Puts the edition together again and asks it the logged question.
 * @param open an assistant over a knowledge folder, for which `today` is now
 * @throws QingdanError QD-ID for a question that isn't in the log or whose edition wasn't kept; QD-AUDIT
 */
export async function replay(
  storage: Pick<Storage, 'questions' | 'editions'>,
  questionId: string,
  open: (folder: string, today: string) => { decide(question: Question): Answer },
): Promise<Replay> {
  const question = await storage.questions.find(questionId);
  if (question === null) {
    throw new QingdanError('QD-ID', `没有编号为「${shown(questionId)}」的答复，可能已过保存期`);
  }
  if (question.edition === null) {
    throw new QingdanError('QD-ID', `答复「${shown(questionId)}」没有存下当时的知识库，不能重答`);
  }
  const { kb, rules, ...edition } = await storage.editions.rebuild(question.edition);
  const folder = mkdtempSync(join(tmpdir(), 'qingdan-edition-'));
  try {
    writeEdition({ kb, rules }, folder);
    const answer = open(folder, question.today).decide({
      text: question.text,
      role: question.role ?? undefined,
      region: question.region ?? undefined,
      date: question.date ?? undefined,
      ...question.how,
    });
    return { question, edition, answer, same: answerHash(answer) === question.answerHash };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
