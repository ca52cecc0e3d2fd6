import type { CatalogueItem } from '../../catalogue/catalogue.js';
import { rowById } from '../../catalogue/knowledge-base.js';
import { kindOf } from '../../catalogue/rows.js';
import type { ListKind } from '../../catalogue/schema.js';
import { composeRuling, elsewhereLine } from '../compose.js';
import { gapsOf } from '../gaps.js';
import type { Hit } from '../hits.js';
import { type Ruling, rulesFor } from '../ruling.js';
import type { Draft, Situation } from '../situation.js';

const CERTIFICATES: readonly ListKind[] = ['may-certify', 'must-not-certify'];

/** The matter is on a list in force: its verdict, with the row that decides. */
export function listedAnswer(situation: Situation, hit: Hit, ruling: Ruling & { row: CatalogueItem }): Draft {
  const { kb, catalogue, role } = situation;
  const { row } = ruling;
  const kind = kindOf(row);
  const means = rulesFor(catalogue, 'unlisted-task', situation.frame.clause).find(
    ({ region }) => region.level === 'country',
  );
  const routeRow = row.item.routeSource === undefined ? undefined : rowById(kb, row.item.routeSource);
  // Only a list nearer than the one that decided could change the answer.
  const nearer = catalogue.levels.slice(0, row.depth);
  const gaps = gapsOf(
    kb,
    nearer,
    CERTIFICATES.includes(kind) ? CERTIFICATES : ['autonomy', 'assist', 'negative'],
  );
  const made = composeRuling(ruling, role, means, routeRow, gaps);
  const elsewhere = elsewhereLine(
    ruling.elsewhere.filter((other) => kindOf(other) !== kind),
    catalogue,
  );
  return {
    verdict: ruling.verdict,
    band: 'answer',
    lead: hit,
    item: { id: row.item.id, name: row.item.name, list: row.list.id, kind, documentId: row.document.id },
    lines: elsewhere === null ? made.lines : [...made.lines, elsewhere],
    rows: made.rows,
    route: made.route,
    level: row.region.name,
    notes: ruling.opposing.map((other) => `${other.item.id} 说法不同`),
  };
}
