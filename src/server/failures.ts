import type { Socket } from 'node:net';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Log } from '#conversation/log.js';
import { errorPage } from './error-page.js';
import { JSON_LIMIT } from './options.js';
import { type Problem, problemOf, refusal } from './problem.js';
import { takesFiles } from './takes-files.js';

/** Seconds after which what was too much at once may be tried again. */
const RETRY_AFTER = '10';

/** Answers a request with a problem: as a page where a browser asked for one, else as problem+json. */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, problem: Problem): FastifyReply {
  reply.code(problem.status).header('cache-control', 'no-store');
  if (problem.status === 503) reply.header('retry-after', RETRY_AFTER);
  const wantsPage = request.headers.accept?.includes('text/html') && !request.url.startsWith('/api/');
  if (wantsPage) return reply.type('text/html; charset=utf-8').send(errorPage(problem));
  return reply.type('application/problem+json').send(JSON.stringify(problem));
}

/** The one place where errors of requests end; faults of the program are logged with their code and place. */
export function handleFailures(app: FastifyInstance, log: Log): void {
  app.setErrorHandler((error, request, reply) => {
    const problem = isTooLargeBody(error) && takesFiles(request) ? tooLargeFor(request) : problemOf(error);
    if (problem.status >= 500) log.error(problem.code, { route: routeOf(request), ...placeOf(error) });
    return sendProblem(request, reply, problem);
  });
  // Behind the rate limit, which also slows down those who search for addresses.
  app.setNotFoundHandler({ preHandler: app.rateLimit() }, (request, reply) => {
    const [url = '/'] = request.url.split('?');
    const allowed = (['GET', 'POST'] as const).filter((method) => app.hasRoute({ url, method }));
    if (allowed.length === 0) return sendProblem(request, reply, refusal(404));
    return sendProblem(request, reply.header('allow', allowed.join(', ')), refusal(405));
  });
}

/** Where files are taken too, a program's body that is too large is most likely one in Base64. */
const tooLargeFor = ({ url }: FastifyRequest): Problem =>
  refusal(
    413,
    url.startsWith('/api/')
      ? `内容超过 ${JSON_LIMIT / 1024} KB，请缩短后重新发送；文件请用 multipart/form-data 发送`
      : '内容太长，一次最多六万字，请拆成几次再发',
  );

const isTooLargeBody = (error: unknown): boolean =>
  error instanceof Error && 'statusCode' in error && error.statusCode === 413;

/** Answers what isn't HTTP at all, or has too large a head: there is no request yet, only a socket. */
export function refuseBrokenHttp(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const refused = refusal(
    { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 }[error.code ?? ''] ?? 400,
  );
  const body = JSON.stringify(refused);
  const head = [
    `HTTP/1.1 ${refused.status} ${refused.title}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Content-Type: application/problem+json',
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

const routeOf = (request: FastifyRequest) => request.routeOptions.url ?? 'unknown';

/** Kind of an error and where it was thrown; not its message, which may quote what a person wrote. */
function placeOf(error: unknown): { error: string; at: string } {
  if (!(error instanceof Error)) return { error: typeof error, at: 'unknown' };
  const at = error.stack?.split('\n').find((line) => line.trimStart().startsWith('at ')) ?? 'unknown';
  return { error: error.name, at: at.trim() };
}
