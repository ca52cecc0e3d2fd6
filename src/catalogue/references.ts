import type { Finding, FindingCode } from './lint/finding.js';
import { type Regions, UNKNOWN_REGION } from './regions.js';
import type { Document } from './schema.js';

/** Errors between documents that are each valid: ids given twice, references to nothing, unknown regions. */
export function checkReferences(documents: readonly Document[], regions: Regions): Finding[] {
  const ids = new Map<string, string>();
  const findings: Finding[] = [];
  const report = (code: FindingCode, documentId: string, where: string, message: string): void => {
    findings.push({ severity: 'error', code, documentId, where, message });
  };
  const define = (id: string, document: Document): void => {
    const owner = ids.get(id);
    if (owner === undefined) ids.set(id, document.id);
    else report('KB-DUPLICATE-ID', document.id, id, `编号 ${id} 已被 ${owner} 使用，请换一个编号`);
  };
  for (const document of documents) {
    define(document.id, document);
    for (const provision of document.provisions) define(provision.id, document);
    for (const list of document.lists) {
      define(list.id, document);
      for (const item of list.items) define(item.id, document);
    }
  }
  const documentIds = new Set(documents.map((document) => document.id));
  const region = (document: Document, where: string, name: string | undefined): void => {
    if (name === undefined || name === UNKNOWN_REGION || regions.get(name) !== undefined) return;
    report('KB-REGION', document.id, where, `地区「${name}」不在 regions.yaml 里，请写其中的全称`);
  };
  for (const document of documents) {
    region(document, document.id, document.region);
    if (document.replacedBy !== undefined && !documentIds.has(document.replacedBy)) {
      const { replacedBy } = document;
      report('KB-REFERENCE', document.id, document.id, `replacedBy 指向的文件 ${replacedBy} 不存在`);
    }
    for (const provision of document.provisions) region(document, provision.id, provision.region);
    for (const list of document.lists) {
      region(document, list.id, list.region);
      for (const item of list.items) {
        region(document, item.id, item.region);
        if (item.routeSource !== undefined && !ids.has(item.routeSource)) {
          report('KB-REFERENCE', document.id, item.id, `routeSource 指向的 ${item.routeSource} 不存在`);
        }
      }
    }
  }
  return findings;
}
