import type { KnowledgeBase } from '#catalogue/knowledge-base.js';
import type { MatterLibrary } from '#catalogue/matters/load.js';
import type { Matter as Described, Instead, MatterSort, Triage } from '#catalogue/matters/schema.js';
import { type ItemRow, kindOf, type Row, rowId } from '#catalogue/rows.js';
import { LIST_KINDS, type ListKind } from '#catalogue/schema.js';

/**
 * What a matter comes to. The same words may name a duty and a negative item (环境整治), so the two are told apart;
 * `fact` is everything that informs without a verdict: provisions, and rows that speak of somebody else; `demand`: what a
 * resident wants done, which no list has.
 */
export type MatterGroup = 'certificate' | 'duty' | 'negative' | 'fact' | 'demand';

/** What a question is matched with: a matter of the library, or a subject of an office's list that names none. */
export interface Matter {
  /** Id in the library, behind it the group where one matter has two; else `<group>:<subject>`, `fact:<row id>`. */
  readonly key: string;
  /** What the reader that learned calls it: the id in the library, else the key. */
  readonly label: string;
  readonly group: MatterGroup;
  /** As the lists call it. */
  readonly subject: string;
  /** All rows about it, whatever region or day they are for; none where no document held speaks of it. */
  readonly rows: readonly Row[];
  /** Rows of the wider matter that its name falls under; they decide where none of its own is in force. */
  readonly wider: readonly Row[];
  /** Ids of broader matters whose rows of an office's own list decide where no own row is about this one, nearest first. */
  readonly headings: readonly string[];
  /** The rule that its name falls under; it is told where neither its own rows nor wider ones are in force. */
  readonly rule: Matter | undefined;
  /** Wordings of rows that tell where else it is got and decide nothing. */
  readonly routes: readonly string[];
  /** On demands. */
  readonly triage: Triage | undefined;
  /** On papers: where it is had where the committee doesn't issue it; the wider paper's where it has none of its own. */
  readonly instead: Instead | undefined;
  /** It says what may be done to people, and by whom. */
  readonly power: boolean;
}

export interface Matters {
  readonly byKey: ReadonlyMap<string, Matter>;
  /** A label names one matter, or the two sides (duty, negative) of one. */
  readonly byLabel: ReadonlyMap<string, readonly Matter[]>;
  ofRow(row: Row): Matter | undefined;
}

const GROUP_OF: Readonly<Record<ListKind, MatterGroup>> = {
  autonomy: 'duty',
  assist: 'duty',
  negative: 'negative',
  'may-certify': 'certificate',
  'must-not-certify': 'certificate',
  reference: 'fact',
};

const kindsOf = (...groups: readonly MatterGroup[]) =>
  LIST_KINDS.filter((kind) => groups.includes(GROUP_OF[kind]));

/** The kinds of list that say whether a paper is to be issued. */
export const PAPER_KINDS: readonly ListKind[] = kindsOf('certificate');
/** The kinds of list that say whether a task is the committee's. */
export const TASK_KINDS: readonly ListKind[] = kindsOf('duty', 'negative');

/** The matters of the library and of a knowledge base, whatever region or day their rows are for. */
export function mattersOf(kb: KnowledgeBase, library: MatterLibrary): Matters {
  const rows = [...kb.itemById.values(), ...kb.provisionById.values()];
  const byId = new Map<string, Row[]>();
  const own = new Map<string, Row[]>();
  const named = (row: Row): string | undefined => {
    const { matter } = row.type === 'item' ? row.item : row.provision;
    return matter !== undefined && library.byId.has(matter) ? matter : undefined;
  };
  // An office's row that names no matter is about that of the shipped rows with the same subject.
  const bySubject = new Map(
    rows.flatMap((row) => (named(row) ? [[subjectKeyOf(row), named(row)] as const] : [])),
  );
  for (const row of rows) {
    const matter = named(row) ?? bySubject.get(subjectKeyOf(row));
    put(matter === undefined ? own : byId, matter ?? ownKeyOf(row), row);
  }
  const sides = (described: Described, rule?: Matter) => {
    const { id, within = '', instead = library.byId.get(within)?.instead } = described;
    return sidesOf({ ...described, instead }, byId.get(id) ?? [], byId.get(within), rule);
  };
  const ruleOf = ({ sort, within = '' }: Described): Matter | undefined => {
    const wider = sort === 'rule' ? undefined : library.byId.get(within);
    return wider?.sort === 'rule' ? sides(wider)[0] : undefined;
  };
  const all = library.all.flatMap((described) => sides(described, ruleOf(described)));
  for (const [key, about] of own) all.push(ownMatter(key, about));
  const byKey = new Map(all.map((matter) => [matter.key, matter]));
  const byLabel = new Map<string, Matter[]>();
  for (const matter of all) put(byLabel, matter.label, matter);
  const ofRow = new Map(all.flatMap((matter) => matter.rows.map((row) => [rowId(row), matter] as const)));
  return {
    byKey,
    byLabel,
    // A row that only tells where a paper is got stands for the paper.
    ofRow: (row) => ofRow.get(rowId(row)) ?? byKey.get((row.type === 'item' ? row.item.matter : '') ?? ''),
  };
}

