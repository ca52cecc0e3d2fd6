import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sendProblem } from './failures.js';
import type { Metrics } from './metrics.js';
import type { ServerSettings } from './options.js';
import { refusal } from './problem.js';
import { isOnThisComputer } from './protection.js';

/** `/metrics`, for this computer, or for whoever has the key of the settings; and what it measures of every request. */
export function serveMetrics(app: FastifyInstance, metrics: Metrics, { metricsKey }: ServerSettings): void {
  app.addHook('onResponse', async ({ routeOptions, method }, reply) => {
    // By route and never by address, which may hold an id.
    const route = routeOptions.url ?? 'none';
    metrics.observe({ route, method, status: reply.statusCode, seconds: reply.elapsedTime / 1000 });
  });
  app.get('/metrics', async (request, reply) => {
    if (!isOnThisComputer(request) && !hasKey(request, metricsKey))
      return sendProblem(request, reply, refusal(404));
    return reply
      .header('cache-control', 'no-store')
      .type(metrics.mediaType)
      .send(await metrics.text());
  });
}

function hasKey({ headers }: FastifyRequest, key: string | undefined): boolean {
  const [, sent] = /^Bearer +(\S{1,200}) *$/iu.exec(headers.authorization ?? '') ?? [];
  if (key === undefined || sent === undefined) return false;
  const [given, wanted] = [Buffer.from(sent), Buffer.from(key)];
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
