import { documentTitle } from '#catalogue/citation.js';
import type { KnowledgeBase } from '#catalogue/knowledge-base.js';
import { checkContradictions } from '#catalogue/lint/contradictions.js';
import { checkCounts } from '#catalogue/lint/counts.js';
import { checkStarts } from '#catalogue/lint/dates.js';
import { checkForm } from '#catalogue/lint/form.js';
import { checkReferences } from '#catalogue/references.js';
import { type Document, documentSchema } from '#catalogue/schema.js';
import type { ImportFinding, ImportSetting } from './extracted.js';
import type { ImportPlan } from './import-plan.js';
import { checkOpposites } from './opposites.js';

/** Adds to a plan's findings what is wrong or doubtful once its documents stand among those that are loaded. */
export function checkPlan(plan: ImportPlan, kb: KnowledgeBase): void {
  const { documents, findings } = plan;
  const ids = new Set(documents.map(({ document }) => document.id));
  const merged = [
    ...kb.documents.filter(({ id }) => !ids.has(id)),
    ...documents.map(({ document }) => document),
  ];
  const add = (
    severity: ImportFinding['severity'],
    problem: string,
    advice: string,
    needs?: ImportSetting,
  ): void => {
    findings.push({ severity, place: null, problem, advice, ...(needs === undefined ? {} : { needs }) });
  };
  for (const { document, before } of documents) {
    const result = documentSchema.safeParse(document);
    const issue = result.error?.issues[0];
    if (issue !== undefined) {
      add('error', `${issue.path.map(String).join('.')} 不合格式：${issue.message}`, '请改正后再导入');
    }
    for (const { severity, where, message } of checkForm(document, `${document.id}.yaml`)) {
      add(severity === 'error' ? 'error' : 'warning', `${where}：${message}`, '请改正后再导入');
    }
    if (before === null) {
      for (const { message } of checkStarts(document)) {
        add(
          'warning',
          `${documentTitle(document)}${message}`,
          '请加 --issued 成文日期 或 --from 施行日期',
          'dates',
        );
      }
    }
    for (const { message } of checkCounts(document)) add('warning', message, '请核对有没有漏项');
  }
  for (const { where, message } of checkReferences(merged, kb.regions)) {
    add('error', `${where}：${message}`, '请改正后再导入');
  }
  const told = checkOpposites(plan, merged, kb.regions);
  const known = new Set(checkContradictions(kb.documents, kb.regions).map(({ message }) => message));
  for (const { where, message } of checkContradictions(merged, kb.regions)) {
    if (known.has(message) || told.has(where)) continue;
    add('warning', `与已有清单冲突：${message}（${where}）`, '请核对以哪个为准；导入后回答会同时写明两处');
  }
  repeatedElsewhere(
    documents.map(({ document }) => document),
    merged,
    findings,
  );
}

/** Rows about a matter that another document of the same region already lists in the same way. */
function repeatedElsewhere(
  loaded: readonly Document[],
  merged: readonly Document[],
  findings: ImportFinding[],
): void {
  const key = (region: string, kind: string, subject: string): string => `${region}|${kind}|${subject}`;
  const others = new Map<string, Document>();
  const own = new Set(loaded.map(({ id }) => id));
  for (const document of merged) {
    if (own.has(document.id)) continue;
    for (const list of document.lists) {
      for (const item of list.items) {
        const region = item.region ?? list.region ?? document.region;
        others.set(key(region, item.kind ?? list.kind, item.subject), document);
      }
    }
  }
  for (const document of loaded) {
    for (const list of document.lists) {
      for (const item of list.items) {
        const region = item.region ?? list.region ?? document.region;
        const other = others.get(key(region, item.kind ?? list.kind, item.subject));
        if (other === undefined) continue;
        const problem = `「${item.name}」在${documentTitle(other)}里已有同样的一项`;
        findings.push({
          severity: 'note',
          place: null,
          problem,
          advice: '无需处理；如果是同一份清单，请用 --document 更新它',
          needs: 'document',
        });
      }
    }
  }
}
