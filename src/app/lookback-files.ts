import { voiceOf } from '#answer/index.js';
import type { KnowledgeBase } from '#catalogue/knowledge-base.js';
import { toOfficialDocx } from '#documents/official-docx.js';
import { writeWorkbook } from '#documents/write.js';
import type { LookbackFigures } from '#lookback/figures.js';
import { lookbackReport } from '#lookback/report.js';
import type { Wording } from '#lookback/wording.js';
import { lookbackSheets } from '#lookback/workbook.js';
import { VERDICTS, type Verdict } from '#ruling/index.js';

/** The words of a report: verdicts as answers call them, rows by the knowledge base. @param k least persons behind a number */
export function wordingOf(kb: KnowledgeBase, k: number): Wording {
  const known = new Set<string>(VERDICTS);
  return {
    k: Math.max(1, k),
    verdict: (code) => (known.has(code) ? voiceOf(code as Verdict).word : code),
    item: (id) => kb.itemById.get(id)?.item.name ?? kb.provisionById.get(id)?.provision.topic ?? id,
  };
}

/** The report as an official .docx; `advice` says what to install where charts couldn't be drawn. */
export async function lookbackDocx(
  figures: LookbackFigures,
  words: Wording,
  today: string,
): Promise<{ bytes: Uint8Array; advice: string | null }> {
  // The libraries that draw are loaded only here.
  const { withPictures } = await import('./chart-pictures.js');
  const { title, subtitle, blocks } = lookbackReport(figures, words, today);
  const { drawn, advice } = withPictures(blocks);
  return { bytes: await toOfficialDocx({ title, subtitle, blocks: drawn }), advice };
}

/** Its numbers as an .xlsx. */
export const lookbackXlsx = (figures: LookbackFigures, words: Wording): Promise<Uint8Array> =>
  writeWorkbook(lookbackSheets(figures, words));
