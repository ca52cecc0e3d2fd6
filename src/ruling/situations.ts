import { type Catalogue, catalogueFor } from '#catalogue/catalogue.js';
import type { KnowledgeBase } from '#catalogue/knowledge-base.js';
import { type RowsInForce, rowsInForce } from './precedence.js';
import type { Situation } from './ruling.js';
import type { Scope } from './scope.js';
import type { Role } from './verdict.js';

/** Catalogues kept; a batch asks for few regions and days. */
const CATALOGUES = 64;

/** Situations over a knowledge base; the catalogue of a region, a day and a kind of committee is made once. */
export function situations(kb: KnowledgeBase): (scope: Scope, role: Role) => Situation {
  const known = new Map<string, { catalogue: Catalogue; inForce: RowsInForce }>();
  return (scope, role) => {
    const key = `${scope.region?.name ?? ''} ${scope.date} ${scope.settlement ?? ''}`;
    let made = known.get(key);
    if (made === undefined) {
      const catalogue = catalogueFor(kb, scope.region, scope.date);
      made = { catalogue, inForce: rowsInForce(catalogue, scope.settlement) };
      if (known.size >= CATALOGUES) known.clear();
      known.set(key, made);
    }
    return { kb, scope, role, ...made };
  };
}
