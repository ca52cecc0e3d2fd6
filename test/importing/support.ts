import fc from 'fast-check';
import { type Document, documentSchema, EVIDENCE, LIST_KINDS, STATUS } from '#catalogue/schema.js';
import type { Paragraph, Table, TableRow } from '#documents/content.js';

/** A table of these rows, numbered from 1. */
export function tableOf(rows: readonly (readonly string[])[], name = '示例'): Table {
  return {
    type: 'table',
    name,
    rows: rows.map((cells, i): TableRow => ({ line: i + 1, cells: [...cells], continued: [] })),
  };
}

export function paragraphs(...texts: string[]): Paragraph[] {
  return texts.map((text, i) => ({ type: 'paragraph', line: i + 1, text }));
}

const letters = '社区居委会事项清单示例=+-@\'",;[]{}<>&_x000D_ \n\t、。0123abcé𠮷';
/** Text such as a document may hold: XML can't hold most control characters, and a schema trims. */
const text = fc
  .array(fc.constantFrom(...letters), { minLength: 1, maxLength: 12 })
  .map((parts) => parts.join('').trim())
  .filter((line) => line !== '');
const date = fc.constantFrom('2024', '2024-05', '2024-05-01');
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(value, { nil: undefined });
const row = {
  matter: maybe(fc.constantFrom('paper-death', 'neg-demolition')),
  law: maybe(fc.record({ title: text, version: maybe(date), number: maybe(text) })),
  evidence: maybe(fc.constantFrom(...EVIDENCE)),
  status: maybe(fc.constantFrom(...STATUS)),
  region: maybe(fc.constantFrom('全国', '重庆市')),
  effectiveFrom: maybe(date),
  effectiveTo: maybe(date),
  dateUnknown: maybe(text),
  url: maybe(fc.constant('https://example.invalid/a')),
};
const item = fc.record({
  ...row,
  name: text,
  kind: maybe(fc.constantFrom(...LIST_KINDS)),
  likely: maybe(fc.constant([{ matter: 'duty-dibao', confidence: 0.42 }])),
  subject: text,
  locator: text,
  summary: text,
  aliases: fc.array(text, { maxLength: 3 }),
  capacity: maybe(fc.constant('responsible')),
  department: maybe(text),
  route: maybe(text),
  exceptions: fc.array(
    fc.record({
      when: text,
      verdict: fc.constant('assist'),
      locator: text,
      evidence: fc.constantFrom(...EVIDENCE),
      source: maybe(text),
    }),
    { maxLength: 2 },
  ),
  basis: maybe(text),
  gap: maybe(text),
});
const list = fc.record({
  name: text,
  kind: fc.constantFrom(...LIST_KINDS),
  about: maybe(text),
  declaredCount: maybe(fc.nat(50)),
  locator: maybe(text),
  region: maybe(fc.constant('重庆市')),
  gap: maybe(text),
  items: fc.array(item, { maxLength: 3 }),
});
const provision = fc.record({
  ...row,
  topic: text,
  locator: text,
  summary: text,
  aliases: fc.array(text, { maxLength: 3 }),
  appliesTo: maybe(fc.constantFrom('unlisted-task', 'unlisted-certificate')),
  gap: maybe(text),
});

/** Any document that fits the schema, with ids by convention. */
export const anyDocument: fc.Arbitrary<Document> = fc
  .record({
    title: text,
    issuer: maybe(text),
    number: maybe(text),
    type: fc.constantFrom('law', 'notice', 'compilation'),
    issuedOn: maybe(date),
    effectiveFrom: maybe(date),
    effectiveTo: maybe(date),
    dateUnknown: maybe(text),
    status: fc.constantFrom(...STATUS),
    region: fc.constantFrom('全国', '重庆市', '未知'),
    evidence: fc.constantFrom(...EVIDENCE),
    sources: fc.array(text, { minLength: 1, maxLength: 3 }),
    note: maybe(text),
    lists: fc.array(list, { maxLength: 3 }),
    provisions: fc.array(provision, { maxLength: 3 }),
  })
  .map(({ lists, provisions, ...own }) => {
    const document = {
      ...own,
      id: 'example-1',
      lists: lists.map(({ items, ...of }, l) => ({
        ...of,
        id: `example-1-list-${l}`,
        items: items.map((one, i) => ({ ...one, id: `example-1-list-${l}-${i + 1}`, no: i + 1 })),
      })),
      provisions: provisions.map((one, i) => ({ ...one, id: `example-1-p${i + 1}` })),
    };
    return documentSchema.parse(JSON.parse(JSON.stringify(document)));
  });
