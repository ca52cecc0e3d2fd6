import type { Document, ListKind } from '#catalogue/schema.js';
import type { FileContent } from '#documents/content.js';
import { canonicalJson, sha256 } from '#text/canonical.js';
import { type Difference, differences } from './differences.js';
import type { ImportFinding, Place } from './extracted.js';
import type { ImportPlan, PlannedList } from './import-plan.js';
import type { JoinedBy, JoinedRow } from './joining/joined-row.js';
import type { Proposal } from './joining/joiner.js';
import { canLoad } from './report.js';

/** A list of a file as it would be loaded; by its signature, where it has one, a column of it is corrected. */
export interface ListPlanned
  extends Pick<
    PlannedList,
    | 'part'
    | 'title'
    | 'kind'
    | 'documentId'
    | 'listId'
    | 'rows'
    | 'declared'
    | 'before'
    | 'isKindTold'
    | 'signature'
  > {
  columns: PlannedList['mapping'];
}

/** A row beside what the file says. */
export interface RowPlanned {
  id: string;
  listId: string;
  name: string;
  kind: ListKind;
  place: Place | null;
  /** Cells of its row, or its paragraph; empty for a file of the program's own form. */
  original: string[];
  /** `given`: the file names the matter; `others`: the list speaks of somebody else's duties, and joins nothing. */
  by: JoinedBy | 'given' | 'others';
  matter: string | null;
  /** Name of the matter; null where it is the office's own, or none. */
  matterName: string | null;
  isWorded: boolean;
  proposals: readonly Proposal[];
}

export interface DocumentPlanned {
  id: string;
  title: string;
  region: string;
  issuer: string | null;
  number: string | null;
  issuedOn: string | null;
  effectiveFrom: string | null;
  isNew: boolean;
  /** Whether whoever looks may publish it. */
  may: boolean;
  /** Against the present; empty for a new one. */
  changes: Difference[];
}

/** A dry run, as whoever imports looks at it. */
export interface ImportSeen {
  /** Whether nothing stands in the way of publishing. */
  canLoad: boolean;
  /** To be handed back for publishing: what is published is then what was looked at, with the matters chosen since. */
  seen: string;
  documents: DocumentPlanned[];
  lists: ListPlanned[];
  rows: RowPlanned[];
  findings: ImportFinding[];
}

export interface Seeing {
  /** Before its rows were joined. */
  plan: ImportPlan;
  joined: ImportPlan;
  joins: readonly JoinedRow[];
  content: FileContent;
  /** Versions that were newest when the plan was made. */
  newest: ReadonlyMap<string, number>;
  nameOf(matter: string): string | undefined;
  may(document: Document): boolean;
}

/** Changes of one document that are listed; a list of thousands of rows that are all new is looked at row by row. */
const MOST_CHANGES = 2000;

export function importSeen(seeing: Seeing): ImportSeen {
  const { plan, joined, newest, may } = seeing;
  return {
    canLoad: canLoad(plan),
    seen: seenMark(plan, newest),
    documents: joined.documents.map(({ document, before }) => documentSeen(document, before, may(document))),
    lists: plan.lists.map(({ choice: _choice, mapping, ...list }) => ({ ...list, columns: mapping })),
    rows: rowsSeen(seeing),
    findings: plan.findings,
  };
}

/**
 * Tells whether a plan is the one that somebody looked at: its documents as the file has them, what they replace, and the
 * version that each was made from. Matters don't count, since they are chosen afterwards.
 */
function seenMark({ documents }: ImportPlan, newest: ReadonlyMap<string, number>): string {
  const content = documents.map(({ document, before }) => ({
    document,
    before,
    number: newest.get(document.id) ?? 0,
  }));
  return sha256(canonicalJson(content)).slice(0, 32);
}

function documentSeen(document: Document, before: Document | null, may: boolean): DocumentPlanned {
  const { id, title, region, issuer, number, issuedOn, effectiveFrom } = document;
  return {
    id,
    title,
    region,
    issuer: issuer ?? null,
    number: number ?? null,
    issuedOn: issuedOn ?? null,
    effectiveFrom: effectiveFrom ?? null,
    isNew: before === null,
    may,
    changes: before === null ? [] : differences(before, document).slice(0, MOST_CHANGES),
  };
}

function rowsSeen({ joined, joins, content, nameOf }: Seeing): RowPlanned[] {
  const byId = new Map(joins.map((row) => [row.id, row]));
  const listed = new Set(joined.lists.map(({ listId }) => listId));
  const originals = originalsOf(content);
  return joined.documents.flatMap(({ document: { lists } }) =>
    lists
      .filter(({ id }) => listed.has(id))
      .flatMap(({ id: listId, kind, items }) =>
        items.map((item): RowPlanned => {
          const join = byId.get(item.id);
          const place = joined.places.get(item.id) ?? null;
          const matter = item.matter ?? null;
          return {
            id: item.id,
            listId,
            name: item.name,
            kind: item.kind ?? kind,
            place,
            original: place === null ? [] : (originals.get(keyOf(place)) ?? []),
            by: join?.by ?? (matter === null ? 'others' : 'given'),
            matter,
            matterName: matter === null ? null : (nameOf(matter) ?? null),
            isWorded: join?.isWorded ?? true,
            proposals: join?.proposals ?? [],
          };
        }),
      ),
  );
}

const keyOf = ({ part, line }: Place): string => `${part}\n${line}`;

/** What stands at each place of a file: the cells of a row that say something, or a paragraph. */
function originalsOf({ blocks }: FileContent): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const block of blocks) {
    if (block.type === 'paragraph') {
      found.set(keyOf({ part: '正文', line: block.line }), [block.text]);
      continue;
    }
    for (const { line, cells } of block.rows) {
      found.set(
        keyOf({ part: block.name, line }),
        cells.filter((cell) => cell !== ''),
      );
    }
  }
  return found;
}
