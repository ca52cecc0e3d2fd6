import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTelemetry } from '#telemetry/open.js';
import { tracedBot } from '#telemetry/traced.js';
import { ORIGIN, openSite } from '../adapters/web/support/site.js';
import { echoBot, openServer } from '../server/support/server.js';

interface SentSpan {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  attributes: { key: string; value: Record<string, unknown> }[];
  status: { code?: number };
}

/** A collector that takes OTLP over HTTP in its JSON form and keeps what it got. */
function collector() {
  const got: { path: string; type: string; body: string; headers: NodeJS.Dict<string | string[]> }[] = [];
  const server: Server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      got.push({
        path: request.url ?? '',
        type: request.headers['content-type'] ?? '',
        body,
        headers: request.headers,
      });
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  return {
    got,
    server,
    resource: () => JSON.parse(got[0]?.body ?? '{}').resourceSpans[0].resource.attributes,
    spans: (): SentSpan[] =>
      got.flatMap(({ body }) =>
        JSON.parse(body).resourceSpans.flatMap((each: { scopeSpans: { spans: SentSpan[] }[] }) =>
          each.scopeSpans.flatMap(({ spans }) => spans),
        ),
      ),
  };
}

const fieldsOf = ({ attributes }: SentSpan) =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]));

const taking = collector();
let endpoint: string;
beforeAll(async () => {
  await new Promise<void>((resolve) => taking.server.listen(0, '127.0.0.1', resolve));
  endpoint = `http://127.0.0.1:${(taking.server.address() as AddressInfo).port}`;
});
afterAll(() => {
  taking.server.close();
});

const SECRET = '王小明13812345678';
const CALLER = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';

describe('spans', () => {
  it('of requests and turns go to the collector, one beneath the other, and nothing of what was said', async () => {
    const telemetry = openTelemetry({
      endpoint: `${endpoint}/`,
      service: '街道',
      version: '1.2.3',
      share: 1,
    });
    const { adapter } = await openSite({ bot: tracedBot(echoBot(), telemetry) });
    const app = await openServer({ routes: adapter.routes, tracing: telemetry });
    const response = await app.inject({
      ...{ method: 'POST', url: `/chat?q=${encodeURIComponent(SECRET)}` },
      headers: {
        ...{ host: 'localhost:80', origin: ORIGIN, traceparent: CALLER },
        'content-type': 'application/x-www-form-urlencoded',
      },
      payload: new URLSearchParams({ text: SECRET }).toString(),
    });
    expect(response.statusCode).toBe(200);
    await app.close();
    await telemetry.close();

    const [request, turn] = ['POST /chat', 'turn'].map((name) =>
      taking.spans().find((each) => each.name === name),
    );
    expect(request).toMatchObject({
      traceId: '0af7651916cd43dd8448eb211c80319c',
      parentSpanId: 'b7ad6b7169203331',
    });
    expect(turn).toMatchObject({ traceId: request?.traceId, parentSpanId: request?.spanId });
    expect(fieldsOf(request as SentSpan)).toEqual({
      'http.request.method': 'POST',
      'http.route': '/chat',
      'http.response.status_code': 200,
    });
    expect(fieldsOf(turn as SentSpan)).toEqual({ 'qingdan.channel': 'web', 'qingdan.blocks': 1 });
    expect(taking.got.map(({ path, type }) => [path, type])).toContainEqual([
      '/v1/traces',
      'application/json',
    ]);
    expect(JSON.stringify(taking.resource())).toContain('街道');
    const sent = decodeURIComponent(taking.got.map(({ body }) => body).join(''));
    for (const word of ['王小明', '1381234', 'localhost', '127.0.0.1']) expect(sent).not.toContain(word);
  });

  it('tell of work that failed that it did, without why', async () => {
    const telemetry = openTelemetry({ endpoint, service: '街道', version: '1', share: 1 });
    const failing = telemetry.during('failing', {}, async () => {
      throw new Error(SECRET);
    });
    await expect(failing).rejects.toThrow(SECRET);
    await telemetry.close();
    const span = taking.spans().find(({ name }) => name === 'failing');
    expect(span?.status.code).toBe(2);
    expect(JSON.stringify(span)).not.toContain('王小明');
  });

  it('are as many as the share says, but for those whose caller decided already', async () => {
    const telemetry = openTelemetry({ endpoint, service: '街道', version: '1', share: 0 });
    telemetry.enter('unasked', {}, undefined, (span) => span.end(false));
    telemetry.enter('asked for', {}, CALLER, (span) => span.end(false));
    await telemetry.close();
    const names = taking.spans().map(({ name }) => name);
    expect(names).toContain('asked for');
    expect(names).not.toContain('unasked');
  });

  it('hold nothing up where the collector is away', async () => {
    const telemetry = openTelemetry({
      endpoint: 'http://127.0.0.1:9',
      service: '街道',
      version: '1',
      share: 1,
      timeout: 200,
    });
    expect(await telemetry.during('alone', {}, async () => 7)).toBe(7);
    await telemetry.close();
  });
});
