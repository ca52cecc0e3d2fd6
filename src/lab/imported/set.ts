import { z } from 'zod';
import { LIST_KINDS, type ListKind } from '#catalogue/schema.js';
import { QingdanError, shown } from '#errors.js';
import { VERDICTS, type Verdict } from '#ruling/index.js';

/** A question about an imported list, with the row that is to answer it. */
export interface RowQuestion {
  readonly text: string;
  /** The row's name, as it is written in the workbook. */
  readonly row: string;
  /** Any of these is right. */
  readonly expect: readonly Verdict[];
}

const questionSchema = z.object({
  text: z.string().min(1),
  row: z.string(),
  expect: z.union([z.enum(VERDICTS), z.array(z.enum(VERDICTS)).min(1)]),
});

/** One JSON object a line: text, row, expect. @throws QingdanError QD-INPUT naming the line */
export function parseRowQuestions(text: string, path: string): RowQuestion[] {
  const questions = linesOf(text).map(({ line, number }): RowQuestion => {
    const where = `${path} 第 ${number} 行`;
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch (cause) {
      throw new QingdanError('QD-INPUT', `${where}不是 JSON：${shown(line)}`, { cause });
    }
    const parsed = questionSchema.safeParse(value);
    if (!parsed.success) throw new QingdanError('QD-INPUT', `${where}不对，要有 text、row 和 expect`);
    const { expect } = parsed.data;
    return { ...parsed.data, expect: typeof expect === 'string' ? [expect] : expect };
  });
  if (questions.length === 0) throw new QingdanError('QD-INPUT', `${path} 里没有问题`);
  return questions;
}

/** Said of a row that may be on no matter of the library, and becomes the office's own. */
export const OWN = 'new';

/** A row of a workbook that somebody has read beside the library. */
export interface MarkedRow {
  readonly kind: ListKind;
  readonly name: string;
  /** The matters that it may be joined to, `new` among them where it may be the office's own. */
  readonly matters: readonly string[];
}

/** Kind of list, name of the row, matters with a space between; tabs between these. @throws QingdanError QD-INPUT */
export function parseMarkedRows(text: string, path: string): MarkedRow[] {
  return linesOf(text).map(({ line, number }): MarkedRow => {
    const [kind, name, ids] = line.split('\t');
    const known = LIST_KINDS.find((one) => one === kind);
    if (known === undefined || name === undefined || ids === undefined) {
      throw new QingdanError(
        'QD-INPUT',
        `${path} 第 ${number} 行要写清单种类、事项名称、事项编号，中间用制表符`,
      );
    }
    return { kind: known, name, matters: ids.split(' ') };
  });
}

const linesOf = (text: string) =>
  text.split('\n').flatMap((line, i) => (line.trim() === '' ? [] : [{ line, number: i + 1 }]));
