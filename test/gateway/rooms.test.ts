/** What users do in the rooms of records, over HTTP, from one end to the other. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashPassword } from '#storage/password.js';
import { AT, type Office, openOffice, PASSWORD, REGIONS, TODAY } from './support/office.js';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());
const call: Office['call'] = (...request) => office.call(...request);

const form = (name: string, content: Uint8Array | string, fields: Record<string, string> = {}) => {
  const boundary = 'x-boundary';
  const head = Object.entries(fields).map(
    ([key, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${key}"\r\n\r\n${value}\r\n`,
  );
  const file = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
  return {
    payload: Buffer.concat([
      Buffer.from(head.join('') + file),
      Buffer.from(content),
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  };
};

describe('cases over HTTP', () => {
  it('go from reception to the visit afterwards, with papers and files', async () => {
    const made = await call('secretary', 'POST', '/cases', {
      text: '3号楼楼道灯坏了没人修',
      kind: 'demand',
      contact: { place: '3号楼' },
    });
    expect(made.statusCode).toBe(201);
    const { number, code } = made.json();
    const at = `/cases/${encodeURIComponent(number)}`;
    const step = (event: object, user = 'secretary') => call(user, 'POST', `${at}/events`, event);
    const { payload, headers } = form('灯.pdf', '%PDF-1.4\n%%EOF\n');
    expect((await call('secretary', 'POST', `${at}/files`, payload, headers)).statusCode).toBe(201);
    const file = await call('secretary', 'GET', `${at}/files/1`);
    expect(file.payload).toBe('%PDF-1.4\n%%EOF\n');
    const receipt = await call('secretary', 'GET', `${at}/papers/${encodeURIComponent('回执')}?format=txt`);
    expect(receipt.payload).toContain(code);
    expect((await step({ type: 'reply', text: '修好了', how: '电话' })).statusCode).toBe(409);
    await step({ type: 'sort', class: 'government', reason: '公共照明' });
    await step({ type: 'route', to: '示例街道' });
    await step({ type: 'resolve', text: '已换灯' }, 'street');
    await step({ type: 'reply', text: '修好了', how: '电话' });
    const closed = (await step({ type: 'visit', satisfied: true, note: '满意' })).json();
    expect(closed.case).toMatchObject({ state: 'closed', region: REGIONS.secretary });
    expect(closed.history.map(({ type }: { type: string }) => type)).toEqual([
      'open',
      'attach',
      'sort',
      'route',
      'resolve',
      'reply',
      'visit',
    ]);
    const status = await call(null, 'POST', '/cases/status', { number, code });
    expect(status.json()).toMatchObject({ state: '已办结', reply: '修好了' });
    const wrong = await call(null, 'POST', '/cases/status', { number, code: 'ABCDEFGH' });
    expect([wrong.statusCode, wrong.json().code]).toEqual([404, 'QD-ID']);
    const figures = (await call('street', 'GET', '/cases/statistics')).json();
    expect(figures).toMatchObject({ total: 1, closed: 1, satisfied: 1 });
  });

  it('are listed page by page, each once, by a cursor that must be ours', async () => {
    for (let i = 0; i < 5; i++) {
      const key = `request-number-${i}`;
      for (let twice = 0; twice < 2; twice++)
        await call('worker', 'POST', '/cases', { text: `第${i}件：楼道堆了杂物`, kind: 'demand', key });
    }
    const numbers: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const query = cursor === '' ? '' : `&cursor=${cursor}`;
      const page: { items: { number: string }[]; next: string | null } = (
        await call('street', 'GET', `/cases?open=true&limit=2${query}`)
      ).json();
      expect(page.items.length).toBeLessThanOrEqual(2);
      numbers.push(...page.items.map(({ number }) => number));
      cursor = page.next;
    }
    expect(numbers.length).toBe(5);
    expect(new Set(numbers).size).toBe(5);
    expect((await call('street', 'GET', '/cases?cursor=abc')).json().code).toBe('QD-INPUT');
  });
});

describe('registers over HTTP', () => {
  const values = { day: TODAY, paper: '居住证明', demander: '某银行', outcome: '拒绝' };

  it('take entries, are summed up, and come back as a sheet that can be read in', async () => {
    const kinds = (await call('worker', 'GET', '/registers')).json().items;
    const seal = kinds.find(({ id }: { id: string }) => id === 'seal');
    const outcome = seal.fields.find(({ key }: { key: string }) => key === 'outcome').choices[0];
    const added = await call('worker', 'POST', '/registers/seal/entries', {
      place: '示例社区',
      values: { ...values, outcome },
    });
    expect(added.json()).toMatchObject({
      region: REGIONS.worker,
      state: 'recorded',
      values: { paper: '居住证明' },
    });
    const list = (await call('county-lead', 'GET', '/registers/seal/entries')).json();
    expect(list.items).toHaveLength(1);
    const summary = (await call('county-lead', 'GET', '/registers/seal/summary')).json();
    expect(summary.total).toBe(1);
    const sheet = await call('worker', 'GET', '/registers/seal/sheet');
    const { payload, headers } = form('用章.xlsx', sheet.rawPayload);
    const imported = await call('worker', 'POST', '/registers/seal/import', payload, headers);
    expect(imported.json()).toMatchObject({ readable: 1, faults: [], added: [expect.any(String)] });
  });

  it('are amended in what is named alone, and say what is wrong', async () => {
    const kinds = (await call('worker', 'GET', '/registers')).json().items;
    const seal = kinds.find(({ id }: { id: string }) => id === 'seal');
    const outcome = seal.fields.find(({ key }: { key: string }) => key === 'outcome').choices[0];
    const { id } = (
      await call('worker', 'POST', '/registers/seal/entries', { values: { ...values, outcome } })
    ).json();
    const amended = await call('worker', 'POST', `/registers/seal/entries/${id}/events`, {
      type: 'amend',
      values: { demander: '某学校' },
    });
    expect(amended.json().values).toMatchObject({ paper: '居住证明', demander: '某学校' });
    const wrong = await call('worker', 'POST', '/registers/seal/entries', { values: { nothing: '1' } });
    expect([wrong.statusCode, wrong.json().detail]).toEqual([400, expect.stringContaining('nothing')]);
  });
});

describe('users over HTTP', () => {
  it('are added by whoever may, sign in, and are switched off at once', async () => {
    const account = { name: '新来的', role: 'worker', region: '500112001001', password: PASSWORD };
    expect((await call('county-lead', 'POST', '/users', account)).statusCode).toBe(403);
    expect((await call('admin', 'POST', '/users', account)).statusCode).toBe(201);
    const sign = await office.app.inject({
      method: 'POST',
      url: '/api/v1/session',
      payload: { name: account.name, password: PASSWORD, as: 'token' },
    });
    const authorization = `Bearer ${sign.json().token}`;
    const me = () => office.app.inject({ url: '/api/v1/session', headers: { authorization } });
    expect((await me()).json().name).toBe(account.name);
    const off = await call('admin', 'PATCH', `/users/${encodeURIComponent(account.name)}`, {
      disabled: true,
    });
    expect(off.statusCode).toBe(204);
    expect((await me()).statusCode).toBe(401);
  });

  it('have keys for programs, which act as they do', async () => {
    const made = await call('worker', 'POST', '/users/worker/keys', { label: '一表通对接' });
    const headers = { authorization: `Bearer ${made.json().token}` };
    const me = await office.app.inject({ url: '/api/v1/session', headers });
    expect(me.json().name).toBe('worker');
  });
});

describe('the log over HTTP', () => {
  it('is read by those whom the table names, and names who acted', async () => {
    expect((await call('county-lead', 'GET', '/audit/entries')).statusCode).toBe(403);
    expect((await call('auditor', 'GET', '/audit/entries')).statusCode).toBe(403);
  });

  it('is given from the newest row on, page by page, or in order where that is asked for', async () => {
    const account = { id: 'all', name: 'all', role: 'auditor', region: '000000' } as const;
    const root = { id: 'root', name: '本机', role: 'admin', region: '000000' } as const;
    const passwordHash = await hashPassword(PASSWORD);
    await office.storage.accounts.add(root, { ...account, passwordHash }, { at: AT, actor: '本机' });
    const seqs: number[] = [];
    let cursor = '';
    do {
      const page = (await call('all', 'GET', `/audit/entries?limit=7${cursor}`)).json();
      seqs.push(...page.items.map(({ seq }: { seq: number }) => seq));
      cursor = page.next === null ? '' : `&cursor=${page.next}`;
    } while (cursor !== '');
    expect(seqs.length).toBeGreaterThan(10);
    expect(seqs).toEqual(Array.from(seqs, (_, i) => seqs.length - i));
    const { items } = (await call('all', 'GET', '/audit/entries?order=oldest&limit=2')).json();
    expect(items.map(({ seq }: { seq: number }) => seq)).toEqual([1, 2]);
    expect((await call('all', 'GET', '/audit/answers?order=backwards')).statusCode).toBe(400);
  });

  it('lists what can be exported, and exports it for whoever may', async () => {
    const rooms = (await call('worker', 'GET', '/exports')).json().items;
    expect(rooms.map(({ name }: { name: string }) => name)).toContain('cases');
    const csv = await call('secretary', 'GET', '/exports/cases?format=csv');
    expect(csv.headers['content-type']).toContain('text/csv');
    expect(csv.payload).toContain('received_on');
    const refused = await call('worker', 'GET', '/exports/audit');
    expect([refused.statusCode, refused.json().code]).toEqual([403, 'QD-FORBIDDEN']);
  });
});

describe('inspections over HTTP', () => {
  it('go from the self-check to the end', async () => {
    const begun = await call('county-lead', 'POST', '/inspections', {
      title: '示例督察',
      selfCheckBy: '2026-12-10',
      communities: [{ region: REGIONS.secretary, place: '示例社区' }],
    });
    expect(begun.statusCode).toBe(201);
    const { id } = begun.json();
    const seen = (await call('secretary', 'GET', `/inspections/${id}`)).json();
    expect(seen.questions.map(({ id }: { id: string }) => id)).toEqual(
      expect.arrayContaining(Object.keys(seen.sheets[0].answers)),
    );
    const said = Object.fromEntries(Object.keys(seen.sheets[0].answers).map((key) => [key, '0']));
    const sheet = (event: object) =>
      call('secretary', 'POST', `/inspections/${id}/sheets/${REGIONS.secretary}/events`, event);
    await sheet({ type: 'answer', said });
    expect((await sheet({ type: 'submit' })).json()).toMatchObject({ state: 'submitted' });
    await call('county-lead', 'POST', `/inspections/${id}/events`, { type: 'start-visits' });
    const { payload, headers } = form('墙.png', Buffer.from('89504e470d0a1a0a00', 'hex'), {
      region: REGIONS.secretary,
    });
    const photo = await call('county-lead', 'POST', `/inspections/${id}/photos`, payload, headers);
    const { hash } = photo.json();
    const visit = await call('county-lead', 'POST', `/inspections/${id}/visits`, {
      region: REGIONS.secretary,
      findings: [{ text: '挂了一块多余的牌子', photos: [hash], due: '2026-12-20' }],
    });
    expect(visit.json().items).toMatchObject([{ id: `${id}/1`, state: 'open' }]);
    const picture = await call('secretary', 'GET', `/inspection-photos/${hash}`);
    expect(picture.headers['content-type']).toBe('image/png');
    const finding = (user: string, event: object) =>
      call(user, 'POST', `/inspections/${id}/findings/1/events`, event);
    await finding('secretary', { type: 'rectify', text: '已摘除', proofs: [hash] });
    await finding('county-lead', { type: 'recheck', done: true });
    const closed = await call('county-lead', 'POST', `/inspections/${id}/events`, { type: 'close' });
    expect(closed.json()).toMatchObject({ state: 'closed' });
    const report = await call('county-lead', 'GET', `/inspections/${id}/report?format=xlsx`);
    expect(report.rawPayload.subarray(0, 2).toString()).toBe('PK');
  });
});

describe('the look-back over HTTP', () => {
  it('is JSON, a report or numbers, of the region that the user may look back on', async () => {
    const query = 'from=2026-01-01&to=2026-12-31';
    const json = await call('county-lead', 'GET', `/lookback?${query}`);
    expect(json.json()).toMatchObject({ scope: { region: '500112' }, k: 5 });
    expect(json.json().blocks.length).toBeGreaterThan(10);
    const numbers = await call('county-lead', 'GET', `/lookback?${query}&format=xlsx`);
    expect(numbers.rawPayload.subarray(0, 2).toString()).toBe('PK');
    expect((await call('worker', 'GET', `/lookback?${query}`)).statusCode).toBe(403);
    expect((await call('county-lead', 'GET', `/lookback?${query}&region=500108`)).statusCode).toBe(403);
    expect((await call('county-lead', 'GET', '/lookback?from=2026-02-30&to=x')).json().code).toBe('QD-INPUT');
  });
});
