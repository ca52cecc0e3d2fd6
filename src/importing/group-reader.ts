import type { TableRow } from '#documents/content.js';
import { shown } from '#errors.js';
import { numeralValue } from '#text/numerals.js';
import { Categories } from './categories.js';
import { type ExtractedList, type ExtractedRow, emptyRow, type ImportFinding, oneLine } from './extracted.js';
import { FIELD_NAMES } from './field-names.js';
import { headerKeyOf } from './fields.js';
import type { ColumnGroup, Header } from './header.js';
import { kindAnswered, kindNamed, titleKind } from './kinds.js';
import { numberedParagraph, serialOf } from './numbering.js';
import { RowFields } from './row-fields.js';
import { isSentence, Sections } from './sections.js';
import { lastTitle } from './title-lines.js';
import { bareTitle, isListTitle, titleFacts } from './titles.js';
import { isRest, isUnfinished, joined, LONGEST_FIELD } from './unfinished.js';

const TOTAL = /^(本页|本表|本类|以上|全表|累计)?(合计|总计|共计|小计|总共)(?=\s*[:：\d（(共]|$)/;
const REMARK =
  /^(注|备注|附注|说明|填表说明|填报人|填表人|审核人|审核|校对|核对|复核人|复核|签发|经办人|联系人|联系电话|填报单位|填表日期|填报日期|日期|制表|制表人|单位负责人|负责人)\s*[:：\d]|[（(](盖章|签字|签章|公章)[)）]/;
/** What is told of a row that belongs to no item. */
const NO_ITEM = '不是事项，没有读入';

/** Reads the rows under one group of columns; `lists` grows where a row of its own starts another list. */
export class GroupReader {
  readonly lists: ExtractedList[];
  private readonly categories: Categories;
  private readonly sections: Sections;
  /** Below the first remark, lone texts are remarks too. */
  private inRemarks = false;
  /** The headings right above the next row: one may stand on several. */
  private headingLines: string[] = [];
  /** The last name as it stands in the file, with the mark it ends in. */
  private lastName = '';

  /**
   * @param rows those below the header
   * @param category of the last row of the page before, which the first rows may go on with
   */
  constructor(
    private readonly header: Header,
    private readonly group: ColumnGroup,
    private readonly rows: readonly TableRow[],
    first: ExtractedList,
    private readonly findings: ImportFinding[],
    category = '',
  ) {
    this.lists = [first];
    this.categories = new Categories(category);
    this.sections = new Sections(rows, group);
  }

  /** Reads all rows. */
  read(): void {
    for (const index of this.rows.keys()) this.readRow(index);
  }

  private get list(): ExtractedList {
    const list = this.lists.at(-1);
    if (list === undefined) throw new Error('a group has at least one list');
    return list;
  }

  private readRow(index: number): void {
    const row = this.rows[index];
    if (row === undefined) return;
    const fields = new RowFields(this.header, this.group, row);
    const filled = fields.filled();
    const [first] = filled;
    if (first === undefined || this.isRepeatedHeader(row)) return;
    const text = oneLine(fields.cell(first));
    if (this.isBesideTheList(fields, filled, text)) {
      this.inRemarks ||= REMARK.test(text);
      this.tell(row, 'note', `「${shown(text)}」${NO_ITEM}`, '无需处理');
      return;
    }
    const section = this.sections.at(index, filled, this.list.rows.at(-1)?.no ?? null);
    if (section !== null) {
      this.startSection(section);
      return;
    }
    this.headingLines = [];
    if (
      filled.length === 1 &&
      first !== this.group.fields.name?.[0] &&
      isSentence(text) &&
      this.isNoDetail(first)
    ) {
      this.tell(row, 'warning', `「${shown(text)}」独占一行，${NO_ITEM}`, '如是事项，请把它写进表格的各列');
    } else if (!this.continuesLast(row, fields, filled)) {
      this.inRemarks = false;
      this.addRow(row, fields, filled.length);
    }
  }

  /** Totals, remarks and who filled in the form. */
  private isBesideTheList(fields: RowFields, filled: readonly number[], text: string): boolean {
    if (REMARK.test(text) || (this.inRemarks && filled.length === 1)) return true;
    return (
      filled.length <= 3 && filled.slice(0, 2).some((column) => TOTAL.test(oneLine(fields.cell(column))))
    );
  }

  private isNoDetail(column: number): boolean {
    const { summary, basis, department, route, note } = this.group.fields;
    return ![summary, basis, department, route, note].some((columns) => columns?.includes(column));
  }

  /** 序号 and 事项名称 again at the head of a new page. */
  private isRepeatedHeader({ cells }: TableRow): boolean {
    return this.header.rows.some(
      (header) =>
        this.group.columns.some((column) => (header[column] ?? '') !== '') &&
        this.group.columns.every((column) => headerKeyOf(cells[column]) === headerKeyOf(header[column])),
    );
  }

  private startSection(line: string): void {
    this.headingLines.push(line);
    const text = lastTitle(this.headingLines);
    const { batch, declared } = titleFacts(text);
    const numbered = numberedParagraph(text);
    const says = isListTitle(text) || numbered !== null ? titleKind(text, this.list.title) : null;
    const title = bareTitle(numbered?.text ?? text);
    const isOther = says !== null && (says.kind !== this.list.kind || this.list.rows.length > 0);
    if (says !== null && (isOther || says.about !== null) && isListTitle(text)) {
      this.lists.push({ ...this.list, ...says, title, declared, batch, rows: [] });
      this.categories.startSection('');
    } else if (batch !== null) {
      this.lists.push({ ...this.list, batch, declared: declared ?? null, rows: [] });
      this.categories.startSection('');
    } else {
      this.categories.startSection(title);
    }
  }

  /** Whether the row only goes on with the last item: its name is merged over both rows, or it has no number of its own. */
  private continuesLast(row: TableRow, fields: RowFields, filled: readonly number[]): boolean {
    const last = this.list.rows.at(-1);
    if (last === undefined || this.group.fields.name === undefined) return false;
    const merged = fields.isContinued('name');
    if (!merged && this.endsName(last, row, fields, filled)) return true;
    if (!merged && (fields.first('name') !== '' || fields.own('no') !== '')) return false;
    for (const field of ['summary', 'basis', 'department', 'route', 'note'] as const) {
      const more = fields.text(field, true);
      if (more !== '' && last[field] !== more) last[field] = joined(last[field], more);
    }
    if (!merged) {
      this.tell(row, 'warning', '这一行没有序号和事项名称，并入上一项', '如是单独的事项，请补上事项名称');
    }
    return true;
  }

  /** A name that broke off in the row above, and goes on here without a number. */
  private endsName(last: ExtractedRow, row: TableRow, fields: RowFields, filled: readonly number[]): boolean {
    const more = oneLine(fields.first('name'));
    const [only] = filled;
    if (this.group.fields.no === undefined || filled.length !== 1 || only !== this.group.fields.name?.[0])
      return false;
    if (!isUnfinished(this.lastName) && !isRest(more)) return false;
    // Longer than any field may be, the name is refused, however it goes on.
    if (this.lastName.length <= LONGEST_FIELD) this.lastName += more;
    last.name = withoutEnd(this.lastName);
    last.writtenName = this.lastName;
    this.tell(row, 'warning', `「${shown(more)}」没有序号，接在上一项名称后面`, '如是单独的事项，请补上序号');
    return true;
  }

  private addRow(row: TableRow, fields: RowFields, filled: number): void {
    const name = oneLine(fields.first('name'));
    const number = oneLine(fields.first('no'));
    const fix = `请补上${FIELD_NAMES.name}，或删去这一行`;
    if (name === '' && number !== '' && filled === 1) {
      this.tell(row, 'warning', `序号 ${shown(number)} 后面是空的，没有读入`, fix);
      return;
    }
    const errors = fields.errors(this.place(row));
    this.findings.push(...errors);
    if (errors.some(({ severity }) => severity === 'error')) return;
    if (!/\p{L}/u.test(name)) {
      const problem =
        name === '' ? `这一行没有${FIELD_NAMES.name}` : `${FIELD_NAMES.name}「${shown(name)}」不是文字`;
      this.tell(row, 'error', problem, fix);
      return;
    }
    const kindText = fields.first('kind');
    const kind = kindText === '' ? null : (kindNamed(kindText) ?? kindAnswered(kindText, this.list.kind));
    if (kindText !== '' && kind === null) {
      const advice = '请写自治、协助、负面、可出具证明或不应出具证明';
      this.tell(row, 'error', `看不出「${shown(kindText)}」是哪种清单`, advice);
      return;
    }
    const numbered = this.group.fields.no === undefined ? numberedParagraph(name) : null;
    const batch = fields.first('batch');
    this.lastName = numbered?.text ?? name;
    const item: ExtractedRow = {
      ...emptyRow(this.place(row), withoutEnd(this.lastName)),
      writtenName: this.lastName,
      no: numbered?.number ?? wholeNumber(number),
      category: this.categories.of(fields.levels('category')),
      kind,
      batch: titleFacts(batch).batch ?? numeralValue(batch) ?? this.list.batch,
      summary: fields.text('summary'),
      basis: fields.text('basis'),
      department: fields.text('department'),
      route: fields.text('route'),
      aliases: splitAliases(fields.first('aliases')),
      note: fields.text('note'),
    };
    this.list.rows.push(item);
  }

  private place({ line }: TableRow): ExtractedRow['place'] {
    return { part: this.list.part, line };
  }

  private tell(row: TableRow, severity: ImportFinding['severity'], problem: string, advice: string): void {
    this.findings.push({ severity, place: this.place(row), problem, advice });
  }
}

/** A number of one part; 1.1 counts within its category only. */
function wholeNumber(text: string): number | null {
  const serial = serialOf(text);
  return serial !== null && Number.isInteger(serial.level) ? serial.number : null;
}

/** A name without the mark that ends its row. */
function withoutEnd(name: string): string {
  return name.replace(/[；;。，,、]+$/, '') || name;
}

function splitAliases(text: string): string[] {
  const parts = text.split(/[\n、，,；;|/]+/).map(oneLine);
  return [...new Set(parts.filter((part) => part !== ''))];
}
