import {
  AlignmentType,
  Document,
  DocumentGridType,
  Footer,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  type Table,
  TextRun,
  UnderlineType,
} from 'docx';
import { attached } from './attachment.js';
import type { Letter, LetterParagraph } from './letter.js';
import { CHARACTER, empty, FONT, LINE, line, MARGINS, PAGE, run, SIZE, TITLE_LINE } from './measures.js';
import { titleLines } from './title-lines.js';

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

/** Characters of 2号 in a line of 156 mm. */
const TITLE_CHARACTERS = 20;
/** Paragraphs that stay on the signature's page: it never stands alone (7.3.5.5). */
const KEPT_WITH_SIGNATURE = 2;
const fillIn = () => new TextRun({ text: FILL_IN, underline: { type: UnderlineType.SINGLE } });

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
