import { normalise } from '#text/normalise.js';
import type { Document, Item, List, ListKind } from '../schema.js';
import type { Finding, FindingCode } from './finding.js';

/** Fewest aliases of an item where a wrong answer costs most, and of any other. */
const MANY = 6;
const FEW = 3;

interface Named {
  item: Item;
  document: Document;
}

/** Items that real words can't find (too few aliases) or that share a word with another matter. */
export function checkAliases(documents: readonly Document[]): Finding[] {
  const findings: Finding[] = [];
  const warn = (code: FindingCode, documentId: string, where: string, message: string): void => {
    findings.push({ severity: 'warning', code, documentId, where, message });
  };
  const names = new Map<string, Named[]>();
  const users = new Map<string, Named[]>();
  for (const { item, list, document } of everyItem(documents)) {
    add(names, normalise(item.name), { item, document });
    for (const alias of new Set(item.aliases.map(normalise))) add(users, alias, { item, document });
    const fewest = fewestAliases(item.kind ?? list.kind);
    if (item.aliases.length < fewest) {
      const message = `「${item.name}」只有 ${item.aliases.length} 个别名，至少要 ${fewest} 个`;
      warn('KB-ALIASES', document.id, item.id, message);
    }
  }
  for (const [alias, owners] of users) {
    const others = [...new Set(owners.map(({ item }) => item.subject))];
    const [first] = owners;
    if (first !== undefined && others.length > 1) {
      const where = owners.map(({ item }) => item.id).join(' ');
      warn(
        'KB-ALIAS-SHARED',
        first.document.id,
        where,
        `别名「${alias}」用在不同事项上：${others.join('、')}`,
      );
    }
    for (const { item, document } of owners) {
      const named = (names.get(alias) ?? []).find((other) => other.item.subject !== item.subject);
      if (named === undefined) continue;
      const message = `别名「${alias}」是另一事项 ${named.item.id} 的名称（${named.item.subject}）`;
      warn('KB-ALIAS-IS-NAME', document.id, item.id, message);
    }
  }
  return findings;
}

function fewestAliases(kind: ListKind): number {
  return kind === 'must-not-certify' || kind === 'negative' ? MANY : FEW;
}

function* everyItem(documents: readonly Document[]): Generator<Named & { list: List }> {
  for (const document of documents) {
    for (const list of document.lists) for (const item of list.items) yield { item, list, document };
  }
}

function add(index: Map<string, Named[]>, key: string, value: Named): void {
  const values = index.get(key);
  if (values === undefined) index.set(key, [value]);
  else values.push(value);
}
