import { earliestDay } from '#text/days.js';
import type {
  CommitteeKind,
  Document,
  Evidence,
  Item,
  Law,
  List,
  ListKind,
  Provision,
  Status,
} from './schema.js';

/** An item where it stands: on a list of a document. */
export interface ItemRow {
  readonly type: 'item';
  readonly item: Item;
  readonly list: List;
  readonly document: Document;
}

/** A provision where it stands. */
export interface ProvisionRow {
  readonly type: 'provision';
  readonly provision: Provision;
  readonly document: Document;
}

export type Row = ItemRow | ProvisionRow;

/** What holds for a row once its own fields and those of its list and document are put together. */
export interface Effective {
  readonly law: Law | null;
  readonly evidence: Evidence;
  readonly status: Status;
  /** Full name of a region, or 未知. */
  readonly region: string;
  /** When it took effect, as exact as the source; null where no source says. */
  readonly effectiveFrom: string | null;
  /**
   * From when it counts, as exact as the source: its `effectiveFrom`; else the day its document was issued, or for a row
   * that comes from a law of its own the version of that law that was seen. Null where no source says: it counts from ever.
   */
  readonly inForceFrom: string | null;
  /** Why nobody knows from when it counts; null where a day is known. */
  readonly dateUnknown: string | null;
  /** First day on which it no longer holds; null where no source says. */
  readonly effectiveTo: string | null;
  /** The one kind of committee that it speaks of; null for both. */
  readonly committee: CommitteeKind | null;
  readonly url: string | null;
}

/**
 * The row's own fields, its document's where it has none. A row that comes from a law of its own has no dates but its own
 * and that law's, and no address but its own: those of a compilation lead to another text.
 */
export function effective(row: Row): Effective {
  const own = row.type === 'item' ? row.item : row.provision;
  const list = row.type === 'item' ? row.list : undefined;
  const before = known.get(own);
  if (before !== undefined && before.document === row.document && before.list === list) return before.made;
  const made = put(row.document, own, list);
  known.set(own, { document: row.document, list, made });
  return made;
}

/** Asked of the same rows by every question; an item that stands in another document is put together anew. */
const known = new WeakMap<
  Item | Provision,
  { document: Document; list: List | undefined; made: Effective }
>();

function put(document: Document, own: Item | Provision, list: List | undefined): Effective {
  const dated: Pick<Document, 'effectiveFrom' | 'effectiveTo' | 'issuedOn' | 'dateUnknown'> =
    own.law === undefined ? document : { issuedOn: own.law.version };
  const effectiveFrom = own.effectiveFrom ?? dated.effectiveFrom ?? null;
  const inForceFrom = effectiveFrom ?? dated.issuedOn ?? null;
  return {
    law: own.law ?? null,
    evidence: own.evidence ?? document.evidence,
    status: own.status ?? document.status,
    region: own.region ?? list?.region ?? document.region,
    effectiveFrom,
    inForceFrom,
    dateUnknown: inForceFrom === null ? (own.dateUnknown ?? dated.dateUnknown ?? null) : null,
    effectiveTo: own.effectiveTo ?? dated.effectiveTo ?? null,
    committee: own.committee ?? list?.committee ?? document.committee ?? null,
    url: own.url === 'none' ? null : (own.url ?? (own.law === undefined ? firstAddress(document) : null)),
  };
}

/** Id of the item or provision. */
export function rowId(row: Row): string {
  return row.type === 'item' ? row.item.id : row.provision.id;
}

function firstAddress(document: Document): string | null {
  for (const source of document.sources) {
    const [address] = /https?:\/\/[\x21-\x7e]+/.exec(source) ?? [];
    if (address !== undefined) return address;
  }
  return null;
}

/** Why a row doesn't hold on a day. */
export const OUT_OF_FORCE = ['not-yet', 'ended', 'superseded', 'repealed'] as const;
export type OutOfForce = (typeof OUT_OF_FORCE)[number];

/**
 * Whether a row holds on a day (YYYY-MM-DD): null if so, else the reason.
 *
 * From the day it counts (`Effective.inForceFrom`) until the day before its `effectiveTo`; partial dates count from their
 * earliest day. Where no date is known it holds, unless it is superseded or repealed. `replacedOn` is the day its document's successor took effect, if known: it ends a superseded
 * row that gives no end of its own.
 */
export function outOfForce(row: Row, day: string, replacedOn: string | null): OutOfForce | null {
  const { inForceFrom, effectiveTo, status } = effective(row);
  if (inForceFrom !== null && day < earliestDay(inForceFrom)) return 'not-yet';
  const ended = status === 'superseded' || status === 'repealed';
  const end = effectiveTo ?? (ended ? replacedOn : null);
  if (end !== null) return day < earliestDay(end) ? null : ended ? status : 'ended';
  return ended ? status : null;
}

/** What an item is: its own kind where its words say otherwise than its list, else the list's. */
export function kindOf(row: ItemRow): ListKind {
  return row.item.kind ?? row.list.kind;
}
