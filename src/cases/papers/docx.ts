import {
  AlignmentType,
  Document,
  LineRuleType,
  Packer,
  Paragraph,
  type Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { framedTable } from '#documents/framed-table.js';
import { dayWords, type Paper } from './paper.js';

/** A4 in twentieths of a point; margins as 公文 has them (GB/T 9704: 37, 35, 28 and 26 mm). */
const PAGE = { width: 11906, height: 16838, top: 2098, bottom: 1984, left: 1588, right: 1474 } as const;
const LABEL = 1900;
const FIELD = PAGE.width - PAGE.left - PAGE.right - LABEL;
const font = (eastAsia: string) => ({
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  eastAsia,
  hint: 'eastAsia',
});
/** Half points: 二号 for the title, 四号 for the text, 小五 for the foot. */
const SIZE = { title: 44, body: 28, note: 18 } as const;
/** Two characters of the body. */
const INDENT = 2 * SIZE.body * 10;
/** Twentieths of a point: a little over the height of a line of the body. */
const LINE = 520;

/** The sheet as a Word file on one page of A4, more where it is long. */
export async function paperDocx(paper: Paper): Promise<Uint8Array> {
  const { title, number, to, rows, paragraphs, office, day, notes } = paper;
  const document = new Document({
    creator: '清单助手',
    title,
    styles: { default: { document: { run: { font: font('仿宋'), size: SIZE.body } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: PAGE.width, height: PAGE.height },
            margin: { top: PAGE.top, bottom: PAGE.bottom, left: PAGE.left, right: PAGE.right },
          },
        },
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            spacing: { after: 120 },
            children: [new TextRun({ text: title, size: SIZE.title, bold: true, font: font('宋体') })],
          }),
          new Paragraph({
            alignment: AlignmentType.CENTER,
            spacing: { after: 240 },
            children: [new TextRun({ text: number })],
          }),
          ...(to === null ? [] : [text(`${to}：`, { indented: false })]),
          ...(rows.length === 0 ? [] : [table(rows), text('', { indented: false })]),
          ...paragraphs.map((line) => text(line)),
          text(office, { right: true, before: 480 }),
          text(dayWords(day), { right: true }),
          ...notes.map(
            (line) =>
              new Paragraph({
                spacing: { before: 80 },
                children: [new TextRun({ text: line, size: SIZE.note })],
              }),
          ),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function text(
  line: string,
  {
    indented = true,
    right = false,
    before = 0,
  }: { indented?: boolean; right?: boolean; before?: number } = {},
): Paragraph {
  return new Paragraph({
    alignment: right ? AlignmentType.RIGHT : AlignmentType.LEFT,
    spacing: { line: LINE, lineRule: LineRuleType.AT_LEAST, before },
    ...(indented && !right ? { indent: { firstLine: INDENT } } : {}),
    children: [new TextRun({ text: line })],
  });
}

function table(rows: Paper['rows']): Table {
  return framedTable(
    [LABEL, FIELD],
    rows.map(
      ([label, content]) =>
        new TableRow({ cantSplit: true, children: [cell(label, LABEL, true), cell(content, FIELD, false)] }),
    ),
  );
}

function cell(content: string, width: number, label: boolean): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 60, bottom: 60, left: 110, right: 110 },
    children: [
      new Paragraph({
        alignment: label ? AlignmentType.CENTER : AlignmentType.LEFT,
        children: [new TextRun({ text: content, bold: label })],
      }),
    ],
  });
}
