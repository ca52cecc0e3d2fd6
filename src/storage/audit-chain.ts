import { canonicalJson, sha256 } from '#text/canonical.js';
import type { AuditEntry, AuditFinding, AuditHead, AuditRow } from './ports.js';

/** What stands for the row before the first. */
export const BEGINNING: AuditHead = { seq: 0, hash: '0'.repeat(64) };

/** The hash of a row that follows another: SHA-256 over the hash before and the row as canonical JSON. */
export function rowHash(
  previous: string,
  seq: number,
  { at, actor, action, subject, detail }: AuditEntry,
): string {
  return sha256(`${previous}\n${canonicalJson({ seq, at, actor, action, subject, detail })}`);
}

/** The row that follows `head`. */
export function nextRow(head: AuditHead, entry: AuditEntry): AuditRow {
  const { at, actor, action, subject, detail } = entry;
  const seq = head.seq + 1;
  return {
    seq,
    at,
    actor,
    action,
    subject,
    detail,
    previous: head.hash,
    hash: rowHash(head.hash, seq, entry),
  };
}

/** Reads a chain row by row, in the order of their numbers. */
export interface ChainCheck {
  next(row: AuditRow): void;
  /** What is wrong, `head` being the newest row that the store says it has written. */
  end(head: AuditHead): AuditFinding[];
}

/** Findings kept: after a break more tell nothing new. */
const MOST_FINDINGS = 100;

/** @param witness a head noted earlier elsewhere, which the chain must still hold */
export function createChainCheck(witness?: AuditHead): ChainCheck {
  const findings: AuditFinding[] = [];
  let last = BEGINNING;
  let witnessed = witness?.seq === BEGINNING.seq ? BEGINNING.hash : undefined;
  const find = (seq: number, fault: AuditFinding['fault'], message: string) => {
    if (findings.length < MOST_FINDINGS) findings.push({ seq, fault, message });
  };
  return {
    next(row) {
      const expected = last.seq + 1;
      if (row.seq > expected) {
        const which = row.seq - 1 === expected ? `第 ${expected} 行` : `第 ${expected} 至 ${row.seq - 1} 行`;
        find(expected, 'removed', `${which}不见了`);
      } else if (row.seq < expected) find(row.seq, 'reordered', `第 ${row.seq} 行的次序不对`);
      if (rowHash(row.previous, row.seq, row) !== row.hash) {
        find(row.seq, 'altered', `第 ${row.seq} 行的内容被改过`);
      } else if (row.seq === expected && row.previous !== last.hash) {
        find(row.seq, 'reordered', `第 ${row.seq} 行接不上前一行：次序被换过，或前一行连同校验值一起被改过`);
      }
      if (row.seq === witness?.seq) witnessed = row.hash;
      last = { seq: row.seq, hash: row.hash };
    },
    end(head) {
      if (last.seq < head.seq) {
        find(last.seq + 1, 'truncated', `末尾少了 ${head.seq - last.seq} 行（应有 ${head.seq} 行）`);
      } else if (last.seq > head.seq) {
        find(head.seq + 1, 'added', `末尾多了 ${last.seq - head.seq} 行（应有 ${head.seq} 行）`);
      } else if (last.hash !== head.hash) {
        find(head.seq, 'altered', `最后一行（第 ${head.seq} 行）与记下的校验值不符`);
      }
      if (witness !== undefined && witnessed !== witness.hash) {
        find(witness.seq, 'witness', `第 ${witness.seq} 行与另外抄下的校验值不符：这一行或之前的行被换过`);
      }
      return findings;
    },
  };
}
