import { earliestDay, isDay } from '#text/days.js';
import type { Document } from '../schema.js';
import type { Finding, FindingCode } from './finding.js';

/** What one document must keep beyond its schema: ids by convention, possible dates. */
export function checkForm(document: Document, path: string): Finding[] {
  const findings: Finding[] = [];
  const report = (code: FindingCode, where: string, message: string): void => {
    findings.push({ severity: 'error', code, documentId: document.id, where, message });
  };
  const expectId = (id: string, expected: string): void => {
    if (id !== expected) report('KB-ID', id, `编号应为 ${expected}`);
  };
  if (!path.endsWith(`${document.id}.yaml`)) {
    report('KB-ID', path, `文件名应与文件编号一致：${document.id}.yaml`);
  }
  checkDates(document, document.id, report);
  for (const [index, provision] of document.provisions.entries()) {
    expectId(provision.id, `${document.id}-p${index + 1}`);
    checkDates(provision, provision.id, report);
  }
  for (const list of document.lists) {
    for (const item of list.items) {
      expectId(item.id, `${list.id}-${item.no}`);
      checkDates(item, item.id, report);
    }
  }
  return findings;
}

interface Dated {
  issuedOn?: string | undefined;
  effectiveFrom?: string | undefined;
  effectiveTo?: string | undefined;
}

function checkDates(
  row: Dated,
  where: string,
  report: (code: 'KB-DATES', where: string, message: string) => void,
): void {
  for (const date of [row.issuedOn, row.effectiveFrom, row.effectiveTo]) {
    if (date !== undefined && !isDay(earliestDay(date))) {
      report('KB-DATES', where, `${date} 不是日历上的日期`);
    }
  }
  const { effectiveFrom, effectiveTo } = row;
  if (effectiveFrom !== undefined && effectiveTo !== undefined && effectiveTo < effectiveFrom) {
    report('KB-DATES', where, `失效日期 ${effectiveTo} 早于生效日期 ${effectiveFrom}`);
  }
}
