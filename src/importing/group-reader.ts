import type { TableRow } from '../documents/content.js';
import { shown } from '../errors.js';
import { numeralValue } from '../text/numerals.js';
import { type ExtractedList, type ExtractedRow, emptyRow, type ImportFinding, oneLine } from './extracted.js';
import { FIELD_NAMES, type Field, headerKeyOf } from './fields.js';
import type { ColumnGroup, Header } from './header.js';
import { kindNamed, kindOfTitle } from './kinds.js';
import { numberedParagraph } from './numbering.js';
import { bareTitle, isListTitle, titleFacts } from './titles.js';

const TOTAL = /^(合计|总计|共计|小计|总共)/;
const REMARK = /^(注|备注|附注|填表说明|填报人|填表人|审核人|联系人|填报单位|制表|制表人)\s*[:：\d]/;
/** What a spreadsheet shows for a formula that failed. */
const CELL_ERROR = /^#(REF|N\/A|VALUE|NAME|DIV|NUM|NULL)/;

/** Reads the rows under one group of columns; `lists` grows where a row of its own starts another list. */
export class GroupReader {
  readonly lists: ExtractedList[];
  /** Of the last row of the form 「一、社会保障类」. */
  private category = '';

  constructor(
    private readonly header: Header,
    private readonly group: ColumnGroup,
    first: ExtractedList,
    private readonly findings: ImportFinding[],
  ) {
    this.lists = [first];
  }

  private get list(): ExtractedList {
    const list = this.lists.at(-1);
    if (list === undefined) throw new Error('a group has at least one list');
    return list;
  }

  /** Takes one row below the header. */
  read(row: TableRow): void {
    const filled = this.group.columns.filter(
      (column) => (row.cells[column] ?? '').trim() !== '' && !row.continued.includes(column),
    );
    const [first] = filled;
    if (first === undefined || this.isRepeatedHeader(row)) return;
    const text = oneLine(row.cells[first] ?? '');
    if (REMARK.test(text) || (TOTAL.test(text) && filled.length <= 3)) {
      this.tell(row, 'note', `「${shown(text)}」不是事项，没有读入`, '无需处理');
    } else if (filled.length === 1 && this.isSection(row, text, first)) {
      this.startSection(text);
    } else if (!this.continuesLast(row)) {
      this.addRow(row, filled.length);
    }
  }

  /** 序号 and 事项名称 again at the head of a new page. */
  private isRepeatedHeader({ cells }: TableRow): boolean {
    const { index, cells: header } = this.header;
    if (index < 0) return false;
    return this.group.columns.every((column) => headerKeyOf(cells[column]) === headerKeyOf(header[column]));
  }

  /** A text that stands alone in its row and is no number of an item. */
  private isSection(row: TableRow, text: string, column: number): boolean {
    const { fields } = this.group;
    if (fields.name !== undefined && row.continued.includes(fields.name)) return false;
    const isDetail = [fields.summary, fields.basis, fields.department, fields.route, fields.note].includes(
      column,
    );
    if (isDetail) return false;
    if (numeralValue(text) !== null && !/^[一二三四五六七八九十]+$/.test(text)) return false;
    const facts = titleFacts(text);
    if (facts.batch !== null) return true;
    const numbered = numberedParagraph(text);
    if (this.group.kind !== null) return false;
    if (column !== fields.name) return true;
    return numbered !== null && numbered.level <= 2 && text.length <= 30 && fields.no !== undefined;
  }

  private startSection(text: string): void {
    const { batch, declared } = titleFacts(text);
    const kind = isListTitle(text) || numberedParagraph(text) !== null ? kindOfTitle(text) : null;
    const title = bareTitle(numberedParagraph(text)?.text ?? text);
    if (kind !== null && (kind !== this.list.kind || this.list.rows.length > 0) && isListTitle(text)) {
      this.lists.push({ ...this.list, title, kind, declared, batch, rows: [] });
      this.category = '';
    } else if (batch !== null) {
      this.lists.push({ ...this.list, batch, declared: declared ?? null, rows: [] });
      this.category = '';
    } else {
      this.category = title;
    }
  }

