import {
  AlignmentType,
  Document,
  type FileChild,
  LineRuleType,
  Packer,
  Paragraph,
  type Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { framedTable } from './framed-table.js';
import { withFixedDates } from './repack.js';

/** One part of a document to write, from the top. */
export type DocxBlock =
  | { type: 'title'; text: string }
  /** `at`: where it stands; body text is indented by two characters. */
  | { type: 'paragraph'; text: string; at?: 'body' | 'left' | 'right' | 'centre' }
  /** A form: each row is labels and contents in turn, one pair or two; `lines` is how much room its content has. */
  | { type: 'form'; rows: readonly { cells: readonly string[]; lines?: number }[] };

/** A4 and the margins of 公文 (GB/T 9704—2012), in twentieths of a point. */
const PAGE = {
  width: 11906,
  height: 16838,
  margin: { top: 2098, bottom: 1984, left: 1588, right: 1474 },
} as const;
const TEXT_WIDTH = PAGE.width - PAGE.margin.left - PAGE.margin.right;
const LABEL_WIDTH = 2000;
const BODY_FONT = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋', hint: 'eastAsia' };
const HEAD_FONT = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '黑体', hint: 'eastAsia' };
/** Half points: 小三 for running text, 小四 in forms, 二号 for the title. */
const SIZE = { body: 30, form: 24, title: 44 } as const;
const INDENT = 600;
/** Least height of a line of a form. */
const LINE = 400;

/** A Word document of paragraphs and forms; the same parts and day give the same bytes. @param day YYYY-MM-DD */
export async function writeDocx(
  title: string,
  blocks: readonly DocxBlock[],
  day: string,
): Promise<Uint8Array> {
  const document = new Document({
    creator: '清单助手',
    title,
    styles: { default: { document: { run: { font: BODY_FONT, size: SIZE.body } } } },
    sections: [
      {
        properties: { page: { size: { width: PAGE.width, height: PAGE.height }, margin: PAGE.margin } },
        children: blocks.map(childOf),
      },
    ],
  });
  return withFixedDates(new Uint8Array(await Packer.toBuffer(document)), day);
}

function childOf(block: DocxBlock): FileChild {
  switch (block.type) {
    case 'title':
      return new Paragraph({
        alignment: AlignmentType.CENTER,
        keepNext: true,
        spacing: { before: 0, after: 320 },
        children: [new TextRun({ text: block.text, size: SIZE.title, font: HEAD_FONT })],
      });
    case 'paragraph':
      return paragraph(block.text, block.at ?? 'body');
    case 'form':
      return form(block.rows);
  }
}

function paragraph(text: string, at: 'body' | 'left' | 'right' | 'centre'): Paragraph {
  const alignment = {
    body: AlignmentType.JUSTIFIED,
    left: AlignmentType.LEFT,
    right: AlignmentType.RIGHT,
    centre: AlignmentType.CENTER,
  };
  return new Paragraph({
    alignment: alignment[at],
    spacing: { line: 560, lineRule: LineRuleType.EXACT },
    ...(at === 'body' ? { indent: { firstLine: INDENT } } : {}),
    children: [new TextRun({ text })],
  });
}

function form(rows: readonly { cells: readonly string[]; lines?: number }[]): Table {
  const half = Math.floor(TEXT_WIDTH / 2);
  const widths = [LABEL_WIDTH, half - LABEL_WIDTH, LABEL_WIDTH, TEXT_WIDTH - half - LABEL_WIDTH];
  return framedTable(
    widths,
    rows.map(
      ({ cells, lines = 1 }) =>
        new TableRow({
          cantSplit: true,
          height: { value: lines * LINE + 160, rule: 'atLeast' },
          children: cells.map((text, i) => {
            // A row of one pair has its content over the three columns behind the label.
            const over = cells.length === 2 && i === 1 ? 3 : 1;
            const width = over === 3 ? TEXT_WIDTH - LABEL_WIDTH : (widths[i] ?? LABEL_WIDTH);
            return cell(text, width, over, i % 2 === 0);
          }),
        }),
    ),
    { size: 6, color: '000000' },
  );
}

function cell(text: string, width: number, columnSpan: number, isLabel: boolean): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    columnSpan,
    verticalAlign: VerticalAlign.CENTER,
    margins: { top: 60, bottom: 60, left: 100, right: 100 },
    children: text.split('\n').map(
      (line) =>
        new Paragraph({
          alignment: isLabel ? AlignmentType.CENTER : AlignmentType.LEFT,
          children: [new TextRun({ text: line, size: SIZE.form, ...(isLabel ? { font: HEAD_FONT } : {}) })],
        }),
    ),
  });
}
