import { checkDay } from '#text/days.js';
import { type KnowledgeBase, replacedOn } from './knowledge-base.js';
import { COUNTRY, type Region } from './regions.js';
import { effective, type ItemRow, type OutOfForce, outOfForce, type ProvisionRow, type Row } from './rows.js';
import type { Provision } from './schema.js';

/** Where a row stands seen from the region asked about. */
interface Level {
  readonly region: Region;
  /** 0: the region itself; 1: the level above it, and so on. */
  readonly depth: number;
}
export interface CatalogueItem extends ItemRow, Level {}
export interface CatalogueProvision extends ProvisionRow, Level {}
export type CatalogueRow = CatalogueItem | CatalogueProvision;

/** A row of the region or of a level above it that doesn't hold on the day. */
export interface ExcludedRow extends Level {
  readonly row: Row;
  readonly reason: OutOfForce;
}

/** 事项目录: what is in force for one region on one day. */
export interface Catalogue {
  readonly region: Region;
  /** The region, then every level above it; 全国 last. */
  readonly levels: readonly Region[];
  /** YYYY-MM-DD. */
  readonly date: string;
  /** Nearest level first; within a level in the order of documents, lists and items. */
  readonly items: readonly CatalogueItem[];
  readonly provisions: readonly CatalogueProvision[];
  readonly excluded: readonly ExcludedRow[];
}

/**
 * What is in force for a region (全国 when none is given) on a day: the union of its own and its ancestors' rows.
 * @param date YYYY-MM-DD
 * @throws QingdanError QD-DATE
 */
export function catalogueFor(kb: KnowledgeBase, region: Region | undefined, date: string): Catalogue {
  const day = checkDay(date);
  const at = region ?? kb.regions.get(COUNTRY);
  if (at === undefined) throw new Error(`regions.yaml has no ${COUNTRY}`);
  const levels = kb.regions.lineage(at);
  const depthOf = new Map(levels.map((level, depth) => [level.name, { region: level, depth }]));
  const excluded: ExcludedRow[] = [];
  const inForce = <R extends Row>(rows: Iterable<R>): (R & Level)[] => {
    const kept: (R & Level)[] = [];
    for (const row of rows) {
      const level = depthOf.get(effective(row).region);
      if (level === undefined) continue;
      const reason = outOfForce(row, day, replacedOn(kb, row.document));
      if (reason === null) kept.push({ ...row, ...level });
      else excluded.push({ row, reason, ...level });
    }
    return kept.sort(byDepth);
  };
  const items = inForce(kb.itemById.values());
  const provisions = inForce(kb.provisionById.values());
  return { region: at, levels, date: day, items, provisions, excluded: excluded.sort(byDepth) };
}

// Array.prototype.sort is stable, so the order of the knowledge base stays within a level.
function byDepth(a: Level, b: Level): number {
  return a.depth - b.depth;
}

/** What a provision can be the default rule for. */
export type DefaultRuleFor = NonNullable<Provision['appliesTo']>;

/** The default rules of one sort in force, nearest level first. */
export function defaultRules(catalogue: Catalogue, appliesTo: DefaultRuleFor): CatalogueProvision[] {
  return catalogue.provisions.filter((row) => row.provision.appliesTo === appliesTo);
}
