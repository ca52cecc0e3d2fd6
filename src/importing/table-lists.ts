import type { ListKind } from '../catalogue/schema.js';
import { columnLetters } from '../documents/columns.js';
import type { Table } from '../documents/content.js';
import { type ColumnMapping, type ExtractedList, type ImportFinding, oneLine } from './extracted.js';
import type { Field } from './fields.js';
import { GroupReader } from './group-reader.js';
import type { ColumnGroup, Header } from './header.js';
import { kindOfTitle } from './kinds.js';
import { bareTitle, isListTitle, titleFacts } from './titles.js';

/** What stands around a table: the paragraphs in front of it, the name of its sheet. */
export interface TableContext {
  /** Lines in front, nearest last. */
  before: readonly string[];
}

/** The lists of a table whose header is known, one per column group and section. */
export function listsOfTable(
  table: Table,
  header: Header,
  context: TableContext,
  findings: ImportFinding[],
): ExtractedList[] {
  return header.groups.flatMap((group) => {
    const titles = titlesOf(table, header, group, context);
    const reader = new GroupReader(header, group, newList(table, header, group, titles), findings);
    for (const row of table.rows.slice(header.index + 1)) reader.read(row);
    return reader.lists.filter(({ rows }) => rows.length > 0);
  });
}

/** The lines above the group's columns that belong to it, those of the table's own rows last. */
function titlesOf(table: Table, header: Header, group: ColumnGroup, context: TableContext): string[] {
  const above = table.rows.slice(0, Math.max(header.index, 0));
  const alone = header.groups.length === 1;
  const own = above.flatMap(({ cells, continued }) => {
    const inside = group.columns.map((column) => (continued.includes(column) ? '' : (cells[column] ?? '')));
    const found = inside.filter((text) => text !== '');
    // A title merged over all lists stands above the first only and names none of them by its kind.
    return alone ? cells.filter((text) => text !== '') : found;
  });
  return [...context.before, ...own];
}

function newList(table: Table, header: Header, group: ColumnGroup, titles: readonly string[]): ExtractedList {
  const nearest = [...titles].reverse();
  const title = nearest.find((line) => isListTitle(line)) ?? nearest.find((line) => kindOfTitle(line)) ?? '';
  const nameHeader = header.cells[group.fields.name ?? -1] ?? '';
  const sources = [title, table.name, ...nearest, nameHeader];
  const kind = group.kind ?? firstKind(sources);
  const facts = [...nearest, table.name].map(titleFacts);
  const first = (fact: 'declared' | 'attachment' | 'batch'): number | null =>
    facts.map((found) => found[fact]).find((value) => value !== null) ?? null;
  const fallback = /^(表\d+|表格|Sheet\d*|工作表\d*)$/i.test(table.name) ? '' : bareTitle(table.name);
  return {
    title: group.kind !== null ? bareTitle(nameHeader) : bareTitle(title) || fallback,
    part: table.name,
    kind,
    declared: first('declared'),
    attachment: first('attachment'),
    batch: first('batch'),
    mapping: mappingOf(header, group),
    signature: header.index >= 0 ? header.signature : null,
    choice: header.groups.length === 1 ? choiceOf(group) : new Map(),
    rows: [],
  };
}

function choiceOf({ fields }: ColumnGroup): Map<number, Field> {
  return new Map(Object.entries(fields).map(([field, column]) => [column, field as Field]));
}

function firstKind(texts: readonly string[]): ListKind | null {
  return texts.map(kindOfTitle).find((kind) => kind !== null) ?? null;
}

function mappingOf(header: Header, group: ColumnGroup): ColumnMapping[] {
  const fieldOf = new Map(Object.entries(group.fields).map(([field, column]) => [column, field as Field]));
  return group.columns
    .filter((column) => (header.cells[column] ?? '') !== '' || fieldOf.has(column))
    .map((column) => ({
      column: columnLetters(column),
      header: oneLine(header.cells[column] ?? ''),
      field: fieldOf.get(column) ?? null,
    }));
}
