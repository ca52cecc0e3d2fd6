import type { Selectable } from 'kysely';
import type { AuditFinding, AuditRow } from './ports.js';
import type { Tables } from './schema.js';

/** The actions of the audit log that make a version of a document. */
export const PUBLISHED = 'document-published';
export const WITHDRAWN = 'document-withdrawn';

/** Compares the versions of documents with what the audit log says of them: every version has its row, and the same content. */
export function listFindings() {
  const told = new Map<string, { seq: number; hash: unknown }>();
  return {
    next({ seq, action, subject, detail }: AuditRow): void {
      if (action !== PUBLISHED && action !== WITHDRAWN) return;
      told.set(`${subject} ${String(detail.number)}`, { seq, hash: detail.hash ?? null });
    },
    end(versions: readonly Selectable<Tables['document_version']>[]): AuditFinding[] {
      const findings: AuditFinding[] = [];
      for (const { document_id: id, number, hash } of versions) {
        const row = told.get(`${id} ${number}`);
        told.delete(`${id} ${number}`);
        if (row === undefined) {
          findings.push({ seq: 0, fault: 'lists', message: `文件 ${id} 第 ${number} 版没有审计记录` });
        } else if (row.hash !== hash) {
          findings.push({
            seq: row.seq,
            fault: 'lists',
            message: `文件 ${id} 第 ${number} 版与审计记录不符`,
          });
        }
      }
      for (const [version, { seq }] of told) {
        findings.push({ seq, fault: 'lists', message: `文件 ${version.replace(' ', ' 第 ')} 版不见了` });
      }
      return findings;
    },
  };
}
