import type { KnowledgeBase } from '#catalogue/knowledge-base.js';
import { extractLists } from '#importing/extract.js';
import type { ImportOptions, ImportPlan } from '#importing/import-plan.js';
import { planImport } from '#importing/plan.js';
import { fixtureKnowledge } from '../support/knowledge.js';
import { tableOf } from './support.js';

/** The knowledge base of the fixtures. */
export const kb = fixtureKnowledge();
export const header = ['序号', '事项名称', '说明'];

/** The plan for a sheet of these rows, for 重庆市 unless told otherwise. */
export function planOf(
  rows: string[][],
  options: Partial<ImportOptions> = {},
  sheet = '协助事项清单',
  base: KnowledgeBase = kb,
): ImportPlan {
  const extraction = extractLists({ format: 'xlsx', blocks: [tableOf(rows, sheet)] });
  return planImport(extraction, base, {
    fileName: '示例.xlsx',
    kinds: new Map(),
    region: '重庆市',
    ...options,
  });
}

export const problems = (plan: ImportPlan, severity: string) =>
  plan.findings.filter((finding) => finding.severity === severity).map(({ problem }) => problem);
