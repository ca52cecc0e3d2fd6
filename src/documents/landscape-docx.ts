import {
  AlignmentType,
  Document,
  type FileChild,
  Packer,
  PageOrientation,
  Paragraph,
  ShadingType,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { framedTable, GREY_LINE } from './framed-table.js';

/** One part of a report with a wide table, from the top. */
export type LandscapeBlock =
  | { type: 'title' | 'heading' | 'paragraph' | 'small'; text: string }
  /** The first row is the head. @see widths twentieths of a point, together at most `TEXT_WIDTH`. */
  | {
      type: 'table';
      widths: readonly number[];
      rows: readonly (readonly string[])[];
      /** Columns whose content stands in the middle. */
      centred?: readonly number[];
    };

/** A4 in twentieths of a point; margins as 公文 has them are too wide for a table, so 1.8 cm. */
const PAGE = { width: 11906, height: 16838, margin: 1021 } as const;
/** Room for a table, in twentieths of a point. */
export const TEXT_WIDTH = PAGE.height - 2 * PAGE.margin;
const font = (eastAsia: string) => ({
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  eastAsia,
  hint: 'eastAsia' as const,
});
const FONTS = { body: font('仿宋'), head: font('黑体') };
/** Half points: 五号, 小五 and 三号. */
const SIZE = { paragraph: 21, small: 18, table: 19, title: 32, heading: 24 } as const;

/** A report as a Word document on landscape pages. */
export async function landscapeDocx(title: string, blocks: readonly LandscapeBlock[]): Promise<Uint8Array> {
  const { width, height, margin } = PAGE;
  const document = new Document({
    creator: '清单助手',
    title,
    styles: { default: { document: { run: { font: FONTS.body, size: SIZE.paragraph } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width, height, orientation: PageOrientation.LANDSCAPE },
            margin: { top: margin, bottom: margin, left: margin, right: margin },
          },
        },
        children: blocks.map(childOf),
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function childOf(block: LandscapeBlock): FileChild {
  switch (block.type) {
    case 'title':
    case 'heading':
      return new Paragraph({
        alignment: block.type === 'title' ? AlignmentType.CENTER : AlignmentType.LEFT,
        keepNext: true,
        spacing: { before: 120, after: 80 },
        children: [new TextRun({ text: block.text, size: SIZE[block.type], bold: true, font: FONTS.head })],
      });
    case 'paragraph':
    case 'small':
      return new Paragraph({
        spacing: { after: 30 },
        children: [new TextRun({ text: block.text, size: SIZE[block.type] })],
      });
    case 'table':
      return tableOf(block);
  }
}

function tableOf({ widths, rows, centred = [] }: LandscapeBlock & { type: 'table' }) {
  const cell = (text: string, column: number, isHead: boolean) =>
    new TableCell({
      width: { size: widths[column] ?? 1000, type: WidthType.DXA },
      margins: { top: 30, bottom: 30, left: 80, right: 80 },
      ...(isHead ? { shading: { type: ShadingType.CLEAR, fill: 'E8EEF7', color: 'auto' } } : {}),
      children: text.split('\n').map(
        (line) =>
          new Paragraph({
            alignment: isHead || centred.includes(column) ? AlignmentType.CENTER : AlignmentType.LEFT,
            children: [new TextRun({ text: line, size: SIZE.table, bold: isHead })],
          }),
      ),
    });
  return framedTable(
    widths,
    rows.map(
      (row, i) =>
        new TableRow({
          tableHeader: i === 0,
          cantSplit: true,
          children: row.map((text, column) => cell(text, column, i === 0)),
        }),
    ),
    GREY_LINE,
  );
}
