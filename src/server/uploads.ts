import { finished } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sendProblem } from './failures.js';
import { BODY_LIMIT } from './options.js';
import { refusal } from './problem.js';
import { takesFiles } from './takes-files.js';

/**
 * Bytes of bodies with files that may be under way at once. They are held in memory until they are answered, two or
 * three times over while they are taken apart.
 */
export const MOST_AT_ONCE = 120_000_000;
/** The same from one address: two of the largest, so that nobody's slow uploads shut out everybody else. */
export const MOST_FROM_ONE = 60_000_000;

/** Keeps many large files at once from filling the memory: what is too much now is refused with 503, before it is read. */
export function limitUploads(app: FastifyInstance): void {
  const underWay = new Map<string, number>();
  let total = 0;
  app.addHook('onRequest', async (request, reply) => {
    if (request.method !== 'POST' || !takesFiles(request)) return;
    const { ip } = request;
    const bytes = announced(request);
    const own = underWay.get(ip) ?? 0;
    if (total + bytes > MOST_AT_ONCE || own + bytes > MOST_FROM_ONE) {
      reply.header('retry-after', '10');
      return sendProblem(request, reply, refusal(503, '同时上传的文件太多，请过一会儿再发'));
    }
    total += bytes;
    underWay.set(ip, own + bytes);
    finished(reply.raw, () => {
      total -= bytes;
      const left = (underWay.get(ip) ?? 0) - bytes;
      if (left > 0) underWay.set(ip, left);
      else underWay.delete(ip);
    });
  });
}

/** Bytes of the body; without a length as many as the route takes. */
function announced({ headers, routeOptions }: FastifyRequest): number {
  const most = routeOptions.bodyLimit ?? BODY_LIMIT;
  const length = Number(headers['content-length'] ?? most);
  return Math.min(Number.isFinite(length) ? length : most, most);
}
