import { documentTitle } from '#catalogue/citation.js';
import type { KnowledgeBase } from '#catalogue/knowledge-base.js';
import { COUNTRY } from '#catalogue/regions.js';
import type { ListHolding } from './figures.js';

/** What the lists of a region and of those above it hold; those of the whole country are everybody's and left out. */
export function listHoldings(kb: KnowledgeBase, region: string): ListHolding[] {
  const found = kb.regions.get(region);
  const levels = found === undefined ? [] : kb.regions.lineage(found).map(({ name }) => name);
  return [...kb.listById.values()]
    .filter(({ list, document }) => {
      const own = list.region ?? document.region;
      return (
        own !== COUNTRY &&
        levels.includes(own) &&
        list.kind !== 'reference' &&
        (list.items.length > 0 || list.declaredCount !== undefined)
      );
    })
    .map(({ list, document }) => ({
      name: list.name,
      document: documentTitle(document),
      held: list.items.length,
      declared: list.declaredCount ?? null,
    }));
}
