/** The TypeScript client that is generated from the API's description, used on the API itself. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateSource } from 'oazapfts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as client from '../../clients/typescript/qingdan.js';
import { type Office, openOffice, REGIONS } from './support/office.js';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
  await office.app.listen({ host: '127.0.0.1', port: 0 });
  const address = office.app.server.address();
  client.defaults.baseUrl = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
});
afterAll(() => office.close());

describe('the TypeScript client', () => {
  it('is what the description makes; `npx vitest run test/gateway/client.test.ts -u` makes it anew', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'qingdan-client-'));
    try {
      const document = (await office.app.inject({ url: '/api/openapi.json' })).json();
      // The version of the program isn't part of the client.
      document.info.version = '1';
      const path = join(folder, 'openapi.json');
      writeFileSync(path, JSON.stringify(document));
      // Its own types hold; the generated calls aren't written for the strictest settings.
      const source = `// @ts-nocheck\n${await generateSource(path, {})}`;
      await expect(source).toMatchFileSnapshot('../../clients/typescript/qingdan.ts');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('reads what is public, signs in and does what a user may', async () => {
    const lists = await client.listLists({ limit: 3 });
    expect(lists.status).toBe(200);
    const headers = { authorization: `Bearer ${await office.tokenOf('secretary')}` };
    const opened = await client.openCase({ text: '楼道堆了杂物', kind: 'demand' }, { headers });
    if (opened.status !== 201) throw new Error(JSON.stringify(opened));
    const read = await client.readCase(opened.data.number, {}, { headers });
    if (read.status !== 200) throw new Error(JSON.stringify(read));
    expect(read.data.case).toMatchObject({ state: 'received', region: REGIONS.secretary });
  });

  it('tells what was refused by its stable code', async () => {
    const refused = await client.listCases({});
    if (refused.status !== 401) throw new Error(JSON.stringify(refused));
    expect(refused.data.code).toBe('QD-LOGIN');
  });
});
