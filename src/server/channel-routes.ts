import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { HttpForm, HttpRequest, HttpResponse, HttpRoute } from '#conversation/channel.js';
import { QingdanError } from '#errors.js';
import { acceptForms } from './multipart.js';
import type { ServerSettings } from './options.js';

/** Serves the channels' routes. Their bodies stay unparsed: a channel checks the signature of the bytes first. */
export function mountRoutes(
  app: FastifyInstance,
  routes: readonly HttpRoute[],
  settings: ServerSettings,
  closing: AbortSignal,
): void {
  refuseSameAddress(routes);
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    acceptForms(scope);
    for (const route of routes) {
      scope.route({
        method: route.method,
        url: route.path,
        // A GET route has no body and may say 0, which Fastify refuses.
        bodyLimit: Math.max(1, route.bodyLimit),
        config: {
          files: route.takesFiles ?? false,
          rateLimit: { max: mostPerMinute(route, settings), timeWindow: 60_000 },
        },
        handler: async (request, reply) => {
          const gone = callerGone(reply);
          const response = await route.handle(toHttpRequest(request, gone.signal));
          if (isStream(response.body)) endWith(closing, gone, reply);
          return send(request, reply, response);
        },
      });
    }
  });
}

/** @throws QingdanError QD-CHANNEL */
function refuseSameAddress(routes: readonly HttpRoute[]): void {
  const seen = new Set<string>();
  for (const { method, path } of routes) {
    const address = `${method} ${path}`;
    if (seen.has(address))
      throw new QingdanError('QD-CHANNEL', `两个渠道都要用地址「${address}」，请只启用其中一个`);
    seen.add(address);
  }
}

function mostPerMinute({ method, path }: HttpRoute, settings: ServerSettings): number {
  if (path.startsWith('/channels/')) return settings.channelCallsPerMinute;
  return method === 'POST' ? settings.postsPerMinute : settings.requestsPerMinute;
}

/** Fires when the connection ends before its response does. */
export function callerGone(reply: FastifyReply): AbortController {
  const controller = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) controller.abort();
  });
  return controller;
}

/** Ends a stream with the server, which would otherwise wait for it; other responses are waited for. */
export function endWith(closing: AbortSignal, stream: AbortController, reply: FastifyReply): void {
  const end = () => stream.abort();
  closing.addEventListener('abort', end);
  reply.raw.once('close', () => closing.removeEventListener('abort', end));
  if (closing.aborted) end();
}

function toHttpRequest(request: FastifyRequest, signal: AbortSignal): HttpRequest {
  const { url, method, headers, ip, body } = request;
  const [path = '/', query = ''] = url.split(/\?(.*)/su);
  const flat = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value] as const],
  );
  return {
    method,
    path,
    query: new URLSearchParams(query),
    headers: Object.fromEntries(flat),
    body: Buffer.isBuffer(body) ? body : new Uint8Array(),
    form: isForm(body) ? body : undefined,
    remote: ip,
    signal,
  };
}

/** Only the parser of forms gives an object that isn't bytes. */
const isForm = (body: unknown): body is HttpForm =>
  typeof body === 'object' && body !== null && !Buffer.isBuffer(body);

const isStream = (body: HttpResponse['body']): body is AsyncIterable<string> =>
  typeof body === 'object' && Symbol.asyncIterator in body;

function send(request: FastifyRequest, reply: FastifyReply, response: HttpResponse): FastifyReply {
  const { status, headers = {}, body = '' } = response;
  reply.code(status).headers(headers);
  if (typeof body === 'string') return reply.send(body);
  if (!isStream(body)) return reply.send(Buffer.from(body));
  // A stream has no length to tell; running it for a HEAD request would keep it open for nobody.
  return reply.send(request.method === 'HEAD' ? '' : Readable.from(body));
}
