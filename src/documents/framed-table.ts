import { BorderStyle, Table, TableLayoutType, type TableRow, WidthType } from 'docx';

/** How the lines of a table look: eighths of a point, RGB. */
export interface TableLine {
  readonly size: number;
  readonly color: string;
}

export const BLACK_LINE: TableLine = { size: 4, color: '000000' };
export const GREY_LINE: TableLine = { size: 4, color: '808080' };

/** A table with a line around every cell and columns that stay as wide as said. @param widths twentieths of a point */
export function framedTable(
  widths: readonly number[],
  rows: readonly TableRow[],
  line: TableLine = BLACK_LINE,
): Table {
  const border = { style: BorderStyle.SINGLE, ...line };
  return new Table({
    columnWidths: [...widths],
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    borders: {
      top: border,
      bottom: border,
      left: border,
      right: border,
      insideHorizontal: border,
      insideVertical: border,
    },
    rows: [...rows],
  });
}
