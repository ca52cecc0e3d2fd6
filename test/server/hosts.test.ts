import { describe, expect, it } from 'vitest';
import type { HttpRoute } from '#conversation/channel.js';
import { serverSettingsSchema } from '#server/index.js';
import { openServer } from './support/server.js';

const callback: HttpRoute = {
  method: 'GET',
  path: '/channels/sample',
  bodyLimit: 0,
  handle: async () => ({ status: 200 }),
};

describe('the name that a service is asked under', () => {
  it.each([
    ['localhost', 200],
    ['localhost:3000', 200],
    ['LOCALHOST.', 200],
    ['127.0.0.1:3000', 200],
    ['192.168.1.20', 200],
    ['[::1]:3000', 200],
    ['[fe80::1%eth0]:3000', 200],
    ['qd.example.gov.cn', 200],
    ['evil.example', 421],
    ['127.0.0.1.evil.example', 421],
    ['localhost.evil.example', 421],
    ['qd.example.gov.cn.evil.example', 421],
    ['[evil.example]', 421],
  ])('%s gives %i', async (host, status) => {
    const app = await openServer({ settings: { hosts: ['QD.example.gov.cn'] } });
    const response = await app.inject({ url: '/openapi.json', headers: { host } });
    expect(response.statusCode).toBe(status);
    if (status === 421) expect(response.json().detail).toContain('server.hosts');
  });

  it('doesn’t matter to platforms, whose calls are signed, and to health checks', async () => {
    const app = await openServer({ routes: [callback] });
    for (const url of ['/channels/sample', '/healthz', '/readyz']) {
      expect((await app.inject({ url, headers: { host: 'any.example' } })).statusCode).toBe(200);
    }
  });

  it('is set as a list, or in one line of the environment', () => {
    const hosts = (value: unknown) => serverSettingsSchema.safeParse({ hosts: value });
    expect(hosts('a.example, b.example').data?.hosts).toEqual(['a.example', 'b.example']);
    expect(hosts(['a.example']).data?.hosts).toEqual(['a.example']);
    expect(hosts(['https://a.example']).success).toBe(false);
  });
});
