import { withFixedDates } from '#documents/repack.js';
import { QingdanError, shown } from '#errors.js';
import type { Screening } from '../notices/screening.js';
import type { Letter } from './letters.js';
import { toMarkdown } from './markdown.js';

export { draftLetters, type NoticeHead, taskOfAnswer, unseenHead } from './letter-for.js';
export type { Letter } from './letters.js';
export { screeningLines, screeningTable, terminalSummary } from './table.js';
export { toMarkdown };

/** What a report can be written as, by the ending of its file name. */
export const REPORT_FORMATS = ['.xlsx', '.docx', '.md'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

export const REPORT_MEDIA_TYPES: Readonly<Record<ReportFormat, string>> = {
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.md': 'text/markdown; charset=utf-8',
};

/** The format that a file name asks for. @throws QingdanError QD-INPUT */
export function reportFormatOf(file: string): ReportFormat {
  const ending = file.slice(Math.max(0, file.lastIndexOf('.'))).toLowerCase();
  const format = REPORT_FORMATS.find((known) => known === ending);
  if (format !== undefined) return format;
  throw new QingdanError(
    'QD-INPUT',
    `报告文件「${shown(file)}」的格式不认识，请用 ${REPORT_FORMATS.join('、')} 结尾`,
  );
}

/** The bytes of a report, the same for the same screening. The libraries that write workbooks and documents are loaded only when one is asked for. */
export async function writeReport(screening: Screening, format: ReportFormat): Promise<Uint8Array> {
  switch (format) {
    case '.md':
      return new TextEncoder().encode(toMarkdown(screening));
    case '.xlsx':
      return withFixedDates(await (await import('./xlsx.js')).toXlsx(screening), screening.date);
    case '.docx':
      return withFixedDates(await (await import('./docx.js')).toDocx(screening), screening.date);
  }
}

/** Letters as a Word document, the same bytes for the same letters. @param day YYYY-MM-DD, shown as the day it was made */
export async function writeLetters(letters: readonly Letter[], day: string): Promise<Uint8Array> {
  return withFixedDates(await (await import('./docx.js')).lettersToDocx(letters), day);
}
