import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mcpEndpoint } from '#mcp/index.js';
import type { KeyInUse } from '#server/key-desk.js';
import { openServer } from '../server/support/server.js';
import { openDesk } from './support.js';

const KEYS: Record<string, KeyInUse> = {
  right: { id: '00000001', region: '重庆市南岸区', scopes: ['mcp'], perMinute: 100 },
  other: { id: '00000002', region: null, scopes: ['answers'], perMinute: 100 },
};
const { desk, kept } = openDesk();
let url = new URL('http://localhost');
let close: () => Promise<void> = async () => undefined;

beforeAll(async () => {
  const app = await openServer({
    mcp: mcpEndpoint(desk, (error) => {
      throw error;
    }),
    keys: { required: true, find: async (token) => KEYS[token] ?? null },
  });
  url = new URL('/mcp', await app.listen({ host: '127.0.0.1', port: 0 }));
  close = () => app.close();
});
afterAll(() => close());

async function connected(token: string): Promise<Client> {
  const client = new Client({ name: 'test', version: '1.0.0' });
  const requestInit = { headers: { authorization: `Bearer ${token}` } };
  // The transport declares its optional session without `undefined`, which exact types refuse.
  const transport = new StreamableHTTPClientTransport(url, { requestInit });
  await client.connect(transport as Parameters<Client['connect']>[0]);
  return client;
}

describe('the protocol over HTTP', () => {
  it('answers the official client, in the region of its key', async () => {
    const client = await connected('right');
    const { structuredContent } = await client.callTool({
      name: 'ask',
      arguments: { text: '社区能开无犯罪记录证明吗' },
    });
    const { verdict, record } = structuredContent as { verdict: string; record: string };
    expect(verdict).toBe('must-not-certify');
    expect(kept.get(record)).toMatchObject({ question: { region: '重庆市南岸区' } });
    await client.close();
  });

  it('keeps out who has no key, a wrong one, or one for something else', async () => {
    await expect(connected('wrong')).rejects.toThrow();
    await expect(connected('other')).rejects.toThrow('QD-API-SCOPE');
    const bare = await fetch(url, {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json' },
    });
    expect(bare.status).toBe(401);
  });

  it('opens no stream and keeps no session', async () => {
    for (const method of ['GET', 'DELETE']) {
      const refused = await fetch(url, { method });
      expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'POST']);
    }
  });

  it('lets no page of another site in', async () => {
    const headers = { origin: 'https://evil.example', authorization: 'Bearer right' };
    expect((await fetch(url, { method: 'POST', headers })).status).toBe(403);
  });
});
