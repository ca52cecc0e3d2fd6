import type { FastifyInstance } from 'fastify';

/** `/healthz`: the process runs. `/readyz`: it takes messages; 503 while starting and draining, and where the store takes nothing. */
export function serveHealth(app: FastifyInstance, isReady: () => boolean | Promise<boolean>): void {
  const config = { rateLimit: false } as const;
  app.get('/healthz', { config }, (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ status: 'ok' }),
  );
  app.get('/readyz', { config }, async (_request, reply) => {
    const ready = await isReady();
    return reply
      .code(ready ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ status: ready ? 'ready' : 'not-ready' });
  });
}
