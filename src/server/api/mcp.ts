import type { FastifyInstance, FastifyRequest } from 'fastify';
import { addressOf } from '../address.js';
import type { McpEndpoint } from '../mcp-endpoint.js';
import { JSON_LIMIT, type ServerSettings } from '../options.js';
import { rateOf, regionOf } from './keys.js';

/** Where the Model Context Protocol is spoken. */
export const MCP_PATH = '/mcp';
/** Of a request's headers what the protocol goes by. */
const HEADERS = ['accept', 'content-type', 'mcp-protocol-version'] as const;

/**
 * `POST /mcp`: the Model Context Protocol as Streamable HTTP, each call answered by one JSON. It opens no streams and
 * keeps no sessions, so GET and DELETE are refused, as the protocol says (2025-06-18, Transports).
 */
export function serveMcp(app: FastifyInstance, endpoint: McpEndpoint, settings: ServerSettings): void {
  app.post(
    MCP_PATH,
    { bodyLimit: JSON_LIMIT, config: { scope: 'mcp', rateLimit: rateOf(settings) } },
    async (request, reply) => {
      const caller = {
        region: regionOf(request, undefined),
        visitor: addressOf(request.ip),
        userId: request.apiKey === null ? `mcp ${addressOf(request.ip)}` : `key ${request.apiKey.id}`,
      };
      const response = await endpoint(requestOf(request), request.body, caller);
      return reply
        .code(response.status)
        .headers({ ...Object.fromEntries(response.headers), 'cache-control': 'no-store' })
        .send(Buffer.from(await response.arrayBuffer()));
    },
  );
  app.route({
    method: ['GET', 'DELETE'],
    url: MCP_PATH,
    handler: (_request, reply) => reply.code(405).header('allow', 'POST').send(),
  });
}

/** The body is read already; the address counts for nothing. */
function requestOf({ headers }: FastifyRequest): Request {
  const kept = HEADERS.flatMap((name): [string, string][] => {
    const value = headers[name];
    return typeof value === 'string' ? [[name, value]] : [];
  });
  return new Request(`http://localhost${MCP_PATH}`, { method: 'POST', headers: kept });
}
