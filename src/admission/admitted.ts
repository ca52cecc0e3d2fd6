import { type Document, documentSchema, type Item } from '#catalogue/schema.js';
import { addDays } from '#text/working-days.js';
import type { Application } from './application.js';
import type { Admission } from './state.js';

/** Id of the document that holds a region's admitted tasks. */
export const admittedDocumentId = (region: string): string => `admitted-${region}`;

/** Admitted tasks of one region as a document of the catalogue, so that questions are answered from them. */
export function admittedDocument(
  region: string,
  regionName: string,
  admissions: readonly (Admission & { serial: number })[],
): Document {
  const listId = `${admittedDocumentId(region)}-tasks`;
  const items = admissions.flatMap((admission): Item[] => {
    const item = itemOf(admission, listId);
    return item === null ? [] : [item];
  });
  return documentSchema.parse({
    id: admittedDocumentId(region),
    title: `${regionName}社区工作准入事项目录`,
    titleIs: 'ours',
    type: 'notice',
    status: 'in-force',
    region: regionName,
    evidence: 'primary',
    sources: ['本程序登记的准入决定'],
    dateUnknown: '各项按自己的准入决定起算。',
    note: '由准入登记自动生成：批准、撤销时更新，每项有自己的起止日期。',
    lists: [{ id: listId, name: '准入事项', kind: 'assist', items }],
  });
}

function itemOf(admission: Admission & { serial: number }, listId: string): Item | null {
  const { decision, application, revoked } = admission;
  if (decision === null || decision.from === null || decision.to === null) return null;
  const { task, department, description, basis, funds, staff, scope } = application as Application;
  const effectiveTo = revoked?.from ?? addDays(decision.to, 1);
  // Revoked before it began: it never held.
  if (effectiveTo <= decision.from) return null;
  return {
    id: `${listId}-${admission.serial}`,
    no: admission.serial,
    name: task,
    subject: task,
    locator: '决定事项',
    summary: [
      `${department}的事项，经准入由社区协助：${description}`,
      `范围：${scope}`,
      `经费：${funds.what}`,
      `人员：${staff.what}`,
    ]
      .map((sentence) => sentence.replace(/[。.；;]?$/u, '。'))
      .join(''),
    aliases: [],
    exceptions: [],
    department,
    basis,
    law: { title: `“${task}”准入决定`, titleIs: 'ours', number: decision.number, version: decision.on },
    effectiveFrom: decision.from,
    effectiveTo,
  };
}
