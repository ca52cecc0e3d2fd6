import { type Hit, type Match, nearness, type QuerySort } from './hit.js';
import type { Objection } from './vetoes.js';

/** A matter as a clause comes near to it, before what readers and coverage say of it. */
export type Near = Pick<Hit, 'matter' | 'frame' | 'scores' | 'wording' | 'features' | keyof Objected>;
export type Objected = Pick<Hit, 'veto' | 'against'>;

export function objectedBy(objection: Objection | null): Objected {
  if (objection === null) return { veto: null, against: null };
  const { as, reason } = objection;
  return as === 'veto' ? { veto: reason, against: null } : { veto: null, against: as };
}

export const gravity = ({ veto, against }: Objected) => (veto !== null ? 2 : against !== null ? 1 : 0);

/** A clause in which nothing speaks against a matter counts before one that something does. */
export function nearer(found: Near, known: Near): boolean {
  return gravity(found) !== gravity(known)
    ? gravity(found) < gravity(known)
    : nearness(found) > nearness(known);
}

export interface Matched {
  scores: Record<QuerySort, number>;
  wording: string;
  features: Match['features'];
}
