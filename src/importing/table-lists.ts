import { columnLetters } from '#documents/columns.js';
import type { Table, TableRow } from '#documents/content.js';
import { type ColumnMapping, type ExtractedList, type ImportFinding, oneLine } from './extracted.js';
import type { Field } from './field-names.js';
import { GroupReader } from './group-reader.js';
import type { ColumnGroup, Header } from './header.js';
import { isPlainPaperTitle, saysBoth, type TitleKind, titleKind } from './kinds.js';
import { numberedParagraph } from './numbering.js';
import { partOfDuties } from './others-duties.js';
import { wholeTitles } from './title-lines.js';
import { bareTitle, isListTitle, titleFacts } from './titles.js';

/** What stands around a table: the paragraphs in front of it, the name of its sheet. */
export interface TableContext {
  /** Lines in front, nearest last. */
  before: readonly string[];
  /** Category of the last row of the page before, for a table that goes on. */
  category?: string | undefined;
}

/** The lists of a table whose header is known, one per column group and section. */
export function listsOfTable(
  table: Table,
  header: Header,
  context: TableContext,
  findings: ImportFinding[],
): ExtractedList[] {
  const body = table.rows.slice(header.index + 1);
  findings.push(...unreadColumns(table, header, body));
  const lists = header.groups.flatMap((group, index) => {
    const titles = titlesOf(table, header, group, context);
    const list = newList(table, header, group, titles);
    // What a title over several lists declares is said once.
    if (index > 0 && titles.own.every((line) => titleFacts(line).declared === null)) list.declared = null;
    const reader = new GroupReader(header, group, body, list, findings, context.category);
    reader.read();
    return reader.lists.filter(({ rows }) => rows.length > 0);
  });
  return unfolded(lists);
}

/** Lists side by side whose numbers go on from one to the next are one list, folded to save paper. */
function unfolded(lists: readonly ExtractedList[]): ExtractedList[] {
  const whole: ExtractedList[] = [];
  for (const list of lists) {
    const before = whole.at(-1);
    const [last, first] = [before?.rows.at(-1)?.no ?? null, list.rows[0]?.no ?? null];
    const goesOn = last !== null && first === last + 1 && before?.title === list.title;
    if (before !== undefined && goesOn && before.kind === list.kind && before.batch === list.batch) {
      before.rows.push(...list.rows);
    } else whole.push(list);
  }
  return whole;
}

/** Columns without a header that hold something: what they say isn't read, and that is told. */
function unreadColumns(table: Table, header: Header, body: readonly TableRow[]): ImportFinding[] {
  if (header.index < 0) return [];
  const width = Math.max(0, ...body.map(({ cells }) => cells.length));
  const read = new Set(header.groups.flatMap(({ fields }) => Object.values(fields).flat()));
  return Array.from({ length: width }, (_, column) => column).flatMap((column): ImportFinding[] => {
    if ((header.cells[column] ?? '') !== '' || read.has(column)) return [];
    const row = body.find(
      ({ cells, continued }) =>
        (cells[column] ?? '') !== '' &&
        !continued.includes(column) &&
        cells.filter((c) => c !== '').length >= 3,
    );
    if (row === undefined) return [];
    return [
      {
        severity: 'warning',
        place: { part: table.name, line: row.line },
        problem: `${columnLetters(column)} 列没有表头，没有读入`,
        advice: `如要读入，请补上表头，或用 --map 指明，如 --map 备注=${columnLetters(column)}`,
        needs: 'columns',
      },
    ];
  });
}

interface Titles {
  /** Above all lists of the table, nearest last. */
  common: readonly string[];
  /** Above this list only. */
  own: readonly string[];
}

