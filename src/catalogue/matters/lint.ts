import type { Finding } from '../lint/finding.js';
import { isOfficeDocument, isOfficeMatter } from '../office.js';
import type { Document } from '../schema.js';
import type { Matter } from './schema.js';

/** What is wrong between matters and the rows that point to them; ids that lead nowhere first. */
export function checkMatters(matters: readonly Matter[], documents: readonly Document[]): Finding[] {
  const ids = new Set<string>();
  const findings: Finding[] = [];
  const error = (documentId: string | null, where: string, message: string): void => {
    findings.push({ severity: 'error', code: 'KB-MATTER', documentId, where, message });
  };
  for (const { id } of matters) {
    if (ids.has(id)) error(null, id, `事项编号 ${id} 用了两次，请换一个编号`);
    ids.add(id);
  }
  for (const { id, unlike } of matters) {
    for (const { matter } of unlike) {
      if (!ids.has(matter)) error(null, id, `unlike 指向的事项 ${matter} 不存在`);
      if (matter === id) error(null, id, 'unlike 指向了事项自己');
    }
  }
  const used = new Set<string>();
  for (const document of documents) {
    if (isOfficeDocument(document)) {
      findings.push(...checkOfficeRows(document, ids));
      continue;
    }
    for (const row of rowsOf(document)) {
      if (row.matter === undefined) error(document.id, row.id, `「${row.name}」没有写明是哪个事项（matter）`);
      else if (!ids.has(row.matter)) error(document.id, row.id, `matter 指向的事项 ${row.matter} 不存在`);
      else used.add(row.matter);
    }
  }
  // A demand has its triage, and a paper within a wider one has that one's rows.
  const answered = ({ id, sort, within }: Matter): boolean =>
    sort === 'demand' || used.has(id) || (within !== undefined && used.has(within));
  const without = matters.filter((matter) => !answered(matter));
  if (without.length > 0) {
    const message = `${without.length} 个事项没有任何文件条目：${without.map(({ name }) => name).join('、')}`;
    findings.push({ severity: 'gap', code: 'KB-MATTER-EMPTY', documentId: null, where: 'matters', message });
  }
  return findings;
}

/** An office's rows may be about matters of its own, and some may still be open. */
function checkOfficeRows(document: Document, ids: ReadonlySet<string>): Finding[] {
  const rows = document.lists.flatMap(({ kind, items }) =>
    items.filter((item) => (item.kind ?? kind) !== 'reference'),
  );
  const findings = rows.flatMap(({ id, name, matter }): Finding[] => {
    if (matter === undefined || ids.has(matter) || isOfficeMatter(matter)) return [];
    const message = `「${name}」归入的事项 ${matter} 不存在，请重新导入并选定`;
    return [{ severity: 'error', code: 'KB-MATTER', documentId: document.id, where: id, message }];
  });
  const open = rows.filter(({ matter }) => matter === undefined);
  if (open.length > 0) {
    const message = `${open.length} 项还没有选定事项：${open.map(({ name }) => name).join('、')}`;
    findings.push({
      severity: 'gap',
      code: 'KB-MATTER',
      documentId: document.id,
      where: document.id,
      message,
    });
  }
  return findings;
}

function* rowsOf(document: Document): Generator<{ id: string; name: string; matter?: string | undefined }> {
  for (const { id, topic, matter } of document.provisions) yield { id, name: topic, matter };
  for (const list of document.lists) yield* list.items;
}
