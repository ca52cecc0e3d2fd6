/** A list over HTTP: looked at, its columns and matters chosen, published, answered from, withdrawn. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAssistant } from '#app/assistant.js';
import { officeLists } from '#app/open.js';
import type { ImportSeen, RowPlanned } from '#importing/seen.js';
import { type Office, openOffice, TODAY } from './support/office.js';

/** 渝北区 is the county of those who work in the office. */
const LIST = [
  '重庆市渝北区社区协助事项清单,,',
  '序号,事项名称,责任部门',
  '1,最低生活保障对象动态管理,区民政局',
  '2,流浪猫绝育登记,区农业农村委',
  '3,兵役登记,区人武部',
].join('\n');
const UNKNOWN_HEADER = ['重庆市渝北区社区协助事项清单,,', '甲,干些啥,谁来管', '1,兵役登记,区人武部'].join(
  '\n',
);

let office: Office;
let taken = 0;
beforeAll(async () => {
  office = await openOffice({}, { takeUp: async () => ++taken });
});
afterAll(() => office.close());

function form(text: string | Uint8Array, fields: Record<string, string> = {}, name = '清单.csv') {
  const data = new FormData();
  for (const [field, value] of Object.entries(fields)) data.set(field, value);
  data.set('file', new File([typeof text === 'string' ? text : Buffer.from(text)], name));
  return data;
}

const send = (user: string | null, url: string, data: FormData) =>
  office.call(user, 'POST', url, data as never);
const asked = (said: object) => ({ asked: JSON.stringify(said) });
const tried = async (user: string, data: FormData): Promise<ImportSeen> => {
  const reply = await send(user, '/imports/trial', data);
  expect(reply.statusCode, reply.payload).toBe(200);
  return reply.json();
};
const rowOf = ({ rows }: ImportSeen, name: string): RowPlanned => {
  const row = rows.find((one) => one.name === name);
  if (row === undefined) throw new Error(`no row ${name}`);
  return row;
};
const SAID = { issued: '2026-11-01' };

