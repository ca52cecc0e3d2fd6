import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * Answers what hasn't changed with 304. What is public may be kept by whoever asks, who asks each time whether it still
 * holds.
 * @param version of everything that the reply is made from
 * @returns whether the reply has been sent
 */
export function unchanged(request: FastifyRequest, reply: FastifyReply, version: string): boolean {
  // Weak: the same content may come compressed by a proxy.
  const tag = `W/"${version}"`;
  reply.headers({ etag: tag, 'cache-control': 'no-cache', vary: 'authorization, cookie' });
  const known = request.headers['if-none-match'];
  if (known === undefined || !known.split(',').some((one) => one.trim() === tag || one.trim() === '*'))
    return false;
  reply.code(304).send();
  return true;
}
