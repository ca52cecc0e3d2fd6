import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { MIGRATIONS } from '#storage/migrations/index.js';
import { canonicalJson, sha256 } from '#text/canonical.js';
import { fixtureKnowledge } from '../support/knowledge.js';
import { at } from './support/records.js';
import { onEveryStore, rawDatabase } from './support/stores.js';

const ACT = { at: at(9), actor: '测试' };
const PAGE = { blocks: [{ type: 'text', text: '好' }], region: '全国' };
const DAY = 86_400_000;
const daysLater = (days: number) => new Date(Date.parse(at(0)) + days * DAY).toISOString();

onEveryStore('pages that are passed on', (fresh) => {
  it('are kept once, under an id that is the same for the same content', async () => {
    const { sharedPages } = (await fresh()).storage;
    const id = await sharedPages.keep(PAGE, at(0));
    expect(id).toMatch(/^[\w-]{43}$/u);
    expect(await sharedPages.keep({ region: '全国', blocks: PAGE.blocks }, at(1))).toBe(id);
    expect(await sharedPages.find(id)).toEqual(PAGE);
  });

  it('are all that is found: nothing else that is kept by its content, and nothing under another id', async () => {
    const { storage } = await fresh();
    const kb = fixtureKnowledge();
    await storage.editions.keep({ kb, rules: [], program: '0' }, ACT);
    const document = sha256(canonicalJson(kb.documents[0]));
    const idOf = (hash: string) => Buffer.from(hash, 'hex').toString('base64url');
    for (const id of [idOf(document), idOf(sha256('x')), '', 'x'.repeat(43), '../../etc']) {
      expect(await storage.sharedPages.find(id)).toBeNull();
      await expect(storage.sharedPages.remove(id, ACT)).rejects.toMatchObject({ code: 'QD-ID' });
    }
  });

  it('are taken down one by one, with a row in the audit log', async () => {
    const { sharedPages, audit } = (await fresh()).storage;
    const [id, other] = [await sharedPages.keep(PAGE, at(0)), await sharedPages.keep({}, at(0))];
    await sharedPages.remove(id, ACT);
    expect(await sharedPages.find(id)).toBeNull();
    expect(await sharedPages.find(other)).toEqual({});
    expect(await audit.list(0, 10)).toMatchObject([
      { at: ACT.at, actor: '测试', action: 'shared-page-removed', subject: id },
    ]);
    expect((await audit.verify()).findings).toEqual([]);
  });

  it('are kept for as long as the setting says after they were passed on last', async () => {
    const { sharedPages, retention, audit } = (await fresh()).storage;
    const [once, again, third] = await Promise.all([1, 2, 3].map((no) => sharedPages.keep({ no }, at(0))));
    for (const no of [2, 3]) await sharedPages.keep({ no }, daysLater(170));
    const purging = { ...ACT, at: daysLater(181) };
    expect(await retention.due(purging.at)).toMatchObject({ shared: 1 });
    expect(await retention.purge(purging)).toMatchObject({ shared: 1 });
    expect(await sharedPages.find(once ?? '')).toBeNull();
    expect(await sharedPages.find(again ?? '')).toEqual({ no: 2 });
    expect(await sharedPages.find(third ?? '')).toEqual({ no: 3 });
    expect((await audit.verify()).findings).toEqual([]);
  });

  it('of a store of before count from the newest row of its audit log', async () => {
    const { storage, settings, driver } = await fresh();
    const id = await storage.sharedPages.keep(PAGE, at(0));
    await storage.editions.keep({ kb: fixtureKnowledge(), rules: [], program: '0' }, ACT);
    const db = rawDatabase(settings, driver);
    await sql`drop table shared_page`.execute(db);
    await MIGRATIONS['0012-shared-pages']?.up(db);
    const rows = await db.selectFrom('shared_page').selectAll().execute();
    await db.destroy();
    expect(rows).toEqual([{ hash: Buffer.from(id, 'base64url').toString('hex'), at: ACT.at }]);
    expect(await storage.sharedPages.find(id)).toEqual(PAGE);
  });
});
