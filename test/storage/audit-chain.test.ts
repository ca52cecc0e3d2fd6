import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BEGINNING, createChainCheck, nextRow } from '#storage/audit-chain.js';
import type { AuditEntry, AuditHead, AuditRow } from '#storage/ports.js';

const entry: fc.Arbitrary<AuditEntry> = fc.record({
  at: fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  actor: fc.string(),
  action: fc.string(),
  subject: fc.string(),
  detail: fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null))),
});
const log = fc.array(entry, { minLength: 2, maxLength: 20 }).map((entries) => {
  const rows: AuditRow[] = [];
  for (const one of entries) rows.push(nextRow(rows.at(-1) ?? BEGINNING, one));
  return rows;
});
/** A log and one of its rows. */
const place = log.chain((rows) => fc.tuple(fc.constant(rows), fc.nat(rows.length - 1)));

function findings(rows: readonly AuditRow[], head: AuditHead, witness?: AuditHead) {
  const check = createChainCheck(witness);
  // As the store reads them.
  for (const row of [...rows].sort((a, b) => a.seq - b.seq)) check.next(row);
  return check.end(head);
}
const headOf = (rows: readonly AuditRow[]): AuditHead => rows.at(-1) ?? BEGINNING;

describe('the chain of audit rows', () => {
  it('finds nothing in a log as it was written, at any witness', () => {
    fc.assert(
      fc.property(place, ([rows, i]) => {
        expect(findings(rows, headOf(rows), rows[i])).toEqual([]);
      }),
    );
  });

  it('finds any row that was altered, also where its own hash was made anew', () => {
    const fields = fc.constantFrom('at', 'actor', 'action', 'subject' as const);
    fc.assert(
      fc.property(place, fields, fc.boolean(), ([rows, i], field, rehash) => {
        const row = rows[i] as AuditRow;
        const altered = { ...row, [field]: `${row[field]}x` };
        const forged = rehash ? nextRow({ seq: row.seq - 1, hash: row.previous }, altered) : altered;
        expect(findings(rows.with(i, forged), headOf(rows))).not.toEqual([]);
      }),
    );
  });

  it('finds any row that was removed, at the end too', () => {
    fc.assert(
      fc.property(place, ([rows, i]) => {
        expect(findings(rows.toSpliced(i, 1), headOf(rows))).toContainEqual(
          expect.objectContaining({ seq: i + 1, fault: i === rows.length - 1 ? 'truncated' : 'removed' }),
        );
      }),
    );
  });

  it('finds any two rows that changed places, and rows that moved up into a gap', () => {
    fc.assert(
      fc.property(place, fc.boolean(), ([rows, i], moveUp) => {
        const j = (i + 1) % rows.length;
        const [a, b] = [rows[i] as AuditRow, rows[j] as AuditRow];
        const tampered = moveUp
          ? rows.toSpliced(i, 1).map((row, n) => ({ ...row, seq: n + 1 }))
          : rows.with(i, { ...b, seq: a.seq }).with(j, { ...a, seq: b.seq });
        expect(findings(tampered, headOf(rows))).not.toEqual([]);
      }),
    );
  });

  it('finds a log written anew from some row on, by the witness noted before', () => {
    fc.assert(
      fc.property(place, entry, ([rows, i], other) => {
        const anew = rows.slice(0, i);
        const forged = { ...other, actor: `${rows[i]?.actor}x` };
        for (const row of [forged, ...rows.slice(i + 1)]) anew.push(nextRow(headOf(anew), row));
        expect(findings(anew, headOf(anew))).toEqual([]);
        expect(findings(anew, headOf(anew), headOf(rows))).toMatchObject([{ fault: 'witness' }]);
      }),
    );
  });
});
