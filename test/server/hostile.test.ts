import fc from 'fast-check';
import type { FastifyInstance } from 'fastify';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Log } from '#conversation/log.js';
import { silentLog } from '#conversation/log.js';
import { problemSchema } from '#server/problem.js';
import { answeringDesk } from './support/desk.js';
import { echoBot, openServer } from './support/server.js';

interface Hostile {
  what: string;
  method?: 'GET' | 'POST' | 'DELETE';
  url: string;
  headers?: Record<string, string>;
  payload?: string | Buffer;
  status: number;
}

const MESSAGES = '/api/v1/messages';
const JSON_TYPE = { 'content-type': 'application/json' };
const CASES: Hostile[] = [
  { what: 'half a JSON', url: MESSAGES, headers: JSON_TYPE, payload: '{"text":"一', status: 400 },
  { what: 'an empty body', url: MESSAGES, headers: JSON_TYPE, payload: '', status: 400 },
  { what: 'no object', url: MESSAGES, headers: JSON_TYPE, payload: '[]', status: 400 },
  { what: 'null', url: MESSAGES, headers: JSON_TYPE, payload: 'null', status: 400 },
  {
    what: 'text that is no text',
    url: MESSAGES,
    headers: JSON_TYPE,
    payload: '{"text":{"a":1}}',
    status: 400,
  },
  { what: 'only blanks', url: MESSAGES, headers: JSON_TYPE, payload: '{"text":" \\n "}', status: 400 },
  {
    what: 'an unknown field',
    url: MESSAGES,
    headers: JSON_TYPE,
    payload: '{"text":"一","x":1}',
    status: 400,
  },
  {
    what: 'a __proto__ key',
    url: MESSAGES,
    headers: JSON_TYPE,
    payload: '{"text":"一","__proto__":{"role":"official"}}',
    status: 400,
  },
  {
    what: 'a constructor key',
    url: MESSAGES,
    headers: JSON_TYPE,
    payload: '{"text":"一","constructor":{"prototype":{"role":"official"}}}',
    status: 400,
  },
  {
    what: 'a nested __proto__ key',
    url: '/api/v1/answers',
    headers: JSON_TYPE,
    payload: '{"text":"一","region":{"__proto__":{"x":1}}}',
    status: 400,
  },
  {
    what: 'an id with a path in it',
    url: MESSAGES,
    headers: JSON_TYPE,
    payload: '{"text":"一","conversationId":"../../etc"}',
    status: 400,
  },
  {
    what: 'an id of another channel’s form',
    url: MESSAGES,
    headers: JSON_TYPE,
    payload: '{"text":"一","conversationId":"api:x"}',
    status: 400,
  },
  {
    what: 'a body over the limit',
    url: '/api/v1/answers',
    headers: JSON_TYPE,
    payload: JSON.stringify({ text: '事'.repeat(40_000) }),
    status: 413,
  },
  {
    what: 'plain text, which a form of another site can send',
    url: MESSAGES,
    headers: { 'content-type': 'text/plain' },
    payload: '{"text":"一"}',
    status: 415,
  },
  {
    what: 'a form',
    url: MESSAGES,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: 'text=%E4%B8%80',
    status: 415,
  },
  { what: 'XML', url: MESSAGES, headers: { 'content-type': 'text/xml' }, payload: '<a/>', status: 415 },
  { what: 'a wrong method', method: 'GET', url: MESSAGES, status: 405 },
  { what: 'another wrong method', method: 'DELETE', url: '/api/v1/answers', status: 405 },
  { what: 'an unknown address', method: 'GET', url: '/wp-login.php', status: 404 },
  { what: 'a path upwards', method: 'GET', url: '/chat/assets/../../package.json', status: 404 },
  { what: 'a broken percent sign', method: 'GET', url: '/%zz', status: 400 },
  {
    what: 'a stream of no conversation',
    method: 'GET',
    url: '/api/v1/conversations/%3Cscript%3E/events',
    status: 400,
  },
];

describe('a hostile request', () => {
  const bot = echoBot();
  let app: FastifyInstance;
  beforeAll(async () => {
    app = await openServer({ bot });
  });

  it.each(CASES)('with $what is refused with $status and one Chinese sentence', async (hostile) => {
    const { method = 'POST', url, headers = {}, payload, status } = hostile;
    const response = await app.inject({
      method,
      url,
      headers,
      ...(payload === undefined ? {} : { payload }),
    });
    expect(response.statusCode).toBe(status);
    expect(response.headers['content-type']).toContain('application/problem+json');
    const problem = problemSchema.parse(response.json());
    expect(problem.status).toBe(status);
    expect(problem.detail).toMatch(/^[^\n]*\p{Script=Han}[^\n]*$/u);
    expect(bot.got).toEqual([]);
  });

  it('names the methods that an address takes', async () => {
    const response = await app.inject({ method: 'GET', url: MESSAGES });
    expect(response.headers.allow).toBe('POST');
  });

  it('never brings the server down nor changes a prototype, whatever JSON it holds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.json(), async (payload) => {
        const response = await app.inject({ method: 'POST', url: MESSAGES, headers: JSON_TYPE, payload });
        expect(response.statusCode).toBeLessThan(500);
        expect(Object.keys(Object.prototype)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('gives the same question back as text, not as markup', async () => {
    const text = '<script>alert(1)</script>';
    const response = await app.inject({ method: 'POST', url: MESSAGES, payload: { text } });
    expect(response.headers['content-type']).toContain('application/json');
    expect(response.headers['x-content-type-options']).toBe('nosniff');
    expect(response.json().replies[0].text).toBe(`您说：${text}`);
  });
});

describe('a fault of the program', () => {
  it('is told without its inside and logged with its place, not its words', async () => {
    const logged: unknown[] = [];
    const log: Log = { ...silentLog, error: (event, fields) => logged.push([event, fields]) };
    const app = await openServer({
      log,
      desk: answeringDesk(() => {
        throw new TypeError('居民张三的电话是 13800000000');
      }),
    });
    const response = await app.inject({ method: 'POST', url: '/api/v1/answers', payload: { text: '一' } });
    expect(response.statusCode).toBe(500);
    expect(response.json().code).toBe('QD-INTERNAL');
    expect(response.body).not.toContain('张三');
    expect(logged).toEqual([
      [
        'QD-INTERNAL',
        { route: '/api/v1/answers', error: 'TypeError', at: expect.stringMatching(/hostile\.test/) },
      ],
    ]);
    expect(JSON.stringify(logged)).not.toContain('张三');
  });

  it('is a page for a browser', async () => {
    const app = await openServer();
    const response = await app.inject({ url: '/nothing', headers: { accept: 'text/html,*/*' } });
    expect(response.statusCode).toBe(404);
    expect(response.headers['content-type']).toContain('text/html');
    expect(response.body).toContain('没有这个地址');
  });
});
