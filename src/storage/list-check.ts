import type { Selectable } from 'kysely';
import type { AuditFinding, AuditRow } from './ports.js';
import type { Tables } from './schema.js';

/** The actions of the audit log that make a version of a document, or change its full text. */
export const PUBLISHED = 'document-published';
export const WITHDRAWN = 'document-withdrawn';
export const ATTACHED = 'text-attached';
export const DETACHED = 'text-detached';
export const REGIONS_LOADED = 'regions-loaded';

/** Those that change what the library holds of the office. */
export const WORDINGS_ACCEPTED = 'wordings-accepted';
export const WORDINGS_REVOKED = 'wordings-revoked';

/** All of them: after one, answers may be others. */
export const CHANGES_OF_LISTS: ReadonlySet<string> = new Set([
  PUBLISHED,
  WITHDRAWN,
  ATTACHED,
  DETACHED,
  REGIONS_LOADED,
  WORDINGS_ACCEPTED,
  WORDINGS_REVOKED,
]);

/** What the log says of one thing. */
interface Told {
  seq: number;
  hash: unknown;
}

/** Compares documents, their full texts and the lists of regions with what the audit log says of them: each has its row, and the same content. */
export function listFindings() {
  const versions = new Map<string, Told>();
  const texts = new Map<string, Told>();
  const regions = new Map<string, Told>();
  const wordings = new Map<string, Told>();
  return {
    next({ seq, action, subject, detail }: AuditRow): void {
      const told = { seq, hash: detail.hash ?? null };
      if (action === PUBLISHED || action === WITHDRAWN) {
        versions.set(`${subject} 第 ${String(detail.number)} 版`, told);
      } else if (action === ATTACHED) texts.set(`${subject} 的全文`, told);
      else if (action === REGIONS_LOADED) regions.set(`第 ${String(detail.number)} 版`, told);
      else if (action === WORDINGS_ACCEPTED) wordings.set(subject, told);
      else if (action === WORDINGS_REVOKED) wordings.delete(subject);
      else if (action === DETACHED) texts.delete(`${subject} 的全文`);
    },
    end(
      documents: readonly Selectable<Tables['document_version']>[],
      fullTexts: readonly Selectable<Tables['full_text']>[],
      regionLists: readonly Selectable<Tables['region_list']>[],
      accepted: readonly { id: string; hash: string }[],
    ): AuditFinding[] {
      const held = documents.map(
        ({ document_id: id, number, hash }) => [`${id} 第 ${number} 版`, hash] as const,
      );
      const heldTexts = fullTexts.map(({ document_id: id, hash }) => [`${id} 的全文`, hash] as const);
      const heldRegions = regionLists.map(({ number, hash }) => [`第 ${number} 版`, hash] as const);
      return [
        ...compared('文件', versions, held),
        ...compared('文件', texts, heldTexts),
        ...compared('地区清单', regions, heldRegions),
        ...compared(
          '接受的问法提案',
          wordings,
          accepted.map(({ id, hash }) => [id, hash] as const),
        ),
      ];
    },
  };
}

function compared(
  what: string,
  told: ReadonlyMap<string, Told>,
  held: readonly (readonly [name: string, hash: string | null])[],
): AuditFinding[] {
  const finding = (seq: number, message: string): AuditFinding => ({ seq, fault: 'lists', message });
  const names = new Set(held.map(([name]) => name));
  const wrong = held.flatMap(([name, hash]) => {
    const row = told.get(name);
    if (row === undefined) return [finding(0, `${what} ${name}没有审计记录`)];
    return row.hash === hash ? [] : [finding(row.seq, `${what} ${name}与审计记录不符`)];
  });
  const gone = [...told].filter(([name]) => !names.has(name));
  return [...wrong, ...gone.map(([name, { seq }]) => finding(seq, `${what} ${name}不见了`))];
}
