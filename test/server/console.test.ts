import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveConsole } from '#server/console.js';
import { openServer } from './support/server.js';

const folder = mkdtempSync(join(tmpdir(), 'qingdan-console-files-'));
let app: FastifyInstance;

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<meta name="style-nonce" content="%STYLE_NONCE%">');
  writeFileSync(join(folder, 'icon.svg'), '<svg/>');
  writeFileSync(join(folder, 'assets', 'index-1.js'), 'plain');
  writeFileSync(join(folder, 'assets', 'index-1.js.gz'), 'packed');
  app = Fastify();
  serveConsole(app, folder);
  await app.ready();
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

describe('/console', () => {
  it('gives the same page for every address of it, each with a nonce of its own in page and policy', async () => {
    const pages = await Promise.all(
      ['/console', '/console/cases/1'].map((url) => app.inject({ method: 'GET', url })),
    );
    const nonces = pages.map(({ body }) => /content="([^"]+)"/.exec(body)?.[1]);
    expect(new Set(nonces).size).toBe(2);
    for (const [i, { statusCode, headers }] of pages.entries()) {
      expect(statusCode).toBe(200);
      expect(headers['content-security-policy']).toContain(`style-src 'self' 'nonce-${nonces[i]}'`);
      expect(headers['content-security-policy']).toContain("script-src 'self';");
      expect(headers['content-security-policy']).not.toContain('unsafe');
      expect(headers['cache-control']).toBe('no-store');
    }
  });

  it('gives its files packed where the browser takes that, to be kept for a year', async () => {
    const url = '/console/assets/index-1.js';
    const packed = await app.inject({ method: 'GET', url, headers: { 'accept-encoding': 'gzip' } });
    expect(packed.body).toBe('packed');
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(packed.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect((await app.inject({ method: 'GET', url })).body).toBe('plain');
  });

  it.each([
    '/console/assets/..%2findex.html',
    '/console/assets/../../package.json',
    '/console/assets/none.js',
  ])('gives nothing that is no asset: %s', async (url) => {
    expect((await app.inject({ method: 'GET', url })).body).not.toMatch(/nonce-|"name"|STYLE_NONCE/);
  });

  it('is not there where it was not built', async () => {
    const bare = Fastify();
    serveConsole(bare, join(folder, 'nothing'));
    expect((await bare.inject({ method: 'GET', url: '/console' })).statusCode).toBe(404);
    await bare.close();
  });
});

describe('POST /api/v1/trials', () => {
  it('is for whoever has signed in', async () => {
    const server = await openServer();
    const reply = await server.inject({ method: 'POST', url: '/api/v1/trials', payload: { text: '能开吗' } });
    expect([reply.statusCode, reply.json().code]).toEqual([401, 'QD-LOGIN']);
    await server.close();
  });
});

describe('POST /api/v1/screenings', () => {
  it('gives text and letters where they are asked for', async () => {
    const server = await openServer();
    const text =
      '关于报送台账的通知\n\n各社区居委会：\n请每周五报送防汛工作台账并截图留痕。\n\n青石街道办事处\n2026年3月1日\n';
    const payload = { text, withText: 'yes', letters: 'yes', committee: '珊瑚社区居委会', confirmed: '1' };
    const reply = await server.inject({ method: 'POST', url: '/api/v1/screenings', payload });
    const { text: read, tasks, letters } = reply.json();
    expect(read).toBe(text);
    for (const { start, end, phrase } of tasks) expect(read.slice(start, end)).toBe(phrase);
    expect(Buffer.from(letters.data, 'base64').subarray(0, 2).toString()).toBe('PK');
    expect(letters).toMatchObject({ mediaType: 'application/zip', signed: true });
    await server.close();
  });
});
