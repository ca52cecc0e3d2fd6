import type { KnowledgeBase } from '#catalogue/knowledge-base.js';
import { normalise } from '#text/normalise.js';

/**
 * The subject of each matter that the knowledge base knows by this very name, subject or alias, so that a list that is
 * loaded joins the others on the same matter. Names come before aliases; what two matters share names none.
 */
export function knownSubjects(kb: KnowledgeBase): (name: string) => string | null {
  const byName = new Map<string, Set<string>>();
  const byAlias = new Map<string, Set<string>>();
  for (const { item } of kb.itemById.values()) {
    add(byName, item.name, item.subject);
    add(byName, item.subject, item.subject);
    for (const alias of item.aliases) add(byAlias, alias, item.subject);
  }
  return (name) => {
    const key = normalise(name);
    for (const index of [byName, byAlias]) {
      const subjects = index.get(key);
      if (subjects !== undefined) return subjects.size === 1 ? ([...subjects][0] ?? null) : null;
    }
    return null;
  };
}

function add(index: Map<string, Set<string>>, text: string, subject: string): void {
  const key = normalise(text);
  const subjects = index.get(key);
  if (subjects === undefined) index.set(key, new Set([subject]));
  else subjects.add(subject);
}
