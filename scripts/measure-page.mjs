/**
 * `npm run measure:page`: starts the service on an empty store, opens the resident's page on a phone's screen in
 * Chromium with the processor slowed four times, and tells when its largest part was painted (largest contentful paint)
 * and what came over the wire. The first of the runs warms the service up and isn't counted. Ends with 1 over a limit.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';

const MOST_MILLISECONDS = 1000;
const MOST_KILOBYTES = 100;
const RUNS = 7;
const SLOWER = 4;
const PATHS = ['/', '/lists'];

const main = fileURLToPath(new URL('../dist/src/cli/main.js', import.meta.url));

/** The service on a port of its own, with its address. */
async function serve(folder) {
  const env = { ...process.env, QINGDAN_PORT: '0', QINGDAN_DATA_DIR: folder };
  const child = spawn(process.execPath, [main, 'serve'], { env });
  let printed = '';
  const url = await new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      printed += chunk;
      const found = /http:\/\/[\w.:]+/u.exec(printed);
      if (found !== null) resolve(found[0]);
    });
    child.once('exit', () => reject(new Error(`the service did not start: ${printed}`)));
  });
  return { url, child };
}

/** One visit with nothing kept: milliseconds to the largest paint, kilobytes of everything that came, gzipped. */
async function visit(browser, address) {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    serviceWorkers: 'block',
  });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  const bodies = [];
  page.on('response', (response) => {
    // The stream of replies has no end, and what comes after the page is closed isn't of its first load.
    if (response.request().resourceType() !== 'eventsource')
      bodies.push(response.body().catch(() => Buffer.of()));
  });
  await page.goto(address, { waitUntil: 'load' });
  const painted = await page.evaluate(
    () =>
      new Promise((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries().at(-1).startTime)).observe({
          type: 'largest-contentful-paint',
          buffered: true,
        });
      }),
  );
  const bytes = (await Promise.all(bodies)).reduce((sum, body) => sum + gzipSync(body).length, 0);
  await context.close();
  return { painted, kilobytes: bytes / 1024 };
}

const folder = mkdtempSync(join(tmpdir(), 'qingdan-page-'));
const { url, child } = await serve(folder);
const browser = await chromium.launch({
  executablePath: process.env.QINGDAN_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  for (const path of PATHS) {
    const visits = [];
    for (let run = 0; run <= RUNS; run++) visits.push(await visit(browser, url + path));
    const counted = visits.slice(1).sort((a, b) => a.painted - b.painted);
    const [middle, worst] = [counted[Math.floor(RUNS / 2)], counted.at(-1)];
    const isWithin = middle.painted <= MOST_MILLISECONDS && middle.kilobytes <= MOST_KILOBYTES;
    process.stdout.write(
      `${path}: largest contentful paint ${middle.painted.toFixed(0)} ms (median of ${RUNS}, processor ${SLOWER} times slower; slowest ${worst.painted.toFixed(0)} ms; limit ${MOST_MILLISECONDS}), first load ${middle.kilobytes.toFixed(1)} KB gzipped (limit ${MOST_KILOBYTES})\n`,
    );
    if (!isWithin) process.exitCode = 1;
  }
} finally {
  await browser.close();
  child.removeAllListeners('exit');
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
  rmSync(folder, { recursive: true, force: true });
}
