import type { FileContent, Paragraph, Table } from '../documents/content.js';
import type { ExtractedList, Extraction, ImportFinding } from './extracted.js';
import { type ChoiceFor, findHeader, type Header, headerSignature } from './header.js';
import { listsOfParagraphs } from './paragraph-lists.js';
import { listsOfTable } from './table-lists.js';
import { GUIDE_SHEET, METADATA_SHEET } from './template.js';
import { bareTitle, isListTitle } from './titles.js';

export interface ExtractOptions {
  /** The corrected or remembered mapping for a table with this header, null where there is none. */
  choiceFor?: ChoiceFor | undefined;
}

/** Sheets of the template that are no lists. */
const NOT_LISTS: ReadonlySet<string> = new Set([GUIDE_SHEET, METADATA_SHEET]);
/** Lines in front of a table that may be its title. */
const CONTEXT = 4;

/** The lists of a file: of its tables, and where no table holds one, of its numbered paragraphs. */
export function extractLists(content: FileContent, options: ExtractOptions = {}): Extraction {
  const findings: ImportFinding[] = [];
  const lists: ExtractedList[] = [];
  const unread: Table[] = [];
  let before: string[] = [];
  let lastHeader = null as { header: Header; context: string[] } | null;
  for (const block of content.blocks) {
    if (block.type === 'table' && NOT_LISTS.has(block.name)) continue;
    if (block.type === 'paragraph') {
      before = [...before, block.text].slice(-CONTEXT);
      lastHeader = null;
      continue;
    }
    const choiceFor: ChoiceFor = options.choiceFor ?? (() => null);
    const found = findHeader(block, choiceFor) ?? withoutHeader(block, choiceFor);
    const header: Header | null = found ?? continuation(block, lastHeader?.header ?? null);
    const context: string[] = found === null ? (lastHeader?.context ?? before) : before;
    if (header === null) {
      unread.push(block);
    } else {
      lists.push(...listsOfTable(block, header, { before: context }, findings));
      lastHeader = { header: { ...header, index: -1 }, context };
    }
    before = [];
  }
  const title = fileTitle(content);
  if (lists.length === 0) lists.push(...listsOfParagraphs(paragraphsOf(content), title));
  for (const table of unread) {
    findings.push({
      severity: lists.length === 0 ? 'error' : 'warning',
      place: { part: table.name, line: table.rows[0]?.line ?? 1 },
      problem: `「${table.name}」里没有认出表头，整张没有读入`,
      advice: '如是清单，请用 --map 事项名称=列 指明，如 --map 事项名称=B',
    });
  }
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

/** A mapping given for a table that has no header: every row is read. */
function withoutHeader(table: Table, choiceFor: ChoiceFor): Header | null {
  const choice = choiceFor([], '');
  if (choice === null || ![...choice.values()].includes('name')) return null;
  const width = Math.max(...table.rows.map(({ cells }) => cells.length));
  const fields = Object.fromEntries(
    [...choice].flatMap(([column, field]) => (field === null ? [] : [[field, column]])),
  );
  const columns = Array.from({ length: width }, (_, column) => column);
  return { index: -1, cells: [], groups: [{ columns, fields, kind: null }], signature: headerSignature([]) };
}

/** A table that goes on on the next page without its header: as wide, and its numbers go on. */
function continuation(table: Table, header: Header | null): Header | null {
  if (header === null) return null;
  const column = header.groups[0]?.fields.no;
  if (column === undefined) return null;
  const width = Math.max(...table.rows.map(({ cells }) => cells.length));
  const numbered = table.rows.filter(({ cells }) => /^\d+$/.test(cells[column] ?? '')).length;
  return width <= header.cells.length && numbered * 2 > table.rows.length ? header : null;
}

/** Paragraphs as they are, and rows of tables of one column as paragraphs. */
function paragraphsOf(content: FileContent): Paragraph[] {
  return content.blocks.flatMap((block): Paragraph[] => {
    if (block.type === 'paragraph') return [block];
    if (NOT_LISTS.has(block.name)) return [];
    return block.rows.flatMap(({ cells, line }): Paragraph[] => {
      const filled = cells.filter((cell) => cell !== '');
      const [text] = filled;
      return filled.length === 1 && text !== undefined ? [{ type: 'paragraph', line, text }] : [];
    });
  });
}

/** Lines from the top in which a file's title is looked for. */
const TITLE_WITHIN = 8;

/** The first line that reads like the title of a list, else the first line of a text; empty for a bare table. */
function fileTitle(content: FileContent): string {
  const lines = content.blocks.flatMap((block) =>
    block.type === 'paragraph'
      ? [block.text]
      : block.rows.slice(0, 3).flatMap(({ cells }) => {
          const filled = cells.filter((cell) => cell !== '');
          return filled.length === 1 ? filled : [];
        }),
  );
  const top = lines.slice(0, TITLE_WITHIN);
  const title = top.find(isListTitle) ?? top.find((line) => /(通知|意见|办法|函|清单)$/.test(line)) ?? '';
  return bareTitle(title);
}
