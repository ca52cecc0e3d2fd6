import { effective, type Row, rowId } from '../rows.js';
import type { Document } from '../schema.js';
import type { Finding } from './finding.js';

/**
 * Rows that count from no day: a mistake, unless the row or its document says why nobody knows it, which is a gap. Of a
 * document all of whose rows lack one the gap is told once.
 */
export function checkStarts(document: Document): Finding[] {
  const told = new Set<string>();
  return rowsOf(document).flatMap((row): Finding[] => {
    const { inForceFrom, dateUnknown, law } = effective(row);
    if (inForceFrom !== null) return [];
    if (dateUnknown === null) {
      const message = `没有起算日期：请写 effectiveFrom、${law === null ? '文件的 issuedOn' : '所出法律的 version'}，都查不到的写 dateUnknown 说明原因`;
      return [finding('error', document, rowId(row), message)];
    }
    const where = dateUnknown === document.dateUnknown ? document.id : rowId(row);
    if (told.has(where)) return [];
    told.add(where);
    return [finding('gap', document, where, `起算日期不详：${dateUnknown}`)];
  });
}

function rowsOf(document: Document): Row[] {
  return [
    ...document.lists.flatMap((list) =>
      list.items.map((item): Row => ({ type: 'item', item, list, document })),
    ),
    ...document.provisions.map((provision): Row => ({ type: 'provision', provision, document })),
  ];
}

function finding(severity: Finding['severity'], { id }: Document, where: string, message: string): Finding {
  return { severity, code: 'KB-NO-DATE', documentId: id, where, message };
}
