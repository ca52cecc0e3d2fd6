import { stringify } from 'yaml';
import type { Document } from '#catalogue/schema.js';
import { writeCsv, writeWorkbook } from '#documents/write.js';
import {
  LIST_COLUMN,
  RECORD_COLUMN,
  RECORD_COLUMNS,
  RECORD_TYPES,
  type TableRecord,
  toRecords,
} from './records.js';

export const EXPORT_FORMATS = ['xlsx', 'csv', 'yaml'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** A document as a file: importing it again gives the same document. */
export async function exportDocument(document: Document, format: ExportFormat): Promise<Uint8Array> {
  if (format === 'yaml') return Buffer.from(stringify(document, { lineWidth: 110 }));
  const records = toRecords(document);
  if (format === 'csv') return writeCsv(tableOf(records));
  const sheets = RECORD_TYPES.map((type) => ({
    name: type,
    rows: tableOf(records.filter((row) => row.get(RECORD_COLUMN) === type)),
  }));
  return writeWorkbook(sheets.filter(({ rows }) => rows.length > 1));
}

/** A header of the columns that any record fills, and a row for each record. */
function tableOf(records: readonly TableRecord[]): string[][] {
  const labels = [RECORD_COLUMN, LIST_COLUMN, ...RECORD_COLUMNS.map(({ label }) => label)];
  const used = labels.filter((label) => records.some((row) => row.has(label)));
  return [used, ...records.map((row) => used.map((label) => row.get(label) ?? ''))];
}
