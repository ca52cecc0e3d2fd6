import type { KnowledgeBase, ListRow } from '#catalogue/knowledge-base.js';
import type { Region } from '#catalogue/regions.js';
import type { Document, ListKind } from '#catalogue/schema.js';

/** A list in force that declares more rows than are known, or of which not even the number is. */
export interface Gap {
  name: string;
  document: Document;
  region: string;
  kind: ListKind;
  /** Null where no source says how many rows it has. */
  declared: number | null;
  loaded: number;
}

const regionOf = ({ list, document }: ListRow) => list.region ?? document.region;

/** The incomplete lists of these regions and kinds: an answer that they could change must say so. */
export function gapsOf(kb: KnowledgeBase, levels: readonly Region[], kinds: readonly ListKind[]): Gap[] {
  const gaps: Gap[] = [];
  for (const level of levels) {
    for (const row of kb.listById.values()) {
      const { list, document } = row;
      const declared = list.declaredCount ?? null;
      const loaded = list.items.length;
      const complete = declared === null ? loaded > 0 : declared <= loaded;
      if (regionOf(row) !== level.name || !kinds.includes(list.kind) || complete) continue;
      if (document.status === 'superseded' || document.status === 'repealed') continue;
      gaps.push({
        name: list.name,
        document,
        region: level.name,
        kind: list.kind,
        declared,
        loaded,
      });
    }
  }
  return gaps;
}
