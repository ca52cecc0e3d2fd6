import { earliestDay } from '#text/days.js';
import { documentTitle } from '../citation.js';
import type { Regions } from '../regions.js';
import { effective, type ItemRow } from '../rows.js';
import type { Document } from '../schema.js';
import { contradict } from '../subjects.js';
import type { Finding } from './finding.js';

/** Rows about one matter that say opposite things at the same time in one region or in one of its ancestors. */
export function checkContradictions(documents: readonly Document[], regions: Regions): Finding[] {
  const bySubject = new Map<string, ItemRow[]>();
  for (const document of documents) {
    for (const list of document.lists) {
      for (const item of list.items) {
        const row: ItemRow = { type: 'item', item, list, document };
        const rows = bySubject.get(item.subject);
        if (rows === undefined) bySubject.set(item.subject, [row]);
        else rows.push(row);
      }
    }
  }
  const findings: Finding[] = [];
  for (const [subject, rows] of bySubject) {
    for (const [i, a] of rows.entries()) {
      for (const b of rows.slice(i + 1)) {
        if (!contradict(a, b) || !oneLineage(regions, a, b) || !holdTogether(a, b)) continue;
        const [regionA, regionB] = [effective(a).region, effective(b).region];
        findings.push({
          severity: 'warning',
          code: 'KB-CONTRADICTION',
          documentId: a.document.id,
          where: `${a.item.id} ${b.item.id}`,
          message:
            `「${subject}」一处在「${a.list.name}」（${regionA}，${documentTitle(a.document)}）、` +
            `一处在「${b.list.name}」（${regionB}，${documentTitle(b.document)}），两者相反`,
        });
      }
    }
  }
  return findings;
}

function oneLineage(regions: Regions, a: ItemRow, b: ItemRow): boolean {
  const [one, other] = [regions.get(effective(a).region), regions.get(effective(b).region)];
  if (one === undefined || other === undefined) return false;
  return regions.lineage(one).includes(other) || regions.lineage(other).includes(one);
}

/**
 * Whether there are days on which both rows hold. Unknown dates leave a row open on that side; a superseded or repealed
 * row without an end is over already.
 */
export function holdTogether(a: ItemRow, b: ItemRow): boolean {
  const span = (row: ItemRow): readonly [string, string] | null => {
    const { inForceFrom, effectiveTo, status } = effective(row);
    if (effectiveTo === null && (status === 'superseded' || status === 'repealed')) return null;
    return [
      inForceFrom === null ? '' : earliestDay(inForceFrom),
      effectiveTo === null ? '9999' : earliestDay(effectiveTo),
    ];
  };
  const [one, other] = [span(a), span(b)];
  if (one === null || other === null) return false;
  return one[0] < other[1] && other[0] < one[1];
}
