import {
  AlignmentType,
  BorderStyle,
  Document,
  DocumentGridType,
  Footer,
  LineRuleType,
  Packer,
  PageBreak,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  UnderlineType,
  WidthType,
} from 'docx';
import type { Attachment, Letter, LetterParagraph } from './letter.js';
import { titleLines } from './title-lines.js';

/*
 * The layout of an official letter, by GB/T 9704-2012: A4 with 37, 35, 28 and 26 mm of margin (5.2.1), title in 2号
 * 小标宋 (7.3.1), body in 3号仿宋 with two characters of indent (7.3.3), 一、 in 黑体 and （一） in 楷体 (7.3.3), the
 * signature centred over the date, the date four characters from the right (7.3.5), page numbers in 4号 between dashes,
 * odd ones right and even ones left (7.5), none on a letter's first page (10.1).
 */

/** Twentieths of a point; 56.7 of them are a millimetre. */
const MM = 56.6929;
const mm = (length: number) => Math.round(length * MM);
const PAGE = { width: mm(210), height: mm(297) } as const;
const MARGINS = { top: mm(37), bottom: mm(35), left: mm(28), right: mm(26), footer: mm(28) } as const;
/** Half points: 2号, 3号, 4号, 小四. */
const SIZE = { title: 44, body: 32, page: 28, table: 24 } as const;
/** Twentieths of a point: the width of a character of 3号, and a line of 28 points. */
const CHARACTER = 320;
const LINE = 560;
const TITLE_LINE = 640;

/** Fonts of the norm, and what a machine without them shows instead. */
export const FONT_FALLBACKS = [
  ['方正小标宋简体', '宋体'],
  ['仿宋_GB2312', '仿宋'],
  ['楷体_GB2312', '楷体'],
  ['黑体', 'SimHei'],
] as const;
const font = (eastAsia: string) => ({
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  eastAsia,
  hint: 'eastAsia',
});
const FONT = {
  title: font('方正小标宋简体'),
  body: font('仿宋_GB2312'),
  first: font('黑体'),
  second: font('楷体_GB2312'),
  page: font('宋体'),
} as const;

/** What a person fills in by hand: as wide as a name. */
const FILL_IN = '　'.repeat(6);