/** The lines above the group's columns that belong to it, those of the table's own rows last. */
function titlesOf(table: Table, header: Header, group: ColumnGroup, context: TableContext): Titles {
  const above = table.rows.slice(0, Math.max(header.top, 0));
  const common: string[] = [...context.before];
  const own: string[] = [];
  for (const { cells, continued } of above) {
    const texts = cells.filter((text, column) => text !== '' && !continued.includes(column));
    // A text alone in its row stands above all lists, wherever its merged cell begins.
    if (
      header.groups.length === 1 ||
      (texts.length === 1 && cells.filter((text) => text !== '').length === 1)
    ) {
      common.push(...texts);
      continue;
    }
    own.push(...group.columns.flatMap((column) => (continued.includes(column) ? [] : (cells[column] ?? []))));
  }
  const parents = group.columns.flatMap((column) => header.parents[column] ?? []);
  const inHeader = header.groups.length === 1 ? [] : [...new Set(parents)];
  return {
    common: wholeTitles(common),
    own: wholeTitles([...own.filter((text) => text !== ''), ...inHeader]),
  };
}

function newList(table: Table, header: Header, group: ColumnGroup, titles: Titles): ExtractedList {
  const nearest = [...titles.common, ...titles.own].reverse();
  const title = nearest.find((line) => isListTitle(line)) ?? nearest.find((line) => titleKind(line)) ?? '';
  const nameHeader = header.cells[group.fields.name?.[0] ?? -1] ?? '';
  const { kind, about } =
    group.kind === null
      ? kindFrom([title, table.name, ...nearest], nameHeader)
      : { kind: group.kind, about: null };
  const facts = [...nearest, table.name].map(titleFacts);
  const first = (fact: 'declared' | 'attachment' | 'batch'): number | null =>
    facts.map((found) => found[fact]).find((value) => value !== null) ?? null;
  const fallback = /^(表\d+|表格|Sheet\d*|工作表\d*)$/i.test(table.name) ? '' : bareTitle(table.name);
  return {
    title:
      group.kind !== null
        ? bareTitle(nameHeader)
        : withPart(titleWithoutNumber(title) || fallback, about, [table.name, ...nearest]),
    part: table.name,
    kind,
    about,
    declared: first('declared'),
    attachment: first('attachment'),
    batch: first('batch'),
    mapping: mappingOf(header, group),
    signature: header.index >= 0 ? header.signature : null,
    choice: header.groups.length === 1 ? choiceOf(group) : new Map(),
    rows: [],
  };
}

/** 「二、协助事项清单」 as a title: without number, attachment and count. */
function titleWithoutNumber(title: string): string {
  return bareTitle(numberedParagraph(title)?.text ?? title);
}

function choiceOf({ fields }: ColumnGroup): Map<number, Field> {
  const pairs = Object.entries(fields) as [Field, number[]][];
  return new Map(
    pairs.flatMap(([field, columns]) => columns.map((column): [number, Field] => [column, field])),
  );
}

/**
 * What the first of the titles that says anything says of the kind. Where it can't be told because its beginning or its
 * owner is missing, only one that says who may or must not decides. A header's 「证明名称」 says that the rows are papers, not
 * which: without a title nobody knows.
 */
function kindFrom(titles: readonly string[], nameHeader: string): TitleKind {
  const around = titles.join('，');
  let isUnclear = false;
  for (const title of titles) {
    const found = titleKind(title, around);
    if (found === null || (isUnclear && isPlainPaperTitle(title))) continue;
    if (found.kind !== null || saysBoth(title)) return found;
    isUnclear = true;
  }
  const named = isUnclear || isPlainPaperTitle(nameHeader) ? null : titleKind(nameHeader);
  return named ?? { kind: null, about: null };
}

/** The title of one part of a township's list, which the sheet or a line above may tell from the others. */
function withPart(title: string, about: string | null, places: readonly string[]): string {
  if (about === null || partOfDuties(title) !== null) return title;
  const part = places.map(partOfDuties).find((found) => found !== null);
  return part === undefined ? title : `${title}（${part}）`;
}

function mappingOf(header: Header, group: ColumnGroup): ColumnMapping[] {
  const fieldOf = choiceOf(group);
  return group.columns
    .filter((column) => (header.cells[column] ?? '') !== '' || fieldOf.has(column))
    .map((column) => ({
      column: columnLetters(column),
      header: oneLine(header.cells[column] ?? ''),
      field: fieldOf.get(column) ?? null,
    }));
}
