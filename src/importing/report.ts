import type { ImportFinding } from './extracted.js';
import { FIELD_NAMES } from './field-names.js';
import type { ImportPlan, PlannedList } from './import-plan.js';
import { KIND_TITLES } from './kinds.js';

const SEVERITY_WORDS = { error: '错误', warning: '提醒', note: '说明' } as const;
const ORDER = { error: 0, warning: 1, note: 2 } as const;

/** A plan in words: its lists with their columns, then the findings row by row. */
export interface ImportReport {
  lists: string[];
  /** 行号, 问题, 建议, with a header. */
  findings: string[][];
  summary: string;
}

/** The report of a dry run. */
export function reportOf(plan: ImportPlan): ImportReport {
  const findings = [...plan.findings].sort((a, b) => ORDER[a.severity] - ORDER[b.severity]);
  const count = (severity: ImportFinding['severity']): number =>
    findings.filter((finding) => finding.severity === severity).length;
  const rows = plan.lists.reduce((sum, list) => sum + list.rows, 0);
  return {
    lists: plan.lists.flatMap((list) => listLines(list, plan)),
    findings:
      findings.length === 0
        ? []
        : [
            ['等级', '行号', '问题', '建议'],
            ...findings.map(({ severity, place, problem, advice }) => [
              SEVERITY_WORDS[severity],
              place === null ? '—' : `${place.part} ${place.line}`,
              problem,
              advice,
            ]),
          ],
    summary:
      `共 ${plan.lists.length} 张清单、${rows} 个事项；` +
      `${count('error')} 个错误、${count('warning')} 个提醒、${count('note')} 个说明`,
  };
}

/** Whether nothing stands in the way of loading it. */
export function canLoad(plan: ImportPlan): boolean {
  return plan.documents.length > 0 && plan.findings.every(({ severity }) => severity !== 'error');
}

function listLines(list: PlannedList, plan: ImportPlan): string[] {
  const document = plan.documents.find((planned) => planned.document.id === list.documentId);
  const declared = list.declared === null ? '' : `（应有 ${list.declared} 项）`;
  const before = list.before > 0 ? `，替换原有的 ${list.before} 项` : '';
  const target = document?.before ? '更新' : '新建';
  const lines = [
    `${list.part}：「${list.title}」→ ${KIND_TITLES[list.kind]}，${list.rows} 项${declared}${before}`,
    `  ${target}文件 ${list.documentId}《${document?.document.title ?? ''}》，清单 ${list.listId}`,
  ];
  if (list.mapping.length > 0) {
    const columns = list.mapping.map(
      ({ column, header, field }) => `${column}「${header}」=${field === null ? '不读' : FIELD_NAMES[field]}`,
    );
    lines.push(`  表头对应：${columns.join('，')}`);
  }
  return lines;
}
