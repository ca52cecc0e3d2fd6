import type { FileContent, Paragraph, Table } from '../documents/content.js';
import { shown } from '../errors.js';
import type { ExtractedList, Extraction, ImportFinding } from './extracted.js';
import type { Field } from './fields.js';
import { type ChoiceFor, findHeaders, type Header, headerSignature } from './header.js';
import { kindOfTitle } from './kinds.js';
import { numberedParagraph } from './numbering.js';
import { listsOfParagraphs } from './paragraph-lists.js';
import { listsOfTable } from './table-lists.js';
import { segmentsOf } from './table-segments.js';
import { GUIDE_SHEET, METADATA_SHEET } from './template.js';
import { bareTitle, isListTitle, isNoticeTitle, titleFacts } from './titles.js';

export interface ExtractOptions {
  /** The corrected or remembered mapping for a table with this header, null where there is none. */
  choiceFor?: ChoiceFor | undefined;
}

/** Sheets of the template that are no lists. */
const NOT_LISTS: ReadonlySet<string> = new Set([GUIDE_SHEET, METADATA_SHEET]);
/** Lines in front of a table that may be its title. */
const CONTEXT = 4;
/** What stands above the rest of a table on its next page. */
const CONTINUED = /^[（(]?\s*(接上表|续(上)?表.{0,6}|续|上接.{0,8})\s*[)）]?$/;

/** What a table goes on from: the header and titles of the one before it. */
interface Before {
  header: Header;
  context: string[];
}

/** The lists of a file: of its tables, and where no table holds one, of its numbered paragraphs. */
export function extractLists(content: FileContent, options: ExtractOptions = {}): Extraction {
  const findings: ImportFinding[] = [];
  const lists: ExtractedList[] = [];
  const unread: Table[] = [];
  const choiceFor: ChoiceFor = options.choiceFor ?? (() => null);
  let lines: string[] = [];
  let before = null as Before | null;
  /** The last table, also where paragraphs follow it. */
  let previous = null as Before | null;
  for (const block of content.blocks) {
    if (block.type === 'table' && NOT_LISTS.has(block.name)) continue;
    if (block.type === 'paragraph') {
      if (before !== null && CONTINUED.test(block.text)) continue;
      lines = [...lines, block.text].slice(-CONTEXT);
      before = null;
      findings.push(...strayRow(block, lists.at(-1)));
      continue;
    }
    findings.push(...doubtsOf(block));
    const last = lists.at(-1)?.rows.at(-1);
    const segments = segmentsWithHeaders(
      block,
      before ?? countsOn(block, previous, last?.no ?? null),
      choiceFor,
    );
    if (segments.length === 0) unread.push(block);
    for (const [index, { table, header }] of segments.entries()) {
      const from = before ?? (header.index < 0 ? previous : null);
      const goesOn = index === 0 && from !== null && continues(header, from.header);
      const titles = titleRows(table, header);
      // 第二批 with the same header below 第一批: the titles above both count for it as well.
      const isBatch = index > 0 && header.signature === from?.header.signature && titles.every(isBatchOnly);
      const context = goesOn || isBatch ? (from?.context ?? []) : index === 0 ? lines : [];
      const category = goesOn ? last?.category : undefined;
      lists.push(...listsOfTable(table, header, { before: context, category }, findings));
      before = { header, context: goesOn || isBatch ? context : [...context, ...titles] };
      previous = before;
    }
    lines = [];
  }
  const title = fileTitle(content);
  const inText = listsOfParagraphs(paragraphsOf(content, lists.length === 0), {
    title,
    wraps: content.format === 'txt',
    findings: lists.length === 0 ? findings : [],
  });
  if (lists.length === 0) lists.push(...inText.lists);
  else {
    const known = inText.lists.filter(({ kind, rows }) => kind !== null && rows.length > 1);
    if (inText.attached) lists.push(...known);
    else findings.push(...known.map(unreadText));
  }
  for (const table of unread) findings.push(unreadTable(table, lists.length === 0));
  if (content.format === 'pdf' && lists.some(({ mapping }) => mapping.length > 0)) {
    findings.push({
      severity: 'warning',
      place: null,
      problem: 'PDF 里的表格是按文字位置还原的',
      advice: '请逐行核对，有条件时改用 Excel 或 Word 原件',
    });
  }
  return { title, lists, findings };
}

/** The parts of a table with the header of each; none where no header is known. */
function segmentsWithHeaders(
  table: Table,
  before: Before | null,
  choiceFor: ChoiceFor,
): { table: Table; header: Header }[] {
  const headers = findHeaders(table, choiceFor);
  if (headers.length > 0) return segmentsOf(table, headers);
  const header = withoutHeader(table, choiceFor) ?? continuation(table, before?.header ?? null);
  return header === null ? [] : [{ table, header }];
}

/** The table before, where this one counts on from its last number in as many columns, whatever stands in between. */
function countsOn(table: Table, previous: Before | null, lastNumber: number | null): Before | null {
  const column = previous?.header.groups[0]?.fields.no?.[0];
  if (previous === null || column === undefined || lastNumber === null) return null;
  const width = Math.max(...table.rows.map(({ cells }) => cells.length));
  const goesOn = table.rows[0]?.cells[column] === String(lastNumber + 1);
  return goesOn && width === previous.header.cells.length ? previous : null;
}

/** A title that says only which batch follows. */
function isBatchOnly(title: string): boolean {
  return titleFacts(title).batch !== null && kindOfTitle(title) === null;
}