/** A letter as a Word document. The fallbacks of its fonts are not yet in it. */
export async function toGongwen(letter: Letter): Promise<Uint8Array> {
  const page = {
    size: PAGE,
    margin: MARGINS,
  };
  const document = new Document({
    creator: letter.from,
    title: letter.title,
    evenAndOddHeaderAndFooters: true,
    styles: { default: { document: { run: { font: FONT.body, size: SIZE.body } } } },
    sections: [
      {
        properties: {
          page,
          titlePage: true,
          grid: { type: DocumentGridType.LINES, linePitch: LINE },
        },
        footers: {
          default: pageNumber(AlignmentType.RIGHT),
          even: pageNumber(AlignmentType.LEFT),
          first: new Footer({ children: [new Paragraph({})] }),
        },
        children: [...front(letter), ...bodyOf(letter), ...back(letter)],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

const line = { line: LINE, lineRule: LineRuleType.EXACT } as const;
/** Characters of 2号 in a line of 156 mm. */
const TITLE_CHARACTERS = 20;
/** Paragraphs that stay on the signature's page: it never stands alone (7.3.5.5). */
const KEPT_WITH_SIGNATURE = 2;
const run = (text: string, face: keyof typeof FONT = 'body', size: number = SIZE.body) =>
  new TextRun({ text, font: FONT[face], size });
const fillIn = () => new TextRun({ text: FILL_IN, underline: { type: UnderlineType.SINGLE } });
const empty = () => new Paragraph({ spacing: line, keepNext: true });

/** Title and 主送机关. */
function front({ title, to }: Letter): Paragraph[] {
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { line: TITLE_LINE, lineRule: LineRuleType.EXACT },
      children: titleLines(title, TITLE_CHARACTERS).map(
        (text, i) =>
          new TextRun({ text, font: FONT.title, size: SIZE.title, ...(i > 0 ? { break: 1 } : {}) }),
      ),
    }),
    empty(),
    new Paragraph({ spacing: line, children: [...(to === '' ? [fillIn()] : [run(to)]), run('：')] }),
  ];
}

const bodyOf = ({ paragraphs }: Letter): Paragraph[] =>
  paragraphs.map((paragraph, i) => body(paragraph, paragraphs.length - i <= KEPT_WITH_SIGNATURE));

function body({ level, number, heading, text }: LetterParagraph, kept: boolean): Paragraph {
  const face = level === 1 ? 'first' : level === 2 ? 'second' : 'body';
  const children = [
    ...(number === '' ? [] : [run(number, face)]),
    ...(heading === '' ? [] : [run(heading, face)]),
    ...(text === '' ? [] : [run(text)]),
  ];
  return new Paragraph({
    spacing: line,
    alignment: AlignmentType.BOTH,
    keepNext: kept || level === 1,
    autoSpaceEastAsianText: false,
    indent: { firstLine: 2 * CHARACTER },
    children,
  });
}

/** The note on an attachment, who signs, the date, whom to ask, and the attachment. */
function back(letter: Letter): (Paragraph | Table)[] {
  const { attachment, from, office, date } = letter;
  const named = from === '' ? FILL_IN.length + office.length : from.length;
  // Digits are half as wide as characters.
  const dated = Array.from(date).reduce((width, char) => width + (/\d/u.test(char) ? 0.5 : 1), 0);
  const right = (characters: number) => ({ right: Math.round(Math.max(0, characters) * CHARACTER) });
  const note = attachment === null ? [] : [empty(), indented(`附件：${attachment.title}`)];
  return [
    ...note,
    empty(),
    empty(),
    new Paragraph({
      spacing: line,
      alignment: AlignmentType.RIGHT,
      indent: right(4 + (dated - named) / 2),
      keepNext: true,
      children: from === '' ? [fillIn(), run(office)] : [run(from)],
    }),
    new Paragraph({
      spacing: line,
      alignment: AlignmentType.RIGHT,
      indent: right(4),
      keepNext: true,
      children: [run(date)],
    }),
    new Paragraph({
      spacing: line,
      indent: { firstLine: 2 * CHARACTER },
      children: [run('（联系人：'), fillIn(), run('　联系电话：'), fillIn(), run('）')],
    }),
    ...(attachment === null ? [] : attached(attachment)),
  ];
}

const indented = (text: string) =>
  new Paragraph({
    spacing: line,
    keepNext: true,
    indent: { firstLine: 2 * CHARACTER },
    children: [run(text)],
  });

function pageNumber(alignment: (typeof AlignmentType)[keyof typeof AlignmentType]): Footer {
  const side = alignment === AlignmentType.RIGHT ? { right: CHARACTER } : { left: CHARACTER };
  return new Footer({
    children: [
      new Paragraph({
        alignment,
        indent: side,
        children: [
          new TextRun({ font: FONT.page, size: SIZE.page, children: ['— ', PageNumber.CURRENT, ' —'] }),
        ],
      }),
    ],
  });
}

/** Widths of an attachment's columns, together the text's 156 mm. */
const COLUMNS = [mm(14), mm(56), mm(50), mm(36)] as const;

function attached({ title, head, rows }: Attachment): (Paragraph | Table)[] {
  const border = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
  const cells = (texts: readonly string[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: texts.map(
        (text, i) =>
          new TableCell({
            width: { size: COLUMNS[i] ?? 0, type: WidthType.DXA },
            margins: { top: 60, bottom: 60, left: 80, right: 80 },
            children: [
              new Paragraph({
                alignment: isHead || i === 0 ? AlignmentType.CENTER : AlignmentType.LEFT,
                children: [run(text, isHead ? 'first' : 'body', SIZE.table)],
              }),
            ],
          }),
      ),
    });
  return [
    new Paragraph({ children: [new PageBreak(), run('附件', 'first')], spacing: line }),
    empty(),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { line: TITLE_LINE, lineRule: LineRuleType.EXACT, after: 200 },
      children: [run(title, 'title', SIZE.title)],
    }),
    new Table({
      columnWidths: [...COLUMNS],
      layout: TableLayoutType.FIXED,
      width: { size: COLUMNS.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
      borders: {
        top: border,
        bottom: border,
        left: border,
        right: border,
        insideHorizontal: border,
        insideVertical: border,
      },
      rows: [cells(head, true), ...rows.map((row) => cells(row, false))],
    }),
  ];
}
