/** What everybody may read: lists, rows, documents, matters, regions; and their versions, for users. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assistant, type Office, openOffice } from './support/office.js';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());
const get = async (url: string, headers: Record<string, string> = {}) =>
  office.call(null, 'GET', url, undefined, headers);

/** Everything of a list, page by page. */
async function all(url: string): Promise<{ id: string }[]> {
  const rows: { id: string }[] = [];
  for (let cursor: string | null = null; ; ) {
    const more: string = cursor === null ? '' : `&cursor=${cursor}`;
    const page = (await get(`${url}limit=200${more}`)).json();
    rows.push(...page.items);
    cursor = page.next;
    if (cursor === null) return rows;
  }
}

describe('the catalogue over HTTP', () => {
  it('gives every list and every row once, page by page', async () => {
    const { kb } = assistant();
    const lists = await all('/lists?');
    expect(lists.map(({ id }) => id).sort()).toEqual([...kb.listById.keys()].sort());
    const rows = await all('/items?');
    expect(rows.length).toBe(kb.itemById.size + kb.provisionById.size);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    const documents = await all('/documents?');
    expect(documents.length).toBe(kb.documents.length);
  });

  it('finds rows by their words, in any form of writing', async () => {
    const { items } = (await get(`/items?q=${encodeURIComponent('居住 證明')}&limit=5`)).json();
    expect(items.length).toBeGreaterThan(0);
    for (const { name, summary, aliases } of items)
      expect([name, summary, ...aliases].join(' ')).toMatch(/居住/u);
  });

  it('gives a row with its citation, and what lists, documents and matters lead to', async () => {
    const item = (await get('/items/mca20-barred-5')).json();
    expect(item).toMatchObject({
      id: 'mca20-barred-5',
      kind: 'must-not-certify',
      citation: { documentId: 'mca-2020-20' },
    });
    const inList = await all(`/items?list=${item.listId}&`);
    const list = (await get(`/lists/${item.listId}`)).json();
    expect(inList.length).toBe(list.loaded);
    const about = await all(`/items?matter=${item.matter}&`);
    expect(about.map(({ id }) => id)).toContain(item.id);
    expect((await get(`/matters/${item.matter}`)).json().rows).toBe(about.length);
    expect((await get('/documents/mca-2020-20')).json()).toMatchObject({ id: 'mca-2020-20', borne: true });
  });

  it('is told from what a reader has already', async () => {
    const first = await get('/lists');
    const again = await get('/lists', { 'if-none-match': String(first.headers.etag) });
    expect([again.statusCode, again.payload]).toEqual([304, '']);
    const other = await get('/lists', { 'if-none-match': 'W/"another"' });
    expect(other.statusCode).toBe(200);
  });

  it('names regions by level and parent', async () => {
    const districts = await all(`/regions?parent=${encodeURIComponent('重庆市')}&`);
    expect(districts.length).toBeGreaterThan(30);
  });

  it.each(['/lists/none', '/items/none', '/documents/none', '/matters/none', '/documents/none/text'])(
    'says that %s isn’t there',
    async (url) => {
      const response = await get(url);
      expect([response.statusCode, response.json().code]).toEqual([404, 'QD-ID']);
    },
  );
});

describe('an office’s own documents over HTTP', () => {
  it('have versions, differences and withdrawal, for those whom the table lets', async () => {
    const shipped = assistant().kb.documentById.get('mca-2020-20');
    if (shipped === undefined) throw new Error('no such document');
    const { storage } = office;
    const act = (source: string) => ({ at: '2026-11-23T01:00:00.000Z', actor: '本机', source });
    await storage.lists.publish([shipped], act('甲'));
    await storage.lists.publish([{ ...shipped, note: '改过' }], act('乙'));
    expect((await get('/documents/mca-2020-20/versions')).statusCode).toBe(401);
    const versions = (await office.call('worker', 'GET', '/documents/mca-2020-20/versions')).json();
    expect(versions.items.map(({ number }: { number: number }) => number)).toEqual([1, 2]);
    const second = (await office.call('worker', 'GET', '/documents/mca-2020-20/versions/2')).json();
    expect(second.note).toBe('改过');
    const differences = (
      await office.call('worker', 'GET', '/documents/mca-2020-20/differences?from=0&to=2')
    ).json();
    expect(differences.items).toMatchObject([
      { change: 'changed', id: 'mca-2020-20', fields: [{ field: 'note', after: '改过' }] },
    ]);
    const withdraw = (user: string) =>
      office.call(user, 'DELETE', `/documents/mca-2020-20?reason=${encodeURIComponent('撤')}`);
    // The whole country's: no county or city may.
    for (const user of ['worker', 'county-lead', 'city', 'auditor'])
      expect((await withdraw(user)).statusCode, user).toBe(403);
  });
});
