/** The import's section of `npm run bench`: a workbook read, recognised, checked and stored, as `kb import` does it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readKnowledge } from '#app/open.js';
import { readFileContent } from '#documents/read.js';
import { writeWorkbook } from '#documents/write.js';
import { extractLists } from '#importing/extract.js';
import { planImport } from '#importing/plan.js';
import { canLoad } from '#importing/report.js';
import { openStorage } from '#storage/open.js';
import { storageSettings } from '#storage/settings.js';

export interface ImportFigures {
  rows: number;
  /** From the file's bytes to the version on the disk. */
  seconds: number;
  /** Largest size of the whole process, its reading thread included. */
  peakMegabytes: number;
}

/** Measures one workbook of invented rows, in a folder of its own, which is gone afterwards. */
export async function measureImport(rows: number): Promise<ImportFigures> {
  const kb = readKnowledge();
  const folder = mkdtempSync(join(tmpdir(), 'qingdan-bench-'));
  const header = ['序号', '类别', '事项名称', '设定依据', '责任部门', '备注'];
  const body = Array.from({ length: rows }, (_, i) => [
    `${i + 1}`,
    '示例类',
    `示例协助事项${i + 1}的名称`,
    `《示例办法》第${i + 1}条`,
    `示例部门${i % 9}`,
    '示例备注',
  ]);
  try {
    const bytes = await writeWorkbook([{ name: '协助事项清单', rows: [header, ...body] }]);
    const started = performance.now();
    const extraction = extractLists(await readFileContent(bytes, 'bench.xlsx'));
    const options = { fileName: 'bench.xlsx', kinds: new Map(), region: '重庆市', documentId: 'bench' };
    const plan = planImport(extraction, kb, options);
    if (!canLoad(plan)) throw new Error(`the bench's own workbook is refused: ${plan.findings[0]?.problem}`);
    const storage = await openStorage(storageSettings({}, folder));
    await storage.lists.publish(
      plan.documents.map(({ document }) => document),
      { at: new Date().toISOString(), actor: 'bench', source: 'bench.xlsx' },
    );
    await storage.close();
    const seconds = (performance.now() - started) / 1_000;
    return { rows, seconds, peakMegabytes: process.resourceUsage().maxRSS / 1_000 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
