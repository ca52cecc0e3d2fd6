import { isIP } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { shown } from '#errors.js';
import { sendProblem } from './failures.js';
import { refusal } from './problem.js';

/**
 * Answers only under the names of this service. A page of another site can have its own name resolved to this computer
 * (DNS rebinding) and would then count as this site; it can't do so with an address in digits. Callbacks of platforms
 * carry a signature, and health checks tell nothing.
 * @param names without ports, in lower case, besides localhost
 */
export function allowHosts(app: FastifyInstance, names: readonly string[]): void {
  const known = new Set(['localhost', ...names.map((name) => name.toLowerCase())]);
  app.addHook('onRequest', async (request, reply) => {
    const { url = '' } = request.routeOptions;
    if (url.startsWith('/channels/') || url === '/healthz' || url === '/readyz' || url === '/metrics') return;
    const name = nameOf(request.headers.host ?? '');
    if (known.has(name) || isIP(name) > 0) return;
    const detail = `这里不用「${shown(name)}」这个网址，请改用登记过的网址，或请管理员把它加到配置 server.hosts 里`;
    return sendProblem(request, reply, refusal(421, detail));
  });
}

/** A Host header without its port, and without the brackets and zone of an IPv6 address. */
function nameOf(host: string): string {
  const bracketed = /^\[([^\]%]*)(?:%[^\]]*)?\](?::\d*)?$/u.exec(host)?.[1];
  return (bracketed ?? host.replace(/:\d*$/u, '')).toLowerCase().replace(/\.$/u, '');
}
