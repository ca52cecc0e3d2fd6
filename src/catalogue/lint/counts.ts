import type { Document } from '../schema.js';
import type { Finding } from './finding.js';

/** Lists that hold fewer rows than their document says (a gap), or more (a mistake somewhere). */
export function checkCounts(document: Document): Finding[] {
  return document.lists.flatMap((list): Finding[] => {
    const { declaredCount, items } = list;
    if (declaredCount === undefined || declaredCount === items.length) return [];
    const missing = declaredCount > items.length;
    const message = missing
      ? `「${list.name}」应有 ${declaredCount} 项，已载 ${items.length} 项，缺 ${declaredCount - items.length} 项`
      : `「${list.name}」应有 ${declaredCount} 项，却载了 ${items.length} 项，请核对`;
    const severity = missing ? 'gap' : 'warning';
    return [{ severity, code: 'KB-COUNT', documentId: document.id, where: list.id, message }];
  });
}
