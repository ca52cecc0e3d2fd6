import {
  AlignmentType,
  LineRuleType,
  PageBreak,
  Paragraph,
  type Table,
  TableCell,
  TableRow,
  WidthType,
} from 'docx';
import { framedTable } from '#documents/framed-table.js';
import type { Attachment } from './letter.js';
import { empty, line, mm, run, SIZE, TITLE_LINE } from './measures.js';

/** Widths of an attachment's columns, together the text's 156 mm. */
const COLUMNS = [mm(14), mm(56), mm(50), mm(36)] as const;

/** The attachment on a page of its own. */
export function attached({ title, head, rows }: Attachment): (Paragraph | Table)[] {
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
    framedTable(COLUMNS, [cells(head, true), ...rows.map((row) => cells(row, false))]),
  ];
}
