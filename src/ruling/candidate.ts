import { kindOf, type Row } from '#catalogue/rows.js';
import type { ListKind } from '#catalogue/schema.js';
import type { Hit } from './hit.js';
import { precedenceOf, type RowsInForce } from './precedence.js';

/** A matter that comes near, by the row that speaks of it. */
export interface Candidate {
  id: string;
  name: string;
  /** `matter`: no document held speaks of it. */
  kind: ListKind | 'provision' | 'matter';
  probability: number;
}

/** The row that speaks of a hit's matter, in force where one is; undefined where no document held speaks of it. */
export function candidateRowOf({ matter, wording, frame }: Hit, inForce: RowsInForce): Row | undefined {
  if (matter.group === 'fact') return inForce.telling(matter, frame.clause);
  return precedenceOf(matter, inForce, wording).row ?? matter.rows[0];
}

/** A hit as a candidate of an answer. */
export function candidateOf(hit: Hit, inForce: RowsInForce): Candidate {
  const row = candidateRowOf(hit, inForce);
  const probability = round(hit.probability);
  if (row === undefined) {
    const { key, subject } = hit.matter;
    return { id: key, name: subject, kind: 'matter', probability };
  }
  return row.type === 'item'
    ? { id: row.item.id, name: row.item.name, kind: kindOf(row), probability }
    : { id: row.provision.id, name: row.provision.topic, kind: 'provision', probability };
}

/** Four digits, so that an answer's JSON is the same on every machine. */
export const round = (p: number) => Math.round(p * 1e4) / 1e4;
