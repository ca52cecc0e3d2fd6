import type { FileContent, Paragraph, Table } from '#documents/content.js';
import { shown } from '#errors.js';
import { type Before, continuation, continues, countsOn, headless, isBatchOnly } from './continuation.js';
import type { ExtractedList, Extraction, ImportFinding } from './extracted.js';
import type { Field } from './field-names.js';
import { fileTitle, NOT_LISTS, paragraphsOf } from './file-text.js';
import { type ChoiceFor, findHeaders, type Header } from './header.js';
import { listsOfParagraphs } from './paragraph-lists.js';
import { listsOfTable } from './table-lists.js';
import { segmentsOf } from './table-segments.js';
import { withWholeTitles } from './title-lines.js';

export interface ExtractOptions {
  /** The corrected or remembered mapping for a table with this header, null where there is none. */
  choiceFor?: ChoiceFor | undefined;
}

/** Lines in front of a table that may be its title. */
const CONTEXT = 4;
/** What stands above the rest of a table on its next page. */
const CONTINUED = /^[（(]?\s*(接上表|续(上)?表.{0,6}|续|上接.{0,8})\s*[)）]?$/;

/** The lists of a file: of its tables, and where no table holds one, of its numbered paragraphs. */
export function extractLists(file: FileContent, options: ExtractOptions = {}): Extraction {
  const { blocks, joined } = withWholeTitles(file.blocks);
  const content: FileContent = { ...file, blocks };
  const findings: ImportFinding[] = joined.map(titleOfLines);
  const { lists, unread } = listsOfTables(content, options.choiceFor ?? (() => null), findings);
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
  const placed = PLACED.get(content.format);
  if (placed !== undefined && lists.some(({ mapping }) => mapping.length > 0)) {
    findings.push({
      severity: 'warning',
      place: null,
      problem: `${placed} 里的表格是按文字位置还原的`,
      advice: '请逐行核对，有条件时改用 Excel 或 Word 原件',
    });
  }
  return { title, lists, findings };
}

/** Formats that know places and no tables, as people call them. */
const PLACED = new Map<FileContent['format'], string>([
  ['pdf', 'PDF'],
  ['ofd', 'OFD'],
]);

/** The lists of all tables, and the tables in which no header was found. */
function listsOfTables(
  content: FileContent,
  choiceFor: ChoiceFor,
  findings: ImportFinding[],
): { lists: ExtractedList[]; unread: Table[] } {
  const lists: ExtractedList[] = [];
  const unread: Table[] = [];
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
  return { lists, unread };
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
    needs: 'columns',
  };
}

function titleOfLines({ line, text }: Paragraph): ImportFinding {
  return {
    severity: 'note',
    place: { part: '正文', line },
    problem: `分在几行的标题，合起来读作「${shown(text)}」`,
    advice: '如不是一个标题，请在文件里改开',
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
