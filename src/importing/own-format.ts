import type { Document } from '#catalogue/schema.js';
import type { FileContent } from '#documents/content.js';
import { fromRecords, RECORD_COLUMN, RECORD_TYPES, type TableRecord } from './records.js';

/** The document of a table that `kb export` wrote; null for any other file. @throws QingdanError QD-IMPORT */
export function exportedDocument(content: FileContent): Document | null {
  const records = content.blocks.flatMap((block): TableRecord[] => {
    const header = block.type === 'table' ? block.rows[0]?.cells : undefined;
    if (block.type !== 'table' || header?.[0] !== RECORD_COLUMN || !header.includes('编号')) return [];
    return block.rows.slice(1).map(({ cells }) => new Map(header.map((label, i) => [label, cells[i] ?? ''])));
  });
  const known = records.filter((row) => RECORD_TYPES.some((type) => type === row.get(RECORD_COLUMN)));
  return known.length === 0 ? null : fromRecords(known);
}
