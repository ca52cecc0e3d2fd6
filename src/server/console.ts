import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { packagePath } from '#package-root.js';

/** Where the build puts the officials' pages. */
const FOLDER = packagePath('dist', 'console');
const YEAR = 365 * 24 * 3600 * 1000;

/**
 * What the console's page may load: its own files only. Styles that its components write while it runs hold by the
 * nonce of the request; nothing else does, and no script but the files.
 */
const policy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob:",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join(';');

/**
 * `/console`: the pages where officials work, as files that the build made. Every address below it that is no file is the
 * same page, which finds its way by itself. Where the pages weren't built there is nothing.
 */
export function serveConsole(app: FastifyInstance, folder = FOLDER): void {
  const file = join(folder, 'index.html');
  if (!existsSync(file)) return;
  const [before = '', after = ''] = readFileSync(file, 'utf8').split('%STYLE_NONCE%');
  app.register(async (pages) => {
    pages.register(fastifyStatic, {
      root: join(folder, 'assets'),
      prefix: '/console/assets/',
      // Their names change with their content.
      immutable: true,
      maxAge: YEAR,
      preCompressed: true,
      index: false,
      decorateReply: false,
    });
    const icon = readFileSync(join(folder, 'icon.svg'));
    pages.get('/console/icon.svg', (_request, reply) =>
      reply.type('image/svg+xml').header('cache-control', 'public, max-age=86400').send(icon),
    );
    for (const path of ['/console', '/console/*']) {
      pages.get(path, (_request, reply) => {
        const nonce = randomBytes(16).toString('base64');
        return reply
          .headers({ 'content-security-policy': policy(nonce), 'cache-control': 'no-store' })
          .type('text/html; charset=utf-8')
          .send(`${before}${nonce}${after}`);
      });
    }
  });
}
