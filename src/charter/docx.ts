import { landscapeDocx } from '#documents/landscape-docx.js';
import { withFixedDates } from '#documents/repack.js';
import { lawLines } from './markdown.js';
import type { CharterReview } from './review.js';
import { findingRows, HEAD, procedureLines, summaryLine } from './said.js';

/** Twentieths of a point, together the width of a landscape page's text. */
const WIDTHS = [1300, 5000, 1700, 3600, 3196] as const;

/** The review as a Word document, the same bytes for the same review. */
export async function charterDocx(review: CharterReview): Promise<Uint8Array> {
  const rows = findingRows(review);
  const laws = lawLines(review);
  const file = await landscapeDocx('公约审查意见', [
    { type: 'title', text: `${review.title ?? '公约'}审查意见` },
    { type: 'paragraph', text: summaryLine(review) },
    ...(rows.length === 0
      ? []
      : [
          { type: 'heading', text: '逐条意见' } as const,
          { type: 'table', widths: WIDTHS, rows: [HEAD, ...rows] } as const,
        ]),
    { type: 'heading', text: '程序' },
    ...procedureLines(review).map((text) => ({ type: 'paragraph', text }) as const),
    ...(laws.length === 0 ? [] : [{ type: 'heading', text: '依据' } as const]),
    ...laws.map((text) => ({ type: 'small', text }) as const),
  ]);
  return withFixedDates(file, review.date);
}
