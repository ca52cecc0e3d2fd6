import { expect, it } from 'vitest';
import type { AuditFinding } from '#storage/ports.js';
import { at, document } from './support/records.js';
import { onEveryStore } from './support/stores.js';

/** Statements of somebody who has the database and not the key, with what is found. */
const TAMPERINGS: readonly (readonly [
  what: string,
  statements: readonly string[],
  fault: AuditFinding['fault'],
])[] = [
  ['an altered actor', ["update audit set actor = '别人' where seq = 3"], 'altered'],
  ['an altered particular', [`update audit set detail = '{"n":9}' where seq = 1`], 'altered'],
  ['a particular that isn’t JSON', ["update audit set detail = '{' where seq = 2"], 'altered'],
  ['an altered hash', ["update audit set hash = 'x' where seq = 2"], 'altered'],
  ['a removed row', ['delete from audit where seq = 2'], 'removed'],
  ['a removed first row', ['delete from audit where seq = 1'], 'removed'],
  ['a removed last row', ['delete from audit where seq = 5'], 'truncated'],
  ['an emptied log', ['delete from audit'], 'truncated'],
  [
    'two rows in each other’s place',
    [
      'update audit set seq = 99 where seq = 2',
      'update audit set seq = 2 where seq = 3',
      'update audit set seq = 3 where seq = 99',
    ],
    'altered',
  ],
  [
    'an added row',
    ["insert into audit select 6, at, actor, action, subject, detail, hash, 'x' from audit where seq = 5"],
    'added',
  ],
  [
    'a cut end with the head set back',
    [
      'delete from audit where seq > 3',
      'update audit_head set seq = 3, hash = (select hash from audit where seq = 3)',
    ],
    'head',
  ],
  ['a lost head', ['delete from audit_head'], 'head'],
  ['a version without its row', [`update document_version set number = 2 where document_id = 'a'`], 'lists'],
  [
    'a version that isn’t what was published',
    ["update document_version set hash = null where document_id = 'a'"],
    'lists',
  ],
  ['a version that has gone', ["delete from document_version where document_id = 'a'"], 'lists'],
];

onEveryStore('the audit log', (fresh) => {
  const filled = async () => {
    const store = await fresh();
    for (let n = 1; n <= 4; n++) {
      const entry = { at: at(n), actor: '示例街道', action: 'example', subject: `s${n}` };
      await store.storage.audit.append({ ...entry, detail: { n, left: undefined } });
    }
    const act = { at: at(5), actor: '示例街道', source: '清单.xlsx' };
    await store.storage.lists.publish([document('a', ['甲'])], act);
    return store;
  };

  it('gives its rows in order and finds nothing in them', async () => {
    const { storage } = await filled();
    const rows = await storage.audit.list(1, 3);
    expect(rows.map(({ seq, subject }) => [seq, subject])).toEqual([
      [2, 's2'],
      [3, 's3'],
      [4, 's4'],
    ]);
    expect(await storage.audit.verify()).toMatchObject({ rows: 5, head: { seq: 5 }, findings: [] });
  });

  it('gives its rows from the newest on, page by page', async () => {
    const { audit } = (await filled()).storage;
    const [first, second] = [await audit.newest(null, 3), await audit.newest(3, 3)];
    expect([first, second].map((page) => page.map(({ seq }) => seq))).toEqual([
      [5, 4, 3],
      [2, 1],
    ]);
    await expect(audit.newest(null, 1001)).rejects.toMatchObject({ code: 'QD-INPUT' });
  });

  it.each(TAMPERINGS)('finds %s', async (_what, statements, fault) => {
    const { storage, sql } = await filled();
    for (const statement of statements) await sql(statement);
    const { findings } = await storage.audit.verify();
    expect(findings).toContainEqual(
      expect.objectContaining({ fault, message: expect.stringMatching(/\p{Script=Han}/u) }),
    );
  });

  it('finds a log that was put back to an earlier state as a whole, by a head noted elsewhere', async () => {
    const { storage, sql } = await filled();
    const earlier = await sql('select * from audit_head');
    await storage.audit.append({
      at: at(6),
      actor: '示例街道',
      action: 'example',
      subject: 's6',
      detail: {},
    });
    const witness = await storage.audit.head();
    const [{ hash, signature }] = earlier as [{ hash: string; signature: string }];
    await sql('delete from audit where seq = 6');
    await sql(`update audit_head set seq = 5, hash = '${hash}', signature = '${signature}'`);
    expect((await storage.audit.verify()).findings).toEqual([]);
    expect((await storage.audit.verify(witness)).findings).toMatchObject([{ fault: 'witness', seq: 6 }]);
  });

  it('is one chain when two programs write at once', async () => {
    const { storage, open } = await fresh();
    const other = await open();
    await Promise.all(
      Array.from({ length: 40 }, (_, i) =>
        (i % 2 === 0 ? storage : other).audit.append({
          at: at(i),
          actor: '示例街道',
          action: 'example',
          subject: `s${i}`,
          detail: {},
        }),
      ),
    );
    expect(await other.audit.verify()).toMatchObject({ rows: 40, findings: [] });
  });

  it('is checked page by page, however long it is', async () => {
    const { storage, sql } = await fresh();
    const entry = { at: at(0), actor: '示例街道', action: 'example', subject: 's', detail: {} };
    await Promise.all(Array.from({ length: 2100 }, () => storage.audit.append(entry)));
    expect(await storage.audit.verify()).toMatchObject({ rows: 2100, findings: [] });
    await sql('delete from audit where seq = 1001');
    expect((await storage.audit.verify()).findings).toMatchObject([{ seq: 1001, fault: 'removed' }]);
  });
});
