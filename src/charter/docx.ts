import {
  AlignmentType,
  BorderStyle,
  Document,
  Packer,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { withFixedDates } from '#documents/repack.js';
import { lawLines } from './markdown.js';
import type { CharterReview } from './review.js';
import { findingRows, HEAD, procedureLines, summaryLine } from './said.js';

const PAGE = { width: 16838, height: 11906, margin: 1021 } as const;
/** Twentieths of a point, together the width of a landscape page's text. */
const WIDTHS = [1300, 5000, 1700, 3600, 3196] as const;
const BODY = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋', hint: 'eastAsia' };
const TITLE = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '黑体', hint: 'eastAsia' };

/** The review as a Word document, the same bytes for the same review. */
export async function charterDocx(review: CharterReview): Promise<Uint8Array> {
  const rows = findingRows(review);
  const { margin } = PAGE;
  const document = new Document({
    creator: '清单助手',
    title: '公约审查意见',
    styles: { default: { document: { run: { font: BODY, size: 21 } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: PAGE.height, height: PAGE.width, orientation: 'landscape' },
            margin: { top: margin, bottom: margin, left: margin, right: margin },
          },
        },
        children: [
          heading(`${review.title ?? '公约'}审查意见`, 32, AlignmentType.CENTER),
          paragraph(summaryLine(review)),
          ...(rows.length === 0 ? [] : [heading('逐条意见', 24), table([HEAD, ...rows])]),
          heading('程序', 24),
          ...procedureLines(review).map((line) => paragraph(line)),
          ...(lawLines(review).length === 0 ? [] : [heading('依据', 24)]),
          ...lawLines(review).map((line) => paragraph(line, 18)),
        ],
      },
    ],
  });
  return withFixedDates(new Uint8Array(await Packer.toBuffer(document)), review.date);
}

function heading(
  text: string,
  size: number,
  alignment: (typeof AlignmentType)[keyof typeof AlignmentType] = AlignmentType.LEFT,
): Paragraph {
  return new Paragraph({
    alignment,
    keepNext: true,
    spacing: { before: 120, after: 80 },
    children: [new TextRun({ text, size, bold: true, font: TITLE })],
  });
}

const paragraph = (text: string, size = 21) =>
  new Paragraph({ spacing: { after: 40 }, children: [new TextRun({ text, size })] });

function table(rows: readonly (readonly string[])[]): Table {
  const line = { style: BorderStyle.SINGLE, size: 4, color: '808080' };
  return new Table({
    columnWidths: [...WIDTHS],
    layout: TableLayoutType.FIXED,
    width: { size: WIDTHS.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    borders: {
      top: line,
      bottom: line,
      left: line,
      right: line,
      insideHorizontal: line,
      insideVertical: line,
    },
    rows: rows.map(
      (cells, r) =>
        new TableRow({
          tableHeader: r === 0,
          cantSplit: true,
          children: cells.map(
            (text, i) =>
              new TableCell({
                width: { size: WIDTHS[i] ?? 1000, type: WidthType.DXA },
                margins: { top: 40, bottom: 40, left: 80, right: 80 },
                ...(r === 0 ? { shading: { type: ShadingType.CLEAR, fill: 'E8EEF7', color: 'auto' } } : {}),
                children: text
                  .split('\n')
                  .map(
                    (one) =>
                      new Paragraph({ children: [new TextRun({ text: one, size: 19, bold: r === 0 })] }),
                  ),
              }),
          ),
        }),
    ),
  });
}
