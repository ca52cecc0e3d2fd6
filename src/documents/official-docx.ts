import {
  AlignmentType,
  Document,
  Footer,
  ImageRun,
  LineRuleType,
  Packer,
  PageBreak,
  PageNumber,
  Paragraph,
  type Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { framedTable } from './framed-table.js';
import type { OfficialBlock, OfficialDocument } from './official.js';

/** A4 with the margins of GB/T 9704-2012, 5.2: 37 mm above, 28 mm left, text of 156 × 225 mm. In twentieths of a point. */
const PAGE = { width: 11906, height: 16838 } as const;
const MARGIN = { top: 2098, left: 1588, bottom: 1984, right: 1474 } as const;
const TEXT_WIDTH = PAGE.width - MARGIN.left - MARGIN.right;
/** 7.2.2: the body in 三号仿宋, 22 lines of 28 characters to a page. Sizes in half points. */
const SIZE = { title: 44, body: 32, table: 21, page: 28 } as const;
const LINE = 580;
/** Two characters of the body. */
const INDENT = 640;

const font = (eastAsia: string) => ({
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  eastAsia,
  hint: 'eastAsia' as const,
});
/** 7.3: title 小标宋, first level 黑体, second 楷体, body 仿宋. */
const FONTS = {
  title: font('方正小标宋简体'),
  first: font('黑体'),
  second: font('楷体'),
  body: font('仿宋'),
};

/** Pixels of the screen that the text is wide. */
const MOST_PIXELS = 580;

/** The document as Word reads it. Characters that XML can't hold are left out. */
export async function toOfficialDocx({ title, subtitle, blocks }: OfficialDocument): Promise<Uint8Array> {
  const document = new Document({
    creator: '清单助手',
    title: title.replaceAll('\n', ''),
    styles: { default: { document: { run: { font: FONTS.body, size: SIZE.body } } } },
    sections: [
      {
        properties: { page: { size: PAGE, margin: MARGIN } },
        footers: { default: new Footer({ children: [pageNumber()] }) },
        children: [
          ...titleLines(title, subtitle === undefined ? LINE : 120),
          ...(subtitle === undefined
            ? []
            : [line(subtitle, AlignmentType.CENTER, { after: LINE, font: FONTS.second })]),
          ...blocks.flatMap(blockOf),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function titleLines(title: string, after: number): Paragraph[] {
  const lines = title.split('\n');
  return lines.map(
    (text, i) =>
      new Paragraph({
        alignment: AlignmentType.CENTER,
        spacing: { after: i === lines.length - 1 ? after : 0, line: 700, lineRule: LineRuleType.EXACT },
        children: [run(text, { font: FONTS.title, size: SIZE.title })],
      }),
  );
}

function blockOf(block: OfficialBlock): (Paragraph | Table)[] {
  switch (block.type) {
    case 'heading':
      return [
        new Paragraph({
          keepNext: true,
          indent: { firstLine: INDENT },
          spacing: { line: LINE, lineRule: LineRuleType.EXACT },
          children: [
            run(block.text, { font: block.level === 1 ? FONTS.first : FONTS.second, size: SIZE.body }),
          ],
        }),
      ];
    case 'paragraph':
      return [
        new Paragraph({
          alignment: AlignmentType.JUSTIFIED,
          indent: { firstLine: INDENT },
          spacing: { line: LINE, lineRule: LineRuleType.EXACT },
          children: [run(block.text, { size: SIZE.body })],
        }),
      ];
    case 'line':
      return [line(block.text, ALIGN[block.align ?? 'left'], {})];
    case 'table':
      return tableOf(block);
    case 'picture':
      return pictureOf(block);
    case 'page-break':
      return [new Paragraph({ children: [new PageBreak()] })];
  }
}

const ALIGN = { left: AlignmentType.LEFT, right: AlignmentType.RIGHT, center: AlignmentType.CENTER } as const;

function tableOf({ caption, rows, widths = [] }: OfficialBlock & { type: 'table' }): (Paragraph | Table)[] {
  const columns = Math.max(1, ...rows.map((row) => row.length));
  const shares = Array.from({ length: columns }, (_, i) => widths[i] ?? 1);
  const all = shares.reduce((sum, share) => sum + share, 0);
  const columnWidths = shares.map((share) => Math.floor((share / all) * TEXT_WIDTH));
  const table = framedTable(
    columnWidths,
    rows.map(
      (row, i) =>
        new TableRow({
          cantSplit: true,
          tableHeader: i === 0,
          children: columnWidths.map((width, column) => cellOf(row[column] ?? '', width, i === 0)),
        }),
    ),
    { size: 4, color: '404040' },
  );
  const head = caption === undefined ? [] : [captionOf(caption, true)];
  return [...head, table, new Paragraph({ spacing: { line: 240 }, children: [] })];
}

function cellOf(text: string, width: number, head: boolean): TableCell {
  const numeric = /^[\d.,%+-]*$/.test(text);
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    children: text.split('\n').map(
      (part) =>
        new Paragraph({
          alignment: head || numeric ? AlignmentType.CENTER : AlignmentType.LEFT,
          children: [run(part, { size: SIZE.table, ...(head ? { font: FONTS.first } : {}) })],
        }),
    ),
  });
}

function pictureOf({ caption, png, width, height }: OfficialBlock & { type: 'picture' }): Paragraph[] {
  const scale = Math.min(1, MOST_PIXELS / width);
  const transformation = { width: Math.round(width * scale), height: Math.round(height * scale) };
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      keepNext: true,
      children: [
        new ImageRun({
          type: 'png',
          data: png,
          transformation,
          altText: { name: caption, description: caption, title: caption },
        }),
      ],
    }),
    captionOf(caption, false),
  ];
}

const captionOf = (text: string, above: boolean) =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    keepNext: above,
    spacing: above ? { before: 160, after: 60 } : { before: 60, after: 160 },
    children: [run(text, { size: SIZE.table + 3, font: FONTS.first })],
  });

function line(
  text: string,
  alignment: (typeof ALIGN)[keyof typeof ALIGN],
  { after = 0, font = FONTS.body }: { after?: number; font?: (typeof FONTS)[keyof typeof FONTS] },
): Paragraph {
  return new Paragraph({
    alignment,
    spacing: { line: LINE, lineRule: LineRuleType.EXACT, after },
    children: [run(text, { size: SIZE.body, font })],
  });
}

/** 7.5: — 1 —, in 四号 half-width figures. */
function pageNumber(): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ size: SIZE.page, children: ['— ', PageNumber.CURRENT, ' —'] })],
  });
}

function run(text: string, options: { size: number; font?: (typeof FONTS)[keyof typeof FONTS] }): TextRun {
  return new TextRun({ ...options, text: text.replace(/\p{Cc}/gu, ' ') });
}
