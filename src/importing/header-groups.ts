import type { ListKind } from '#catalogue/schema.js';
import type { Field } from './field-names.js';
import { type FieldGuess, fieldOfHeader, headerKey } from './fields.js';
import type { HeaderBlock } from './header-block.js';
import { kindOfTitle } from './kinds.js';

/** The columns of one list; lists that stand side by side have one group each. */
export interface ColumnGroup {
  /** Columns from 0, in order. */
  columns: number[];
  /** Columns of each field; the first one decides, what the others say is added. */
  fields: Partial<Record<Field, number[]>>;
  /** Where the header itself names a kind: one column of names per kind. */
  kind: ListKind | null;
}

/** A corrected mapping: the field of a column, null for a column to leave out. */
export type ColumnChoice = ReadonlyMap<number, Field | null>;

interface HeaderCell extends FieldGuess {
  column: number;
  key: string;
  /** Stands above the column to the left as well. */
  shared: boolean;
}

/** Fields that several columns may speak of: 牵头单位 and 配合单位, 法律依据 and 政策依据. */
const JOINED: ReadonlySet<Field> = new Set(['category', 'summary', 'basis', 'department', 'route', 'note']);

/** The column groups of a header, one per list. */
export function groupsOf(block: HeaderBlock): ColumnGroup[] {
  const perKind = kindColumns(block);
  if (perKind.length >= 2) return perKind;
  const cells = block.cells.flatMap((text, column): HeaderCell[] => {
    const guess = guessOf(text, block.parents[column] ?? []);
    return guess === null
      ? []
      : [{ column, key: headerKey(text), shared: block.shared.includes(column), ...guess }];
  });
  const runs: HeaderCell[][] = [];
  for (const cell of cells) {
    const run = runs.at(-1);
    // The same header again, or a second number, starts the list beside.
    const repeats = run?.some(
      ({ key, field }) => (key === cell.key && !cell.shared) || (field === 'no' && cell.field === 'no'),
    );
    if (run === undefined || repeats) runs.push([cell]);
    else run.push(cell);
  }
  // What names no item is no list of its own: a second 备注 belongs to the list on its left.
  const lists: HeaderCell[][] = [];
  for (const run of runs) {
    const last = lists.at(-1);
    if (last === undefined || namesItems(run)) lists.push(run);
    else last.push(...run);
  }
  const groups = lists.map((run, index) => {
    const first = index === 0 ? 0 : (run[0]?.column ?? 0);
    const next = lists[index + 1]?.[0]?.column ?? block.cells.length;
    return groupOf(run, first, next);
  });
  return groups.filter(({ fields }) => fields.name !== undefined);
}

function namesItems(run: readonly HeaderCell[]): boolean {
  const has = (field: Field): boolean => run.some((cell) => cell.field === field);
  return has('name') || (has('no') && has('summary'));
}

/** What a column's own words name, else what they name together with those above, else what those name. */
function guessOf(text: string, parents: readonly string[]): FieldGuess | null {
  const own = fieldOfHeader(text);
  const above = parents.at(-1) ?? '';
  return own ?? fieldOfHeader(above + text) ?? fieldOfHeader(above);
}

/** The columns of each field, the surest first. Without a name, what looks like its contents is the name. */
function groupOf(run: readonly HeaderCell[], from: number, to: number): ColumnGroup {
  const fields: ColumnGroup['fields'] = {};
  for (const cell of [...run].sort((a, b) => b.sureness - a.sureness || a.column - b.column)) {
    const known = fields[cell.field];
    if (known === undefined) fields[cell.field] = [cell.column];
    else if (JOINED.has(cell.field)) known.push(cell.column);
  }
  if (fields.name === undefined && fields.summary !== undefined && fields.no !== undefined) {
    const [first, ...others] = fields.summary;
    if (first !== undefined) fields.name = [first];
    if (others.length > 0) fields.summary = others;
    else delete fields.summary;
  }
  // 「项目」 to the left of 「事项名称」 is the heading that several matters share, to its right what they consist of.
  const name = fields.name?.[0] ?? 0;
  for (const { field, column } of run) {
    if (field !== 'name' || column === name) continue;
    const other = column < name ? 'category' : 'summary';
    if (other === 'category' || fields.summary === undefined)
      fields[other] = [...(fields[other] ?? []), column];
  }
  // Categories nest from left to right.
  fields.category?.sort((a, b) => a - b);
  return { columns: range(from, to), fields, kind: null };
}

/** 自治事项 | 协助事项 | 负面事项: each column is a list of its own. */
function kindColumns({ cells }: HeaderBlock): ColumnGroup[] {
  const named = cells.flatMap((text, column) => {
    const kind = headerKey(text).length <= 14 ? kindOfTitle(text) : null;
    return kind === null ? [] : [{ column, kind }];
  });
  if (new Set(named.map(({ kind }) => kind)).size !== named.length) return [];
  const texts = cells.filter((text) => text !== '');
  // A mere mention among other headers (协助部门) makes no list.
  if (named.length + texts.filter((text) => fieldOfHeader(text)?.field === 'no').length < texts.length)
    return [];
  return named.map(({ column, kind }) => ({ columns: [column], fields: { name: [column] }, kind }));
}

/** The guessed groups with the chosen columns in place of the guessed ones; one group where nothing was guessed. */
export function chosenGroups(block: HeaderBlock, choice: ColumnChoice): ColumnGroup[] {
  const guessed = groupsOf(block);
  const groups =
    guessed.length > 0 ? guessed : [{ columns: range(0, block.cells.length), fields: {}, kind: null }];
  const chosen = new Set<string>();
  for (const [column, field] of choice) {
    const group = groups.find(({ columns }) => columns.includes(column)) ?? groups[0];
    if (group === undefined) continue;
    for (const [known, at] of Object.entries(group.fields) as [Field, number[]][]) {
      const others = at.filter((other) => other !== column);
      if (others.length > 0) group.fields[known] = others;
      else delete group.fields[known];
    }
    if (field === null) continue;
    const key = `${groups.indexOf(group)} ${field}`;
    const before = chosen.has(key) && JOINED.has(field) ? (group.fields[field] ?? []) : [];
    group.fields[field] = [...before, column];
    chosen.add(key);
  }
  return groups.filter(({ fields }) => fields.name !== undefined);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}