describe('a trial of an import', () => {
  it('says what the file was taken for, row by row beside the original, and changes nothing', async () => {
    const seen = await tried('county-lead', form(LIST, asked(SAID)));
    expect(seen.canLoad).toBe(true);
    expect(seen.documents).toMatchObject([{ region: '重庆市渝北区', isNew: true, may: true, changes: [] }]);
    expect(seen.lists).toMatchObject([
      {
        kind: 'assist',
        rows: 3,
        columns: [
          { column: 'A', field: 'no' },
          { column: 'B', header: '事项名称', field: 'name' },
          { column: 'C', field: 'department' },
        ],
      },
    ]);
    expect(rowOf(seen, '最低生活保障对象动态管理')).toMatchObject({
      original: ['1', '最低生活保障对象动态管理', '区民政局'],
      place: { line: 3 },
      by: 'sure',
      matter: expect.stringMatching(/^duty-/),
    });
    const { proposals } = rowOf(seen, '兵役登记');
    expect(proposals[0]?.confidence).toBeGreaterThan(0);
    expect(await office.storage.lists.history()).toEqual([]);
  });

  it('takes a corrected column, and says of which header it is', async () => {
    const before = await tried('county-lead', form(UNKNOWN_HEADER, asked(SAID)));
    expect(before.canLoad).toBe(false);
    expect(before.findings.map(({ needs }) => needs)).toContain('columns');
    const columns = [{ column: 'B', field: 'name' }];
    const after = await tried('county-lead', form(UNKNOWN_HEADER, asked({ ...SAID, columns })));
    expect(after.rows.map(({ name }) => name)).toEqual(['兵役登记']);
    const [list] = after.lists;
    const third = { signature: list?.signature, column: 'C', field: 'department' };
    const both = await tried(
      'county-lead',
      form(UNKNOWN_HEADER, asked({ ...SAID, columns: [...columns, third] })),
    );
    expect(both.lists[0]?.columns[2]).toMatchObject({ field: 'department' });
    const other = { ...third, signature: '000000000000' };
    const none = await tried(
      'county-lead',
      form(UNKNOWN_HEADER, asked({ ...SAID, columns: [...columns, other] })),
    );
    expect(none.lists[0]?.columns[2]).toMatchObject({ field: null });
  });

  it('is for those who may import somewhere, who see where they may not', async () => {
    for (const user of ['worker', 'secretary', 'street', 'county-department', 'auditor'])
      expect((await send(user, '/imports/trial', form(LIST))).statusCode, user).toBe(403);
    expect((await send(null, '/imports/trial', form(LIST))).statusCode).toBe(401);
    const elsewhere = await tried('county-lead-elsewhere', form(LIST, asked(SAID)));
    expect(elsewhere.documents).toMatchObject([{ may: false }]);
    const refused = await send(
      'county-lead-elsewhere',
      '/imports',
      form(LIST, { ...asked(SAID), seen: elsewhere.seen }),
    );
    expect([refused.statusCode, refused.json().code]).toEqual([403, 'QD-FORBIDDEN']);
  });

  it.each([
    ['no list', '今天天气很好', {}, 200],
    ['a program', Uint8Array.of(0x4d, 0x5a, 1, 2), {}, 400],
    ['a choice for a row that isn’t there', LIST, { choices: { 'x-1': 'new' } }, 400],
    ['a field that nobody knows', LIST, { colour: 'red' }, 400],
    ['a region that is none', LIST, { region: '桃花源' }, 400],
  ] as const)('says what is wrong with %s', async (_, text, said, status) => {
    const reply = await send('county-lead', '/imports/trial', form(text as string, asked(said)));
    const { statusCode, payload } = reply;
    expect([statusCode, status === 200 ? reply.json().canLoad : payload.includes('QD-')], payload).toEqual([
      status,
      status !== 200,
    ]);
  });

  it('has a blank table to fill in', async () => {
    const { rawPayload, statusCode } = await office.call('county-lead', 'GET', '/imports/template');
    expect([statusCode, rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK']);
  });
});

describe('publishing', () => {
  it('loads what was looked at with the matters chosen since, is answered from, and goes again', async () => {
    const seen = await tried('county-lead', form(LIST, asked(SAID)));
    const choices = { [rowOf(seen, '兵役登记').id]: 'new' };
    const sent = form(LIST, { ...asked({ ...SAID, choices }), seen: seen.seen });
    const reply = await send('county-lead', '/imports', sent);
    expect(reply.statusCode, reply.payload).toBe(201);
    const [version] = reply.json().versions;
    expect(version).toMatchObject({ number: 1, isNew: true });
    expect(taken).toBe(1);
    const ask = async (text: string) =>
      openAssistant({ today: TODAY, office: await officeLists(office.storage) }).decide({
        text,
        region: '重庆市渝北区',
        today: TODAY,
      });
    const answer = await ask('流浪猫绝育登记归社区管吗');
    expect([answer.verdict, answer.citations[0]?.documentId]).toEqual(['assist', version.documentId]);
    const [document] = await office.storage.lists.current();
    expect(document?.lists[0]?.items.find(({ name }) => name === '兵役登记')?.matter).toMatch(/^office-/);
    const [row] = (await office.storage.audit.list(0, 1000)).filter(
      ({ subject }) => subject === version.documentId,
    );
    expect(row).toMatchObject({ actor: 'county-lead（接口）', detail: { source: '清单.csv' } });

    const reason = encodeURIComponent('印错了');
    const gone = await office.call(
      'county-lead',
      'DELETE',
      `/documents/${version.documentId}?reason=${reason}`,
    );
    expect([gone.statusCode, gone.json().version, taken]).toEqual([200, 2, 2]);
    const { citations } = await ask('流浪猫绝育登记归社区管吗');
    expect(citations.map(({ documentId }) => documentId)).not.toContain(version.documentId);
  });

  it('is refused where something else was looked at, or another version came in between', async () => {
    const seen = await tried('county-lead', form(LIST, asked(SAID)));
    const publish = (text: string, mark: string) =>
      send('county-lead', '/imports', form(text, { ...asked(SAID), seen: mark }));
    const other = await publish(`${LIST}\n4,森林防火巡护,区林业局`, seen.seen);
    expect([other.statusCode, other.json().code]).toEqual([409, 'QD-STATE']);
    expect((await send('county-lead', '/imports', form(LIST, asked(SAID)))).statusCode).toBe(400);
    expect((await publish(LIST, seen.seen)).statusCode).toBe(201);
    const again = await publish(LIST, seen.seen);
    expect([again.statusCode, again.json().code]).toEqual([409, 'QD-STATE']);
    const same = await tried('county-lead', form(LIST, asked(SAID)));
    expect(same.documents).toMatchObject([{ isNew: false, changes: [] }]);
    const more = await tried('county-lead', form(`${LIST}\n4,森林防火巡护,区林业局`, asked(SAID)));
    expect(more.documents[0]?.changes).toMatchObject([{ change: 'added', name: '森林防火巡护' }]);
  });

  it('refuses a file with an error', async () => {
    const twice = `${LIST}\n3,兵役登记,`;
    const broken = LIST.replace('流浪猫绝育登记', '流浪猫绝育登记和');
    for (const text of [broken, twice]) {
      const seen = await tried('county-lead', form(text, asked(SAID)));
      if (seen.canLoad) continue;
      const reply = await send('county-lead', '/imports', form(text, { ...asked(SAID), seen: seen.seen }));
      expect([reply.statusCode, reply.json().code]).toEqual([400, 'QD-IMPORT']);
    }
    expect((await tried('county-lead', form(broken, asked(SAID)))).canLoad).toBe(false);
  });
});
