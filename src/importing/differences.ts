import type { Document, Item, List } from '#catalogue/schema.js';
import { canonicalJson } from '#text/canonical.js';

/** Something that two versions of a document don't have in common. */
export interface Difference {
  change: 'added' | 'removed' | 'changed';
  /** Id of the document, list, item or provision. */
  id: string;
  name: string;
  /** Fields that differ, with both values as they are written; empty for what was added or removed. */
  fields: { field: string; before: string; after: string }[];
}

/** What changed from one document to another, in the order of the second, what was removed last. */
export function differences(before: Document, after: Document): Difference[] {
  const { lists: listsBefore, provisions: provisionsBefore, ...ownBefore } = before;
  const { lists: listsAfter, provisions: provisionsAfter, ...ownAfter } = after;
  return [
    ...changed(after.id, after.title, ownBefore, ownAfter),
    ...compare(listsBefore.map(ownList), listsAfter.map(ownList), ({ name }) => name),
    ...compare(itemsOf(listsBefore), itemsOf(listsAfter), ({ name }) => name),
    ...compare(provisionsBefore, provisionsAfter, ({ topic }) => topic),
  ];
}

function ownList({ items: _items, ...own }: List): Omit<List, 'items'> {
  return own;
}

function itemsOf(lists: readonly List[]): Item[] {
  return lists.flatMap(({ items }) => items);
}

function compare<T extends { id: string }>(
  before: readonly T[],
  after: readonly T[],
  nameOf: (row: T) => string,
): Difference[] {
  const old = new Map(before.map((row) => [row.id, row]));
  const kept = new Set(after.map(({ id }) => id));
  return [
    ...after.flatMap((row): Difference[] => {
      const same = old.get(row.id);
      if (same === undefined) return [{ change: 'added', id: row.id, name: nameOf(row), fields: [] }];
      return changed(row.id, nameOf(row), same, row);
    }),
    ...before
      .filter(({ id }) => !kept.has(id))
      .map((row): Difference => ({ change: 'removed', id: row.id, name: nameOf(row), fields: [] })),
  ];
}

/** What a row may be about beside its matter is the program's own reading, which moves with whatever else is loaded. */
const isSaid = (field: string) => field !== 'likely';

function changed(id: string, name: string, before: object, after: object): Difference[] {
  const [old, now] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  const fields = [...new Set([...old.keys(), ...now.keys()])].filter(isSaid).flatMap((field) => {
    const [a, b] = [written(old.get(field)), written(now.get(field))];
    return a === b ? [] : [{ field, before: a, after: b }];
  });
  return fields.length === 0 ? [] : [{ change: 'changed', id, name, fields }];
}

function written(value: unknown): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? value : canonicalJson(value);
}
