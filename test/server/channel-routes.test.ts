import { describe, expect, it } from 'vitest';
import type { HttpRequest, HttpResponse, HttpRoute } from '#conversation/channel.js';
import { openServer } from './support/server.js';

function listening(answer: HttpResponse, method: 'GET' | 'POST' = 'POST') {
  const got: HttpRequest[] = [];
  const route: HttpRoute = {
    method,
    path: '/channels/sample',
    bodyLimit: 64,
    async handle(request) {
      got.push(request);
      return answer;
    },
  };
  return { got, route };
}

describe('a channel’s route', () => {
  it.each(['application/json', 'text/xml', 'application/x-www-form-urlencoded', undefined])(
    'gets the bytes of the body as they came (%s)',
    async (type) => {
      const { got, route } = listening({ status: 204 });
      const app = await openServer({ routes: [route] });
      const bytes = Buffer.from([0x7b, 0x00, 0xff, 0x0a]);
      const response = await app.inject({
        method: 'POST',
        url: '/channels/sample?signature=a%20b&signature=c',
        headers: type === undefined ? {} : { 'content-type': type },
        payload: bytes,
        remoteAddress: '203.0.113.5',
      });
      expect(response.statusCode).toBe(204);
      expect(got[0]).toMatchObject({ method: 'POST', path: '/channels/sample', remote: '203.0.113.5' });
      expect(Buffer.from(got[0]?.body ?? []).equals(bytes)).toBe(true);
      expect(got[0]?.query.getAll('signature')).toEqual(['a b', 'c']);
    },
  );

  it('is not called with a body over its limit', async () => {
    const { got, route } = listening({ status: 200 });
    const app = await openServer({ routes: [route] });
    const response = await app.inject({ method: 'POST', url: '/channels/sample', payload: 'x'.repeat(65) });
    expect(response.statusCode).toBe(413);
    expect(got).toEqual([]);
  });

  it.each<[string, HttpResponse, string]>([
    ['a text', { status: 201, headers: { 'content-type': 'text/xml' }, body: '<a/>' }, '<a/>'],
    ['bytes', { status: 201, headers: { 'content-type': 'text/xml' }, body: Buffer.from('乙') }, '乙'],
    ['a stream', { status: 201, headers: { 'content-type': 'text/xml' }, body: pieces() }, '甲乙'],
  ])('answers with %s, its status and headers', async (_what, answer, body) => {
    const { route } = listening(answer);
    const app = await openServer({ routes: [route] });
    const response = await app.inject({ method: 'POST', url: '/channels/sample' });
    expect(response).toMatchObject({ statusCode: 201, body });
    expect(response.headers['content-type']).toBe('text/xml');
  });

  it('does not run a stream for a HEAD request', async () => {
    const { route } = listening({ status: 200, body: pieces() }, 'GET');
    const app = await openServer({ routes: [route] });
    const response = await app.inject({ method: 'HEAD', url: '/channels/sample' });
    expect(response).toMatchObject({ statusCode: 200, body: '' });
  });

  it('is refused at the start when another channel has its address', async () => {
    const [{ route: one }, { route: two }] = [listening({ status: 200 }), listening({ status: 200 })];
    await expect(openServer({ routes: [one, two] })).rejects.toMatchObject({
      code: 'QD-CHANNEL',
      message: expect.stringContaining('POST /channels/sample'),
    });
  });
});

async function* pieces(): AsyncGenerator<string> {
  yield '甲';
  yield '乙';
}
