import { earliestDay, isDay } from '#text/days.js';
import type { Document } from '../schema.js';
import type { Finding, FindingCode } from './finding.js';

/** Locators that name no place. */
const NO_PLACE = /^(不详|未知|无|待补|\?+|-+|—+|n\/?a)$/i;

/** What one document must keep beyond its schema: ids by convention, possible dates, real locators. */
export function checkForm(document: Document, path: string): Finding[] {
  const findings: Finding[] = [];
  const report = (severity: Finding['severity'], code: FindingCode, where: string, message: string): void => {
    findings.push({ severity, code, documentId: document.id, where, message });
  };
  const expectId = (id: string, expected: string): void => {
    if (id !== expected) report('error', 'KB-ID', id, `编号应为 ${expected}`);
  };
  const checkRow = (row: Dated & { id: string; locator: string }): void => {
    checkDates(row, row.id, report);
    if (NO_PLACE.test(row.locator))
      report('warning', 'KB-LOCATOR', row.id, '没有写明出处的条、款、项或附件序号');
  };
  if (!path.endsWith(`${document.id}.yaml`)) {
    report('error', 'KB-ID', path, `文件名应与文件编号一致：${document.id}.yaml`);
  }
  checkDates(document, document.id, report);
  for (const [index, provision] of document.provisions.entries()) {
    expectId(provision.id, `${document.id}-p${index + 1}`);
    checkRow(provision);
  }
  for (const list of document.lists) {
    for (const item of list.items) {
      expectId(item.id, `${list.id}-${item.no}`);
      checkRow(item);
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
  report: (severity: 'error', code: 'KB-DATES', where: string, message: string) => void,
): void {
  for (const date of [row.issuedOn, row.effectiveFrom, row.effectiveTo]) {
    if (date !== undefined && !isDay(earliestDay(date))) {
      report('error', 'KB-DATES', where, `${date} 不是日历上的日期`);
    }
  }
  const { effectiveFrom, effectiveTo } = row;
  if (effectiveFrom !== undefined && effectiveTo !== undefined && effectiveTo < effectiveFrom) {
    report('error', 'KB-DATES', where, `失效日期 ${effectiveTo} 早于生效日期 ${effectiveFrom}`);
  }
}
