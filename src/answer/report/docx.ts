import { type LandscapeBlock, landscapeDocx } from '#documents/landscape-docx.js';
import type { Screening } from '../notices/screening.js';
import { numberBases } from './bases.js';
import { followUp } from './follow-up.js';
import { byNeed } from './order.js';
import { passedOverInBrief } from './passed-over.js';
import { COLUMNS, countsText, headText, rowOf } from './summary.js';

/** Widths of the table's columns on a landscape page, together its text width. */
const WIDTHS = [640, 5000, 1900, 2900, 1156, 3200] as const;

/** The report as a Word document on landscape pages: what was read, the tasks by what has to be done, the bases each once, what was passed over. */
export async function toDocx(screening: Screening): Promise<Uint8Array> {
  const ordered = byNeed(screening);
  const bases = numberBases(ordered.map(({ task }) => task));
  const rows = ordered.map(({ task, number }) => rowOf(task, number, bases));
  const passedOver = passedOverInBrief(screening);
  const said = (type: 'heading' | 'paragraph' | 'small', lines: readonly string[]): LandscapeBlock[] =>
    lines.map((text) => ({ type, text }));
  return landscapeDocx('通知研判报告', [
    { type: 'title', text: '通知研判报告' },
    ...said('paragraph', [
      headText(screening),
      countsText(screening),
      ...followUp(screening).map(([name, content]) => `${name}：${content}。`),
    ]),
    ...said('heading', ['逐项研判']),
    { type: 'table', widths: WIDTHS, rows: [COLUMNS, ...rows], centred: [0] },
    ...said('heading', bases.lines.length === 0 ? [] : ['依据']),
    ...said(
      'small',
      bases.lines.map((line, i) => `[${i + 1}] ${line}`),
    ),
    ...said('heading', passedOver.length === 0 ? [] : ['未列为任务的内容']),
    ...said('small', passedOver),
  ]);
}