function put<T>(map: Map<string, T[]>, key: string, value: T): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}

const groupOf = (row: Row): MatterGroup => (row.type === 'item' ? GROUP_OF[kindOf(row)] : 'fact');

/** An office's rows of one matter of its own, or of one subject, on lists of one sort are about one matter. */
function ownKeyOf(row: Row): string {
  const own = row.type === 'item' && groupOf(row) !== 'fact' ? row.item.matter : undefined;
  return own === undefined ? subjectKeyOf(row) : `${groupOf(row)}:${own}`;
}

/** A row's subject on lists of its sort; what informs stands for itself. */
function subjectKeyOf(row: Row): string {
  const group = groupOf(row);
  return row.type === 'provision' || group === 'fact' ? `fact:${rowId(row)}` : `${group}:${row.item.subject}`;
}

function ownMatter(key: string, rows: readonly Row[]): Matter {
  const [first] = rows as [Row];
  const subject = subjectOf(first);
  return {
    key,
    label: key,
    group: groupOf(first),
    subject,
    rows,
    routes: [],
    wider: [],
    headings: [],
    rule: undefined,
    triage: undefined,
    instead: undefined,
    power: false,
  };
}

const subjectOf = (row: Row) => (row.type === 'item' ? row.item.subject : row.provision.topic);

/** Of a matter that nobody's rows speak of. */
const UNSPOKEN: Readonly<Record<MatterSort, MatterGroup>> = {
  paper: 'certificate',
  duty: 'duty',
  demand: 'demand',
  rule: 'fact',
};

/**
 * A matter of the library by what its rows are: one, or a duty and what is barred of it, or a rule and the duty it gives,
 * or a demand and the duty that an office's list makes of it.
 */
function sidesOf(
  { id, name, sort, within, under, triage, instead, power }: Described,
  rows: readonly Row[],
  wider: readonly Row[] = [],
  rule?: Matter,
): Matter[] {
  // What informs about a rule is its point; of anything else it only tells where that is got.
  const deciding = sort === 'rule' ? rows : rows.filter((row) => groupOf(row) !== 'fact');
  const groups = [...new Set(deciding.map(groupOf))].sort(
    (a, b) => Number(b === 'fact') - Number(a === 'fact'),
  );
  const common = {
    label: id,
    wider: wider.filter((row) => groupOf(row) !== 'fact'),
    headings: within === undefined ? under : [within, ...under],
    rule,
    triage,
    instead,
    power: power === true,
  };
  if (sort === 'demand' && groups.length > 0) return demandSides(common, name, deciding, groups);
  if (groups.length === 0) {
    const group = rows.length > 0 ? 'fact' : UNSPOKEN[sort];
    return [{ ...common, key: id, group, subject: name, rows, routes: [] }];
  }
  const routes = rows.filter((row) => !deciding.includes(row)).flatMap(wordingsOf);
  return groups.map((group, i) => {
    const about = deciding.filter((row) => groupOf(row) === group);
    const key = i === 0 ? id : `${id}:${group}`;
    const subject = group === 'fact' ? name : subjectOf(about[0] as Row);
    return { ...common, key, group, subject, rows: about, routes };
  });
}

/** A demand, and beside it what an office's lists make of it: its rows are no answer to whoever wants it done. */
function demandSides(
  common: Pick<Matter, 'label' | 'wider' | 'headings' | 'rule' | 'triage' | 'instead' | 'power'>,
  name: string,
  rows: readonly Row[],
  groups: readonly MatterGroup[],
): Matter[] {
  const demand: Matter = {
    ...common,
    key: common.label,
    group: 'demand',
    subject: name,
    rows: [],
    routes: [],
  };
  const sides = groups.map((group): Matter => {
    const about = rows.filter((row) => groupOf(row) === group);
    const subject = subjectOf(about[0] as Row);
    return {
      ...common,
      key: `${common.label}:${group}`,
      group,
      subject,
      rows: about,
      routes: [],
      triage: undefined,
    };
  });
  return [demand, ...sides];
}

/** The wordings by which a question may find a row: its heading and its aliases. */
export function wordingsOf(row: Row): string[] {
  return row.type === 'item' ? itemWordings(row) : [row.provision.topic, ...row.provision.aliases];
}

function itemWordings({ item: { name, subject, aliases }, list: { about } }: ItemRow): string[] {
  return [name, subject, ...aliases, ...(about === undefined ? [] : [`${about}${name}`])];
}
