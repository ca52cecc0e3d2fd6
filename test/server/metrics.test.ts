import { describe, expect, it } from 'vitest';
import type { LogFields } from '#conversation/log.js';
import { silentLog } from '#conversation/log.js';
import { createMetrics } from '#server/metrics.js';
import { openServer } from './support/server.js';

const sources = {
  storeTakes: async () => true,
  queues: () => ({ notices: 3 }),
  versions: () => ({ catalogue: 'abc', program: '1.2.3', documents: 7 }),
};
const KEY = 'a-key-of-the-monitoring';
const AWAY = { 'x-forwarded-for': '203.0.113.7' };

describe('/metrics', () => {
  it('tells of answers, requests, queues, store and lists, and nothing of persons', async () => {
    const metrics = createMetrics(sources);
    const app = await openServer({ metrics });
    metrics.countAnswer('autonomy');
    await app.inject({ method: 'POST', url: '/api/v1/answers', payload: { text: '能开居住证明吗' } });
    await app.inject('/api/v1/secret-id');
    const { payload, headers } = await app.inject('/metrics');
    expect(headers['content-type']).toContain('text/plain');
    expect(payload).toContain('qingdan_answers_total{verdict="autonomy"} 1');
    expect(payload).toMatch(
      /qingdan_http_request_duration_seconds_count\{route="\/api\/v1\/answers",method="POST",status="200"\} 1/u,
    );
    expect(payload).toContain('qingdan_queue_length{queue="notices"} 3');
    expect(payload).toContain('qingdan_store_ok 1');
    expect(payload).toContain('qingdan_lists_info{catalogue="abc",program="1.2.3"} 1');
    expect(payload).not.toMatch(/secret-id|居住/u);
  });

  it('is for this computer, and with the key of the settings for others', async () => {
    const closed = await openServer({ metrics: createMetrics(sources) });
    expect((await closed.inject({ url: '/metrics', headers: AWAY })).statusCode).toBe(404);
    const app = await openServer({ metrics: createMetrics(sources), settings: { metricsKey: KEY } });
    const ask = (authorization: string) =>
      app.inject({ url: '/metrics', headers: { ...AWAY, authorization } });
    expect((await ask(`Bearer ${KEY}`)).statusCode).toBe(200);
    expect((await ask(`Bearer ${KEY}x`)).statusCode).toBe(404);
  });
});

describe('the log of requests', () => {
  it('has id, route and status of each, a hash of the caller, and nothing of what was sent', async () => {
    const lines: [string, LogFields | undefined][] = [];
    const log = { ...silentLog, info: (event: string, fields?: LogFields) => lines.push([event, fields]) };
    const app = await openServer({ log, logKey: new Uint8Array(32), settings: { accessLog: true } });
    const response = await app.inject({
      method: 'POST',
      url: '/api/v1/answers?phone=13800000000',
      payload: { text: '能开居住证明吗' },
      remoteAddress: '203.0.113.7',
    });
    expect(lines).toEqual([
      [
        'request',
        expect.objectContaining({
          id: response.headers['x-request-id'],
          method: 'POST',
          route: '/api/v1/answers',
          status: 200,
          caller: expect.stringMatching(/^[0-9a-f]{12}$/u),
        }),
      ],
    ]);
    expect(JSON.stringify(lines)).not.toMatch(/138|203\.0|居住/u);
  });

  it('isn’t written unless it is asked for', async () => {
    const lines: string[] = [];
    const log = { ...silentLog, info: (event: string) => lines.push(event) };
    const app = await openServer({ log, logKey: new Uint8Array(32) });
    await app.inject('/healthz');
    expect(lines).toEqual([]);
  });
});

describe('/api/docs', () => {
  it('is one page from the description, with nothing from elsewhere and no script', async () => {
    const app = await openServer();
    const { payload, headers } = await app.inject('/api/docs');
    expect(headers['content-type']).toContain('text/html');
    expect(payload).toContain('/api/v1/answers');
    expect(payload).not.toMatch(/<script|https?:\/\/(?!json-schema)/u);
    const links = Array.from(payload.matchAll(/href="#([^"]+)"/gu), ([, id]) => id);
    for (const id of new Set(links)) expect(payload).toContain(`id="${id}"`);
  });
});
