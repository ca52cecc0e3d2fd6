import { randomUUID } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import Fastify, { type FastifyInstance } from 'fastify';
import { logAccess, nameRequests } from './access-log.js';
import { serveApi } from './api/index.js';
import { mountRoutes } from './channel-routes.js';
import { serveConsole } from './console.js';
import { handleFailures, refuseBrokenHttp, sendProblem } from './failures.js';
import { serveHealth } from './health.js';
import { allowHosts } from './hosts.js';
import { serveMetrics } from './metrics-route.js';
import { BODY_LIMIT, type ServerOptions, serverSettingsSchema } from './options.js';
import { serveOutsideSignIn } from './outside-sign-in.js';
import { problemOf } from './problem.js';
import { protect } from './protection.js';
import { SILENCE } from './silence.js';
import { traceRequests } from './tracing.js';
import { limitUploads } from './uploads.js';

/**
 * The HTTP server, not yet listening; `closing` ends its open streams.
 * @throws QingdanError QD-CHANNEL when two channels want the same address
 */
export async function createServer(options: ServerOptions, closing: AbortSignal): Promise<FastifyInstance> {
  // Every open stream listens for it.
  setMaxListeners(0, closing);
  const settings = serverSettingsSchema.parse(options.settings ?? {});
  const app = Fastify({
    logger: false,
    bodyLimit: BODY_LIMIT,
    genReqId: () => randomUUID(),
    trustProxy: settings.trustProxy.length > 0 ? settings.trustProxy : false,
    // A body that comes in drops holds a connection for no longer than this.
    requestTimeout: 30_000,
    http: { headersTimeout: SILENCE, connectionsCheckingInterval: 5_000 },
    clientErrorHandler: refuseBrokenHttp,
    frameworkErrors: (error, request, reply) => sendProblem(request, reply, problemOf(error)),
  });
  protect(app, settings);
  // The plugins must have added their hooks before a route is declared.
  await app.after();
  handleFailures(app, options.log);
  allowHosts(app, settings.hosts);
  limitUploads(app);
  nameRequests(app);
  if (settings.accessLog && options.logKey !== undefined) logAccess(app, options.log, options.logKey);
  if (options.tracing !== undefined) traceRequests(app, options.tracing);
  if (options.metrics !== undefined) serveMetrics(app, options.metrics, settings);
  serveHealth(app, () => !closing.aborted && options.isReady());
  serveApi(app, options, settings, closing);
  serveConsole(app);
  if (options.users?.outside) serveOutsideSignIn(app, options.users, options.users.outside);
  mountRoutes(app, options.routes, settings, closing);
  await app.ready();
  return app;
}
