import { createHash } from 'node:crypto';
import type { ListKind } from '../catalogue/schema.js';
import type { Table, TableRow } from '../documents/content.js';
import { type Field, fieldOfHeader, headerKey, LONGEST_HEADER } from './fields.js';
import { kindOfTitle } from './kinds.js';

/** The columns of one list; lists that stand side by side have one group each. */
export interface ColumnGroup {
  /** Columns from 0, in order. */
  columns: number[];
  /** Column of each field. */
  fields: Partial<Record<Field, number>>;
  /** Where the header itself names a kind: one column of names per kind. */
  kind: ListKind | null;
}

/** Where a table's header is and how its columns are read. */
export interface Header {
  /** Index of its row in `table.rows`; -1 where the table has none. */
  index: number;
  cells: string[];
  groups: ColumnGroup[];
  signature: string;
}

/** A corrected mapping: the field of a column, null for a column to leave out. */
export type ColumnChoice = ReadonlyMap<number, Field | null>;

/** The corrected or remembered mapping for a header with these cells; null where there is none. */
export type ChoiceFor = (cells: readonly string[], signature: string) => ColumnChoice | null;

/** Rows looked at for a header: title, issuer, date, note and a two-line header leave room. */
const LOOKED_AT = 15;
const WORTH: Partial<Record<Field, number>> = { name: 40, no: 15 };

/** The header of a table: the row that names the most fields, a name among them. Null where none does. */
export function findHeader(table: Table, choiceFor: ChoiceFor): Header | null {
  let best: { header: Header; score: number } | null = null;
  for (const [index, row] of table.rows.slice(0, LOOKED_AT).entries()) {
    const signature = headerSignature(row.cells);
    const choice = choiceFor(row.cells, signature);
    const groups = choice === null ? groupsOf(row) : chosenGroups(row, choice);
    const score = scoreOf(groups) + (choice === null ? 0 : likenessToHeader(row, groups));
    if (score <= 0 || (best !== null && score <= best.score)) continue;
    best = { header: { index, cells: row.cells, groups, signature }, score };
  }
  return best?.header ?? null;
}

/**
 * With a mapping given by the user any row might be the header: the likeliest has a text above the names and others
 * beside it.
 */
function likenessToHeader(row: TableRow, groups: readonly ColumnGroup[]): number {
  const name = row.cells[groups[0]?.fields.name ?? -1] ?? '';
  const filled = row.cells.filter((cell) => cell !== '').length;
  return 1 + (filled >= 2 ? 20 : 0) + (name !== '' && headerKey(name).length <= LONGEST_HEADER ? 20 : 0);
}

/** What two headers have in common that are laid out the same: 12 hex digits of the SHA-256 of their cells. */
export function headerSignature(cells: readonly string[]): string {
  return createHash('sha256').update(cells.map(headerKey).join('|')).digest('hex').slice(0, 12);
}

function scoreOf(groups: readonly ColumnGroup[]): number {
  const scores = groups.map(({ fields, kind }) => {
    if (fields.name === undefined) return 0;
    const fieldScore = Object.keys(fields).reduce((sum, field) => sum + (WORTH[field as Field] ?? 8), 0);
    // One word alone (「事项」) is as likely a title; two columns make a header, or a kind in each.
    return Object.keys(fields).length >= 2 || kind !== null ? fieldScore : 0;
  });
  return scores.reduce((sum, score) => sum + score, 0);
}

interface HeaderCell {
  column: number;
  key: string;
  field: Field;
  sureness: number;
}

function groupsOf(row: TableRow): ColumnGroup[] {
  const cells = row.cells.flatMap((text, column): HeaderCell[] => {
    const guess = fieldOfHeader(text);
    return guess === null ? [] : [{ column, key: headerKey(text), ...guess }];
  });
  const perKind = kindColumns(row);
  if (perKind.length >= 2) return perKind;
  const runs: HeaderCell[][] = [];
  for (const cell of cells) {
    const run = runs.at(-1);
    // The same header again, or a second number, starts the list beside.
    const repeats = run?.some(
      ({ key, field }) => key === cell.key || (field === 'no' && cell.field === 'no'),
    );
    if (run === undefined || repeats) runs.push([cell]);
    else run.push(cell);
  }
  const groups = runs.map((run, index) => {
    const first = index === 0 ? 0 : (run[0]?.column ?? 0);
    const next = runs[index + 1]?.[0]?.column ?? row.cells.length;
    return groupOf(run, first, next);
  });
  return groups.filter(({ fields }) => fields.name !== undefined);
}

/** The surest column of each field. Without a name, what looks like its contents is the name. */
function groupOf(run: readonly HeaderCell[], from: number, to: number): ColumnGroup {
  const fields: Partial<Record<Field, number>> = {};
  for (const cell of [...run].sort((a, b) => b.sureness - a.sureness || a.column - b.column)) {
    fields[cell.field] ??= cell.column;
  }
  if (fields.name === undefined && fields.summary !== undefined && fields.no !== undefined) {
    fields.name = fields.summary;
    delete fields.summary;
  }
  // 「项目」 beside 「事项名称」 is the heading that several matters share.
  const spare = run.find(({ field, column }) => field === 'name' && column !== fields.name);
  if (spare !== undefined && fields.category === undefined && spare.column < (fields.name ?? 0)) {
    fields.category = spare.column;
  }
  return { columns: range(from, to), fields, kind: null };
}

/** 自治事项 | 协助事项 | 负面事项: each column is a list of its own. */
function kindColumns(row: TableRow): ColumnGroup[] {
  const named = row.cells.flatMap((text, column) => {
    const kind = headerKey(text).length <= 14 ? kindOfTitle(text) : null;
    return kind === null ? [] : [{ column, kind }];
  });
  if (new Set(named.map(({ kind }) => kind)).size !== named.length) return [];
  const texts = row.cells.filter((text) => text !== '');
  // A mere mention among other headers (协助部门) makes no list.
  if (named.length + texts.filter((text) => fieldOfHeader(text)?.field === 'no').length < texts.length)
    return [];
  return named.map(({ column, kind }) => ({ columns: [column], fields: { name: column }, kind }));
}

/** The guessed groups with the chosen columns in place of the guessed ones; one group where nothing was guessed. */
function chosenGroups(row: TableRow, choice: ColumnChoice): ColumnGroup[] {
  const guessed = groupsOf(row);
  const groups =
    guessed.length > 0 ? guessed : [{ columns: range(0, row.cells.length), fields: {}, kind: null }];
  for (const [column, field] of choice) {
    const group = groups.find(({ columns }) => columns.includes(column)) ?? groups[0];
    if (group === undefined) continue;
    for (const [known, at] of Object.entries(group.fields)) {
      if (at === column) delete group.fields[known as Field];
    }
    if (field !== null) group.fields[field] = column;
  }
  return groups.filter(({ fields }) => fields.name !== undefined);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}
