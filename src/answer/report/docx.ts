import {
  AlignmentType,
  BorderStyle,
  Document,
  Packer,
  PageOrientation,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Screening } from '../notices/screening.js';
import { numberBases } from './bases.js';
import { followUp } from './follow-up.js';
import { byNeed } from './order.js';
import { passedOverInBrief } from './passed-over.js';
import { COLUMNS, countsText, headText, rowOf } from './summary.js';

/** A4 in twentieths of a point; margins as 公文 has them are too wide for a table, so 1.8 cm. */
const PAGE = { width: 11906, height: 16838, margin: 1021 } as const;
/** Widths of the table's columns on a landscape page, together its text width. */
const WIDTHS = [640, 5000, 1900, 2900, 1156, 3200] as const;
const BODY_FONT = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋', hint: 'eastAsia' };
const HEAD_FONT = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '黑体', hint: 'eastAsia' };
/** Half points: 五号, 小五 and 三号. */
const SIZE = { body: 21, small: 18, table: 19, title: 32, head: 24 } as const;

type Alignment = (typeof AlignmentType)[keyof typeof AlignmentType];

/** The report as a Word document on landscape pages: what was read, the tasks by what has to be done, the bases each once, what was passed over. */
export async function toDocx(screening: Screening): Promise<Uint8Array> {
  const { margin } = PAGE;
  const ordered = byNeed(screening);
  const bases = numberBases(ordered.map(({ task }) => task));
  const rows = ordered.map(({ task, number }) => rowOf(task, number, bases));
  const passedOver = passedOverInBrief(screening);
  const document = new Document({
    creator: '清单助手',
    title: '通知研判报告',
    styles: { default: { document: { run: { font: BODY_FONT, size: SIZE.body } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: PAGE.width, height: PAGE.height, orientation: PageOrientation.LANDSCAPE },
            margin: { top: margin, bottom: margin, left: margin, right: margin },
          },
        },
        children: [
          heading('通知研判报告', SIZE.title, AlignmentType.CENTER),
          paragraph(headText(screening)),
          paragraph(countsText(screening)),
          ...followUp(screening).map(([name, content]) => paragraph(`${name}：${content}。`)),
          heading('逐项研判', SIZE.head),
          taskTable(rows),
          ...(bases.lines.length === 0 ? [] : [heading('依据', SIZE.head)]),
          ...bases.lines.map((line, i) => paragraph(`[${i + 1}] ${line}`, SIZE.small)),
          ...(passedOver.length === 0 ? [] : [heading('未列为任务的内容', SIZE.head)]),
          ...passedOver.map((line) => paragraph(line, SIZE.small)),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function heading(text: string, size: number, alignment: Alignment = AlignmentType.LEFT): Paragraph {
  return new Paragraph({
    alignment,
    keepNext: true,
    spacing: { before: 120, after: 80 },
    children: [new TextRun({ text, size, bold: true, font: HEAD_FONT })],
  });
}

const paragraph = (text: string, size: number = SIZE.body) =>
  new Paragraph({ spacing: { after: 30 }, children: [new TextRun({ text, size })] });

function taskTable(rows: readonly (readonly string[])[]): Table {
  const line = { style: BorderStyle.SINGLE, size: 4, color: '808080' };
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: COLUMNS.map((name, i) => cell(name, i, true)),
  });
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
    rows: [
      head,
      ...rows.map(
        (row) => new TableRow({ cantSplit: true, children: row.map((text, i) => cell(text, i, false)) }),
      ),
    ],
  });
}

function cell(text: string, column: number, isHead: boolean): TableCell {
  return new TableCell({
    width: { size: WIDTHS[column] ?? 1000, type: WidthType.DXA },
    margins: { top: 30, bottom: 30, left: 80, right: 80 },
    ...(isHead ? { shading: { type: ShadingType.CLEAR, fill: 'E8EEF7', color: 'auto' } } : {}),
    children: [
      new Paragraph({
        alignment: isHead || column === 0 ? AlignmentType.CENTER : AlignmentType.LEFT,
        children: [new TextRun({ text, size: SIZE.table, bold: isHead })],
      }),
    ],
  });
}
