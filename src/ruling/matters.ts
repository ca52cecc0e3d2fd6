import type { KnowledgeBase } from '#catalogue/knowledge-base.js';
import { type ItemRow, kindOf, type ProvisionRow, type Row } from '#catalogue/rows.js';
import { LIST_KINDS, type ListKind } from '#catalogue/schema.js';
import type { Entry } from '#search/index.js';

/**
 * What a matter is about. The same words may name a duty and a negative item (环境整治), so the two are told apart;
 * `fact` is everything that informs without a verdict: provisions, and rows that speak of somebody else.
 */
export type MatterGroup = 'certificate' | 'duty' | 'negative' | 'fact';

/** All rows of the knowledge base about one subject; what a question is matched with. */
export interface Matter {
  /** `<group>:<subject>`, or `fact:<row id>`. */
  key: string;
  group: MatterGroup;
  subject: string;
  rows: readonly Row[];
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

/** The matters of a knowledge base by key, whatever region or day their rows are for. */
export function mattersOf(kb: KnowledgeBase): ReadonlyMap<string, Matter> {
  const matters = new Map<string, { key: string; group: MatterGroup; subject: string; rows: Row[] }>();
  const add = (key: string, group: MatterGroup, subject: string, row: Row) => {
    const known = matters.get(key);
    if (known) known.rows.push(row);
    else matters.set(key, { key, group, subject, rows: [row] });
  };
  for (const row of kb.itemById.values()) {
    add(matterKeyOf(row), GROUP_OF[kindOf(row)], row.item.subject, row);
  }
  for (const row of kb.provisionById.values()) {
    add(matterKeyOf(row), 'fact', row.provision.topic, row);
  }
  return matters;
}

/** Key of the matter that a row is about. */
export function matterKeyOf(row: Row): string {
  if (row.type === 'provision') return `fact:${row.provision.id}`;
  const group = GROUP_OF[kindOf(row)];
  return group === 'fact' ? `fact:${row.item.id}` : `${group}:${row.item.subject}`;
}

/** The wordings by which a question may find a matter: its subject, and every row's name and aliases. */
export function entryOf(matter: Matter): Entry {
  const aliases = new Set<string>();
  for (const row of matter.rows) {
    for (const wording of row.type === 'item' ? itemWordings(row) : provisionWordings(row))
      aliases.add(wording);
  }
  aliases.delete(matter.subject);
  return { id: matter.key, text: matter.subject, aliases: [...aliases] };
}

function itemWordings(row: ItemRow): string[] {
  const { name, aliases } = row.item;
  const about = row.list.about;
  return [name, ...aliases, ...(about === undefined ? [] : [`${about}${name}`])];
}

function provisionWordings(row: ProvisionRow): string[] {
  return [row.provision.topic, ...row.provision.aliases];
}
