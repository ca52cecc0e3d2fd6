import type { TableRow } from '#documents/content.js';
import { type ImportFinding, oneLine } from './extracted.js';
import { FIELD_NAMES, type Field } from './field-names.js';
import { headerKey } from './fields.js';
import type { ColumnGroup, Header } from './header.js';
import { PLAIN_NOTE } from './header-words.js';
import { joined } from './unfinished.js';

/** What a spreadsheet shows for a formula that failed. */
const CELL_ERROR = /^#(REF|N\/A|VALUE|NAME|DIV|NUM|NULL)/;

/** The cells of a row by what they hold. */
export class RowFields {
  constructor(
    private readonly header: Header,
    private readonly group: ColumnGroup,
    private readonly row: TableRow,
  ) {}

  /** The cell of the field's first column, as it is. */
  first(field: Field): string {
    const column = this.group.fields[field]?.[0];
    return column === undefined ? '' : this.cell(column);
  }

  /** All cells of a field: what its further columns say is added, with their headers where these differ in sense. */
  text(field: Field, ownOnly = false): string {
    const columns = this.group.fields[field] ?? [];
    return columns.reduce((text, column, i) => {
      const own = ownOnly && this.row.continued.includes(column) ? '' : oneLine(this.cell(column));
      if (own === '' || CELL_ERROR.test(own)) return text;
      const header = headerKey(this.header.cells[column] ?? '');
      const isPlain =
        field === 'note' ? PLAIN_NOTE.test(header) : i === 0 || field === 'basis' || field === 'summary';
      return joined(text, isPlain || header === '' ? own : `${header}：${own}`);
    }, '');
  }

  /** The cells of the field, outermost first, each null where it belongs to a row above or is empty. */
  levels(field: Field): string[] {
    return (this.group.fields[field] ?? []).map((column) => oneLine(this.cell(column)));
  }

  /** Whether the field's own cell starts in a row above. */
  isContinued(field: Field): boolean {
    const column = this.group.fields[field]?.[0];
    return column !== undefined && this.row.continued.includes(column);
  }

  /** The first cell, unless it belongs to a row above. */
  own(field: Field): string {
    return this.isContinued(field) ? '' : this.first(field);
  }

  /** Columns of the group with a text that starts in this row. */
  filled(): number[] {
    return this.group.columns.filter(
      (column) => this.cell(column) !== '' && !this.row.continued.includes(column),
    );
  }

  cell(column: number): string {
    return (this.row.cells[column] ?? '').trim();
  }

  /** Formulas that failed, in columns that are read. */
  errors(place: ImportFinding['place']): ImportFinding[] {
    return (Object.entries(this.group.fields) as [Field, number[]][]).flatMap(([field, columns]) =>
      columns
        .map((column) => this.cell(column))
        .filter((text) => CELL_ERROR.test(text))
        .map((text): ImportFinding => {
          const isName = field === 'name';
          return {
            severity: isName ? 'error' : 'warning',
            place,
            problem: `${FIELD_NAMES[field]}是公式错误 ${text.slice(0, 8)}${isName ? '' : '，没有读入'}`,
            advice: '请在表格里改成文字',
          };
        }),
    );
  }
}