/** A table on the next page: without a header, or with the same one and no title of its own above it. */
function continues(header: Header, before: Header): boolean {
  return header.index < 0 || (header.signature === before.signature && header.top === 0);
}

/** The texts of a table's own rows above its header. */
function titleRows(table: Table, header: Header): string[] {
  return table.rows
    .slice(0, Math.max(0, header.top))
    .flatMap(({ cells }) => cells.filter((text) => text !== ''));
}

/** A mapping given for a table that has no header: every row is read. */
function withoutHeader(table: Table, choiceFor: ChoiceFor): Header | null {
  const choice = choiceFor([], '');
  if (choice === null || ![...choice.values()].includes('name')) return null;
  const width = Math.max(...table.rows.map(({ cells }) => cells.length));
  const fields: Partial<Record<Field, number[]>> = {};
  for (const [column, field] of choice)
    if (field !== null) fields[field] = [...(fields[field] ?? []), column];
  const columns = Array.from({ length: width }, (_, column) => column);
  return headless({ cells: [], groups: [{ columns, fields, kind: null }] });
}

function headless({ cells, groups }: Pick<Header, 'cells' | 'groups'>): Header {
  return {
    top: -1,
    index: -1,
    cells,
    parents: [],
    shared: [],
    rows: [],
    groups,
    signature: headerSignature([]),
  };
}

/** A table that goes on on the next page without its header: as wide, and its numbers go on. */
function continuation(table: Table, header: Header | null): Header | null {
  if (header === null) return null;
  const column = header.groups[0]?.fields.no?.[0];
  if (column === undefined) return null;
  const width = Math.max(...table.rows.map(({ cells }) => cells.length));
  const numbered = table.rows.filter(({ cells }) => /^\d+$/.test(cells[column] ?? '')).length;
  return width <= header.cells.length && numbered * 2 > table.rows.length ? headless(header) : null;
}

function doubtsOf({ name, doubts = [] }: Table): ImportFinding[] {
  return doubts.map(({ line, severity, problem, advice }) => ({
    severity,
    // What can't be relied on isn't one bad row that could be skipped.
    place: severity === 'error' ? null : { part: name, line },
    problem: severity === 'error' ? `「${name}」${problem}` : problem,
    advice,
  }));
}

function unreadTable(table: Table, isOnly: boolean): ImportFinding {
  return {
    severity: isOnly ? 'error' : 'warning',
    place: { part: table.name, line: table.rows[0]?.line ?? 1 },
    problem: `「${table.name}」里没有认出表头，整张没有读入`,
    advice: '如是清单，请用 --map 事项名称=列 指明，如 --map 事项名称=B',
  };
}

/** A line right behind the table that begins with the number that comes next. */
function strayRow({ line, text }: Paragraph, list: ExtractedList | undefined): ImportFinding[] {
  const last = list?.rows.at(-1)?.no ?? null;
  const [, digits] = /^(\d{1,5})[\s.、．]*(?=\p{Script=Han})/u.exec(text) ?? [];
  if (last === null || Number(digits) !== last + 1) return [];
  return [
    {
      severity: 'warning',
      place: { part: '正文', line },
      problem: `表格后面的「${shown(text)}」像是第 ${digits} 项，没有读入`,
      advice: '请核对，如是清单的一行，请把它放回表格',
    },
  ];
}

function unreadText(list: ExtractedList): ImportFinding {
  return {
    severity: 'warning',
    place: list.rows[0]?.place ?? null,
    problem: `表格以外的「${list.title}」有 ${list.rows.length} 个编号段落，没有读入`,
    advice: '如也是清单，请另存为单独的文件再导入',
  };
}

/** Paragraphs as they are, and rows of tables of one column as paragraphs where no table holds a list. */
function paragraphsOf(content: FileContent, tablesToo: boolean): Paragraph[] {
  return content.blocks.flatMap((block): Paragraph[] => {
    if (block.type === 'paragraph') return [block];
    if (!tablesToo || NOT_LISTS.has(block.name)) return [];
    const rows = block.rows.map(({ cells, line }) => ({ line, filled: cells.filter((cell) => cell !== '') }));
    // A number in a column of its own stands in front of its text.
    const texts = rows.every(({ filled }) => filled.length === 1 || isNumberAndText(filled));
    return rows.flatMap(({ filled, line }): Paragraph[] => {
      const [text] = filled;
      const whole = texts ? filled.join(' ') : text;
      return (texts || filled.length === 1) && whole !== undefined
        ? [{ type: 'paragraph', line, text: whole }]
        : [];
    });
  });
}

function isNumberAndText([number = '', text = '', more]: readonly string[]): boolean {
  return more === undefined && text !== '' && numberedParagraph(`${number} ${text}`) !== null;
}

/** Lines from the top in which a file's title is looked for. */
const TITLE_WITHIN = 8;

/** The first line that reads like the title of a list or notice; empty where there is none. */
function fileTitle(content: FileContent): string {
  const lines = content.blocks.flatMap((block) =>
    block.type === 'paragraph'
      ? [block.text]
      : block.rows.slice(0, 3).flatMap(({ cells }) => {
          const filled = cells.filter((cell) => cell !== '');
          return filled.length === 1 ? filled : [];
        }),
  );
  return bareTitle(
    lines.slice(0, TITLE_WITHIN).find((line) => isListTitle(line) || isNoticeTitle(line)) ?? '',
  );
}