  /** Whether the row only goes on with the last item: its name is merged over both rows, or is left out with its number. */
  private continuesLast(row: TableRow): boolean {
    const last = this.list.rows.at(-1);
    const name = this.group.fields.name;
    if (last === undefined || name === undefined) return false;
    const merged = row.continued.includes(name);
    if (!merged && (this.cell(row, 'name') !== '' || this.own(row, 'no') !== '')) return false;
    for (const field of ['summary', 'basis', 'department', 'route', 'note'] as const) {
      const more = oneLine(this.own(row, field));
      if (more !== '' && last[field] !== more)
        last[field] = last[field] === '' ? more : `${last[field]}；${more}`;
    }
    if (!merged) {
      this.tell(row, 'note', '这一行没有序号和事项名称，并入上一项', '如是单独的事项，请补上事项名称');
    }
    return true;
  }

  private addRow(row: TableRow, filled: number): void {
    const name = oneLine(this.cell(row, 'name'));
    const number = oneLine(this.cell(row, 'no'));
    const fix = `请补上${FIELD_NAMES.name}，或删去这一行`;
    if (name === '' && number !== '' && filled === 1) {
      this.tell(row, 'warning', `序号 ${shown(number)} 后面是空的，没有读入`, fix);
      return;
    }
    if (name === '') {
      this.tell(row, 'error', `这一行没有${FIELD_NAMES.name}`, fix);
      return;
    }
    if (CELL_ERROR.test(name)) {
      this.tell(row, 'error', `${FIELD_NAMES.name}是公式错误 ${shown(name)}`, '请在表格里改成文字');
      return;
    }
    const kindText = this.cell(row, 'kind');
    const kind = kindText === '' ? null : kindNamed(kindText);
    if (kindText !== '' && kind === null) {
      const advice = '请写自治、协助、负面、可出具证明或不应出具证明';
      this.tell(row, 'error', `看不出「${shown(kindText)}」是哪种清单`, advice);
      return;
    }
    const numbered = this.group.fields.no === undefined ? numberedParagraph(name) : null;
    const batch = this.cell(row, 'batch');
    const item: ExtractedRow = {
      ...emptyRow(this.place(row), numbered?.text ?? name),
      no: numbered?.number ?? numeralValue(number.replace(/[.、．]$/, '')),
      category: this.categoryOf(row),
      kind,
      batch: titleFacts(batch).batch ?? numeralValue(batch) ?? this.list.batch,
      summary: oneLine(this.cell(row, 'summary')),
      basis: oneLine(this.cell(row, 'basis')),
      department: oneLine(this.cell(row, 'department')),
      route: oneLine(this.cell(row, 'route')),
      aliases: splitAliases(this.cell(row, 'aliases')),
      note: oneLine(this.cell(row, 'note')),
    };
    this.list.rows.push(item);
  }

  /** A category that is written once counts until the next one. */
  private categoryOf(row: TableRow): string {
    if (this.group.fields.category === undefined) return this.category;
    return oneLine(this.cell(row, 'category')) || (this.list.rows.at(-1)?.category ?? '');
  }

  private cell(row: TableRow, field: Field): string {
    const column = this.group.fields[field];
    return column === undefined ? '' : (row.cells[column] ?? '').trim();
  }

  /** The cell, unless it belongs to a row above. */
  private own(row: TableRow, field: Field): string {
    const column = this.group.fields[field];
    return column === undefined || row.continued.includes(column) ? '' : this.cell(row, field);
  }

  private place({ line }: TableRow): ExtractedRow['place'] {
    return { part: this.list.part, line };
  }

  private tell(row: TableRow, severity: ImportFinding['severity'], problem: string, advice: string): void {
    this.findings.push({ severity, place: this.place(row), problem, advice });
  }
}

function splitAliases(text: string): string[] {
  const parts = text.split(/[\n、，,；;|/]+/).map(oneLine);
  return [...new Set(parts.filter((part) => part !== ''))];
}
