import swagger from '@fastify/swagger';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sendProblem } from '../failures.js';
import { acceptForms } from '../multipart.js';
import type { ServerOptions, ServerSettings } from '../options.js';
import { refusal } from '../problem.js';
import { serveAnswers } from './answers.js';
import { knowCallers } from './callers.js';
import { checkKeys } from './keys.js';
import { serveMcp } from './mcp.js';
import { serveMessages } from './messages.js';
import { openApiDocument, SWAGGER } from './openapi.js';
import { type Described, REFERENCE_STYLE, referencePage } from './reference-page.js';
import { checkBySchemas } from './schemas.js';
import { serveScreenings } from './screenings.js';
import { serveSession } from './session.js';
import { serveTrials } from './trials.js';

/** Whether a browser sends this for a page of another site, which may send a form without asking. Programs say no origin. */
function isOfAnotherSite({ headers: { origin, host } }: FastifyRequest): boolean {
  if (origin === undefined) return false;
  return !URL.canParse(origin) || new URL(origin).host !== host;
}

/**
 * The HTTP API for programs. It takes JSON, and forms where a file may come along, and lets no other site's page read it
 * (no CORS headers).
 */
export function serveApi(
  app: FastifyInstance,
  options: ServerOptions,
  settings: ServerSettings,
  closing: AbortSignal,
): void {
  app.register(async (api) => {
    // Fastify would read plain text too, and a form of another site can send that.
    api.removeContentTypeParser('text/plain');
    acceptForms(api);
    api.addHook('onRequest', async (request, reply) => {
      if (isOfAnotherSite(request)) return sendProblem(request, reply, refusal(403));
    });
    knowCallers(api, options.users, settings);
    checkKeys(api, options.keys, settings);
    checkBySchemas(api);
    await api.register(swagger, SWAGGER);
    serveDocument(api);
    serveMessages(api, options, settings, closing);
    serveAnswers(api, options.desk, settings);
    serveScreenings(api, options.desk, settings);
    if (options.mcp !== undefined) serveMcp(api, options.mcp, settings);
    serveTrials(api, options.desk, settings);
    if (options.users !== undefined) serveSession(api, options.users, settings);
    options.rooms?.(api, settings);
  });
}

/** The description of all of it, for programs and as a page; it needs no key. */
function serveDocument(api: FastifyInstance): void {
  let made: ReturnType<typeof openApiDocument> | undefined;
  const document = () => {
    made ??= openApiDocument(api.swagger());
    return made;
  };
  const schema = { hide: true };
  for (const url of ['/openapi.json', '/api/openapi.json']) {
    api.get(url, { schema }, (_request, reply) => reply.send(document()));
  }
  let page: string | undefined;
  api.get('/api/docs', { schema }, (_request, reply) => {
    page ??= referencePage(document() as unknown as Described);
    return reply.type('text/html; charset=utf-8').send(page);
  });
  api.get('/api/docs.css', { schema }, (_request, reply) =>
    reply.type('text/css; charset=utf-8').send(REFERENCE_STYLE),
  );
}
