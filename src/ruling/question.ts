import type { CommitteeKind } from '#catalogue/schema.js';
import { QingdanError, shown } from '#errors.js';
import { ROLES, type Role } from './verdict.js';

export interface Question {
  text: string;
  role?: Role | undefined;
  /** Full or short name of a region, e.g. 重庆市 or 南岸区. */
  region?: string | undefined;
  /** YYYY-MM-DD; the day whose rules hold. Default: today. */
  date?: string | undefined;
  /** YYYY-MM-DD; what 今天 is to the asker. Default: the day the ruler was made for. */
  today?: string | undefined;
  /** Which of the two hold although the text names another: a question asked again for another place or day. */
  over?: readonly ('region' | 'date')[] | undefined;
  /** The text is nothing but the name of a paper or a task, about which the same is asked as before (那居住证明呢). */
  as?: 'paper' | 'task' | undefined;
  /** Id of the row that was chosen of several; the text is its name. */
  rowId?: string | undefined;
  /** The kind of committee that is spoken of, where it was told apart from the question (那村里呢). */
  committee?: CommitteeKind | undefined;
  /** Id of the rule that is asked about beside the text's own matter: who pays for it (那经费谁出). */
  about?: string | undefined;
  /** What was told of the same case afterwards (是领养老金用的); read beside the text, each by itself. */
  added?: readonly string[] | undefined;
}

/** What a question may hold besides its text, person, place and day. */
export type Asked = Pick<Question, 'over' | 'as' | 'rowId' | 'committee' | 'about' | 'added'>;

/** Characters; longer texts are notices, which are screened task by task. */
export const LONGEST_QUESTION = 1000;
// Control characters other than white space don't occur in text that people type or paste: a binary file has them.
const BINARY = /\p{Cc}|\ufffd/u;
// Anything with ink: neither white space nor a control or format character.
const READABLE = /[^\p{Z}\p{C}]/u;

/** The question if it can be read. @throws QingdanError QD-EMPTY, QD-TOO-LONG, QD-INPUT */
export function checkQuestion(question: Question): Question {
  const { text, role } = question;
  if (typeof text !== 'string') throw new QingdanError('QD-INPUT', '问题应是一段文字，请写出想问的事');
  // Counted first: nothing else reads a text that is too long, and a character takes two units at most.
  const length = text.length > 2 * LONGEST_QUESTION ? text.length : [...text].length;
  if (length > LONGEST_QUESTION) {
    throw new QingdanError(
      'QD-TOO-LONG',
      `问题有 ${length} 个字，超过 ${LONGEST_QUESTION} 字，请只写要问的那件事`,
    );
  }
  if (!text.isWellFormed()) throw new QingdanError('QD-INPUT', '问题里有残缺的字符，请用 UTF-8 编码重新输入');
  if (BINARY.test(text.replace(/\s/gu, '')))
    throw new QingdanError('QD-INPUT', '收到的不是文字，请直接输入想问的事');
  if (!READABLE.test(text))
    throw new QingdanError('QD-EMPTY', '问题是空的，请写出想问的事，如：居委会能开无犯罪记录证明吗');
  if (role !== undefined && !ROLES.includes(role)) {
    throw new QingdanError('QD-INPUT', `身份「${shown(String(role))}」不认识，请用 ${ROLES.join('、')} 之一`);
  }
  return question;
}
