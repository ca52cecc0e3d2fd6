import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { packagePath } from '#app/files.js';
import { formOf } from '../server/support/form.js';

/** Milliseconds within which anybody is answered, whatever another client sends; a busy machine has its share in it. */
const SOON = 1_500;
const LINE = '各社区要做好违建拆除、反诈宣传和占道经营巡查，每周五报送工作台账并截图留痕。\n';
const NOTICE = `关于做好近期重点工作的通知\n\n各社区：\n${LINE}\n青石街道办事处\n2026年3月1日\n`;

let child: ChildProcess;
let url = '';
beforeAll(async () => {
  const data = mkdtempSync(join(tmpdir(), 'qingdan-one-client-'));
  child = spawn(process.execPath, [packagePath('dist', 'src', 'cli', 'main.js'), 'serve'], {
    env: { ...process.env, QINGDAN_PORT: '0', QINGDAN_DATA_DIR: data },
  });
  let printed = '';
  child.stdout?.on('data', (chunk) => {
    printed += chunk;
  });
  await vi.waitUntil(() => printed.includes('已启动'), { timeout: 50_000 });
  [url = ''] = /http:\/\/[\w.:]+/.exec(printed) ?? [];
});
afterAll(() => {
  child.kill('SIGKILL');
});

/** One request from one of this computer's own addresses, each of which is a visitor. */
function send(from: string, path: string, headers: Record<string, string> = {}, body?: Buffer | string) {
  return new Promise<{ status: number; text: string }>((resolve, reject) => {
    const method = body === undefined ? 'GET' : 'POST';
    const asked = request(`${url}${path}`, { method, headers, localAddress: from }, (response) => {
      let text = '';
      response.on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

const say = (from: string, text: string) =>
  send(from, '/api/v1/messages', { 'content-type': 'application/json' }, JSON.stringify({ text }));

async function upload(from: string, name: string, bytes: Uint8Array) {
  const { headers, payload } = await formOf({}, [{ name, bytes }]);
  return send(from, '/api/v1/messages', headers, payload);
}

/** The longest that another client waits for an answer while the work is under way. */
async function longestWait(work: Promise<unknown>): Promise<number> {
  let under = true;
  const ended = work.finally(() => {
    under = false;
  });
  let longest = 0;
  while (under) {
    const start = performance.now();
    await send('127.0.0.3', '/healthz');
    longest = Math.max(longest, performance.now() - start);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  await ended;
  return longest;
}

/** A page that saves its state five million times, in ten thousand bytes. */
function slowPdf(): Uint8Array {
  const content = deflateSync(Buffer.from('q '.repeat(5_000_000)));
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R >>',
  ];
  const parts = objects.map((object, i) => Buffer.from(`${i + 1} 0 obj\n${object}\nendobj\n`));
  const stream = `4 0 obj\n<< /Length ${content.length} /Filter /FlateDecode >>\nstream\n`;
  return Buffer.concat([
    Buffer.from('%PDF-1.4\n'),
    ...parts,
    Buffer.from(stream),
    content,
    Buffer.from('\nendstream\nendobj\ntrailer\n<< /Root 1 0 R /Size 5 >>\n%%EOF\n'),
  ]);
}

describe('one client', () => {
  it.each([
    ['a long message of marks', () => say('127.0.0.2', `问${'《》'.repeat(29_000)}问`)],
    ['a notice of forty dense pages', () => say('127.0.0.2', `${NOTICE}${LINE.repeat(1_400)}`)],
    ['a message that is too long', () => say('127.0.0.2', '问'.repeat(80_000))],
  ])('keeps nobody waiting with %s', async (_, work) => {
    expect(await longestWait(work())).toBeLessThan(SOON);
  });

  it('keeps nobody’s file waiting with slow files of its own', async () => {
    let slow = 0;
    const hostile = Array.from({ length: 4 }, () =>
      upload('127.0.0.2', '慢.pdf', slowPdf()).finally(() => {
        slow++;
      }),
    );
    await new Promise((resolve) => setTimeout(resolve, 500));
    const honest = await upload('127.0.0.4', '通知.txt', Buffer.from(NOTICE));
    expect(honest.status).toBe(200);
    expect(honest.text).toContain('交给社区的任务');
    expect(slow).toBeLessThan(4);
    await Promise.all(hostile);
  });
});
