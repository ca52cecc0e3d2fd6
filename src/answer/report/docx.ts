import {
  AlignmentType,
  BorderStyle,
  Document,
  LineRuleType,
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
import { type Letter, lettersFor } from './letters.js';
import { COLUMNS, rowOf, summaryLines } from './summary.js';

/** A4 in twentieths of a point; margins as 公文 has them are too wide for a table, so 2 cm. */
const PAGE = { width: 11906, height: 16838, margin: 1134 } as const;
/** Widths of the table's columns on a landscape page, together its text width. */
const WIDTHS = [700, 3600, 1600, 2500, 3800, 2370] as const;
const BODY_FONT = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋', hint: 'eastAsia' };
const HEAD_FONT = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '黑体', hint: 'eastAsia' };
/** Half points: 小四, 五号 and 三号. */
const SIZE = { body: 24, table: 19, title: 36, head: 28 } as const;
/** Two characters of the body, as a paragraph of a letter begins. */
const INDENT = 480;

/** The report as a Word document: summary and table on landscape pages, each draft letter on a page of its own. */
export async function toDocx(screening: Screening): Promise<Uint8Array> {
  const margins = { top: PAGE.margin, bottom: PAGE.margin, left: PAGE.margin, right: PAGE.margin };
  const document = new Document({
    creator: '清单助手',
    title: '通知研判报告',
    styles: { default: { document: { run: { font: BODY_FONT, size: SIZE.body } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: PAGE.width, height: PAGE.height, orientation: PageOrientation.LANDSCAPE },
            margin: margins,
          },
        },
        children: [
          heading('通知研判报告', SIZE.title, AlignmentType.CENTER),
          summaryTable(screening),
          heading('逐项研判', SIZE.head, AlignmentType.LEFT),
          taskTable(screening),
        ],
      },
      ...lettersFor(screening).map(letterSection),
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

/** Letters alone as a Word document, each on a page of its own. */
export async function lettersToDocx(letters: readonly Letter[]): Promise<Uint8Array> {
  const document = new Document({
    creator: '清单助手',
    title: letters.map(({ name }) => name).join('、'),
    styles: { default: { document: { run: { font: BODY_FONT, size: SIZE.body } } } },
    sections: letters.map(letterSection),
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

const letterSection = (letter: Letter) => ({
  properties: {
    page: {
      size: { width: PAGE.width, height: PAGE.height },
      margin: { top: PAGE.margin, bottom: PAGE.margin, left: 1588, right: 1474 },
    },
  },
  children: letterParagraphs(letter),
});

function heading(text: string, size: number, alignment: (typeof AlignmentType)[keyof typeof AlignmentType]) {
  return new Paragraph({
    alignment,
    keepNext: true,
    spacing: { before: 240, after: 160 },
    children: [new TextRun({ text, size, bold: true, font: HEAD_FONT })],
  });
}

function summaryTable(screening: Screening): Table {
  const widths = [4300, 10270];
  return table(
    widths,
    summaryLines(screening).map(
      ([name, content]) =>
        new TableRow({
          cantSplit: true,
          children: [cell(name, widths[0], { shaded: true }), cell(content, widths[1])],
        }),
    ),
  );
}

function taskTable({ tasks }: Screening): Table {
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: COLUMNS.map((name, i) => cell(name, WIDTHS[i], { shaded: true, centred: true, bold: true })),
  });
  const rows = tasks.map(
    (task, i) =>
      new TableRow({
        cantSplit: true,
        children: rowOf(task, i).map((text, column) => cell(text, WIDTHS[column], { centred: column === 0 })),
      }),
  );
  return table([...WIDTHS], [head, ...rows]);
}

function table(columnWidths: number[], rows: TableRow[]): Table {
  const line = { style: BorderStyle.SINGLE, size: 4, color: '808080' };
  return new Table({
    columnWidths,
    layout: TableLayoutType.FIXED,
    width: { size: columnWidths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    borders: {
      top: line,
      bottom: line,
      left: line,
      right: line,
      insideHorizontal: line,
      insideVertical: line,
    },
    rows,
  });
}

function cell(
  text: string,
  width = 1000,
  {
    shaded = false,
    centred = false,
    bold = false,
  }: { shaded?: boolean; centred?: boolean; bold?: boolean } = {},
): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 50, bottom: 50, left: 90, right: 90 },
    ...(shaded ? { shading: { type: ShadingType.CLEAR, fill: 'E8EEF7', color: 'auto' } } : {}),
    children: [
      new Paragraph({
        alignment: centred ? AlignmentType.CENTER : AlignmentType.LEFT,
        children: [new TextRun({ text, size: SIZE.table, bold })],
      }),
    ],
  });
}

function letterParagraphs({ title, paragraphs }: Letter): Paragraph[] {
  const last = paragraphs.length - 1;
  return [
    heading(title, SIZE.title - 4, AlignmentType.CENTER),
    ...paragraphs.map((text, i) => {
      // To whom it goes stands at the margin; who signs and when, at the right.
      const signature = i === last - 1 || i === last - 2;
      return new Paragraph({
        alignment: signature ? AlignmentType.RIGHT : AlignmentType.LEFT,
        spacing: { line: 440, lineRule: LineRuleType.AT_LEAST, before: i === last - 2 ? 480 : 0 },
        ...(i === 0 || signature ? {} : { indent: { firstLine: INDENT } }),
        children: [new TextRun({ text })],
      });
    }),
  ];
}
