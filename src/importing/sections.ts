import type { TableRow } from '#documents/content.js';
import { numeralValue } from '#text/numerals.js';
import { oneLine } from './extracted.js';
import type { ColumnGroup } from './header.js';
import { numberedParagraph, type Serial, serialOf } from './numbering.js';
import { titleFacts } from './titles.js';

/** UTF-16 units: a longer text alone in its row is a sentence. */
const LONGEST_SECTION = 40;

/** Rows looked at for the next number. */
const NEXT_WITHIN = 50;

/** Tells the rows that head others (「一、社会保障类」) from items, by how the column of numbers counts. */
export class Sections {
  private readonly serials: (Serial | null)[];
  /** Level of most numbers: that of the items. */
  private readonly itemLevel: number;

  constructor(
    private readonly rows: readonly TableRow[],
    private readonly group: ColumnGroup,
  ) {
    const column = group.fields.no?.[0];
    this.serials = rows.map(({ cells, continued }) =>
      column === undefined || continued.includes(column) ? null : serialOf(cells[column] ?? ''),
    );
    this.itemLevel = mostFrequent(this.serials.flatMap((serial) => serial?.level ?? []));
  }

  /** The words of the section that the row at `index` starts; null for a row that starts none. */
  at(index: number, filled: readonly number[], lastNumber: number | null): string | null {
    const row = this.rows[index];
    const [first, second] = filled;
    if (row === undefined || first === undefined) return null;
    if (filled.length === 1) return this.alone(row, first);
    const { no, name, category } = this.group.fields;
    const holds = second !== undefined && [name, category].some((columns) => columns?.includes(second));
    if (filled.length > 2 || first !== no?.[0] || !holds) return null;
    const serial = this.serials[index];
    if (!serial || serial.level >= this.itemLevel || this.runsOn(index, serial, lastNumber)) return null;
    return oneLine(row.cells[second] ?? '');
  }

  /** A number of a higher order that counts on among the items: 5, 六, 7. */
  private runsOn(index: number, { number }: Serial, lastNumber: number | null): boolean {
    const next = this.serials.slice(index + 1, index + NEXT_WITHIN).find((serial) => serial !== null);
    return (lastNumber === null || number === lastNumber + 1) && next?.number === number + 1;
  }

  /** A text that stands alone in its row and is no number of an item. */
  private alone(row: TableRow, column: number): string | null {
    const { fields, kind } = this.group;
    const text = oneLine(row.cells[column] ?? '');
    if (fields.name !== undefined && row.continued.includes(fields.name[0] ?? -1)) return null;
    const details = [fields.summary, fields.basis, fields.department, fields.route, fields.note];
    if (details.some((columns) => columns?.includes(column))) return null;
    if (numeralValue(text) !== null && !/^[一二三四五六七八九十]+$/.test(text)) return null;
    if (titleFacts(text).batch !== null) return text;
    if (kind !== null || isSentence(text)) return null;
    const isMerged = row.spanned?.includes(column + 1);
    if (column !== fields.name?.[0]) return text;
    const numbered = numberedParagraph(text);
    const isHeading = numbered !== null && numbered.level <= 2 && text.length <= 30;
    return fields.no !== undefined && (isHeading || isMerged) ? text : null;
  }
}

/** Whether a text alone in its row is a sentence: a remark, no heading. */
export function isSentence(text: string): boolean {
  return /[。；;]$/.test(text) || text.length > LONGEST_SECTION;
}

function mostFrequent(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}
