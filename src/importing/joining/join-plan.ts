import { isOfficeMatter, officeMatterId } from '#catalogue/office.js';
import type { Document, Item, List, ListKind } from '#catalogue/schema.js';
import { canonicalJson, sha256 } from '#text/canonical.js';
import { normalise } from '#text/normalise.js';
import type { ImportPlan } from '../import-plan.js';
import type { Choices, JoinedBy, JoinedRow } from './joined-row.js';
import type { Joiner } from './joiner.js';
import { JOIN_BARS, settle } from './settle.js';
import { sortOfKind } from './sorts.js';

export interface Joined {
  readonly plan: ImportPlan;
  readonly rows: readonly JoinedRow[];
}

/** The plan with the matter of every row that names none; rows of lists that speak of somebody else stay as they are. */
export function joinPlan(plan: ImportPlan, joiner: Joiner, choices: Choices): Joined {
  const planned = new Set(plan.lists.map(({ listId }) => listId));
  const rows: JoinedRow[] = [];
  const documents = plan.documents.map(({ document, before }) => {
    const known = mattersBefore(before);
    const joinOf = (item: Item, list: List): JoinedRow | null => {
      const kind = item.kind ?? list.kind;
      if (item.matter !== undefined || sortOfKind(kind) === null) return null;
      const place = plan.places.get(item.id) ?? null;
      const region = item.region ?? list.region ?? document.region;
      return { ...decide({ item, kind, region, joiner, choices, known }), place };
    };
    const lists = document.lists.map((list) => {
      if (!planned.has(list.id)) return list;
      const items = list.items.map((item) => {
        const join = joinOf(item, list);
        if (join === null) return item;
        rows.push(join);
        return withMatter(item, join);
      });
      return { ...list, items };
    });
    return { document: { ...document, lists }, before };
  });
  return { plan: { ...plan, documents }, rows };
}

interface Deciding {
  item: Item;
  kind: ListKind;
  region: string;
  joiner: Joiner;
  choices: Choices;
  known: ReadonlyMap<string, string>;
}

function decide({ item, kind, region, joiner, choices, known }: Deciding): Omit<JoinedRow, 'place'> {
  const { id, name } = item;
  const row = { id, name, kind };
  const near = joiner.propose(row);
  const proposals = near.filter(({ confidence }) => confidence >= LEAST);
  const own = officeMatterId(
    sha256(canonicalJson({ region, sort: sortOfKind(kind), name: normalise(name) })).slice(0, 8),
  );
  const by = (how: JoinedBy, matter: string | null): Omit<JoinedRow, 'place'> => {
    const isWorded = matter === null || !isOfficeMatter(matter) || item.aliases.length > 0;
    return { ...row, proposals, by: how, matter, isWorded };
  };
  const chosen = choices.get(id);
  if (chosen !== undefined) return chosen === 'new' ? by('new', own) : by('chosen', chosen);
  const before = known.get(keyOf(kind, name));
  if (before !== undefined) return by(before === own ? 'new' : 'before', before);
  const [best] = near;
  const settled = settle(near);
  return by(settled, settled === 'new' ? own : settled === 'sure' ? (best?.matter ?? own) : null);
}

/** What is less probable isn't worth a clerk's look. */
const LEAST = 0.02;
/** Matters kept of a row that is open. */
const LIKELY = 3;

/** A row that no person settled keeps what else it is likely about, so that an answer may lean on it. */
function withMatter(item: Item, { matter, by, proposals }: JoinedRow): Item {
  const settled = matter === null ? item : { ...item, matter };
  if (by === 'chosen' || by === 'before') return settled;
  const likely = proposals
    .filter(({ matter: id, confidence }) => id !== matter && confidence >= JOIN_BARS.likely)
    .slice(0, LIKELY)
    .map(({ matter: id, confidence }) => ({ matter: id, confidence: Math.round(confidence * 100) / 100 }));
  return likely.length === 0 ? settled : { ...settled, likely };
}

const keyOf = (kind: ListKind, name: string) => `${sortOfKind(kind)} ${normalise(name)}`;

/** The matters that rows of these names had in the version before: what was settled once isn't asked again. */
function mattersBefore(document: Document | null): ReadonlyMap<string, string> {
  const known = new Map<string, string>();
  for (const { kind, items } of document?.lists ?? []) {
    for (const { name, kind: own, matter } of items) {
      if (matter !== undefined) known.set(keyOf(own ?? kind, name), matter);
    }
  }
  return known;
}
