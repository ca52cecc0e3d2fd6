import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, chromium, type Page } from 'playwright-core';
import { PASSWORD } from './office.js';

/** Debian's Chromium; the suite fails without. */
const CHROMIUM = process.env.QINGDAN_CHROMIUM ?? '/usr/bin/chromium';
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export const SCHEMES = ['light', 'dark'] as const;
export type Scheme = (typeof SCHEMES)[number];

export async function openBrowser(): Promise<Browser> {
  if (!existsSync(CHROMIUM)) throw new Error(`${CHROMIUM} is missing: apt-get install chromium`);
  return chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] });
}

/** A page of the console with whoever has signed in; `said` is what the browser complained of. */
export async function openConsole(
  browser: Browser,
  url: string,
  name: string | null,
  scheme: Scheme = 'light',
): Promise<{ page: Page; said: string[] }> {
  const context = await browser.newContext({
    baseURL: url,
    colorScheme: scheme,
    viewport: { width: 1280, height: 900 },
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  // A machine that others use may take its time; a test has its own end.
  page.setDefaultTimeout(60_000);
  const said: string[] = [];
  page.on('console', (message) => {
    // The first call of a page asks who has signed in; that nobody has is an answer.
    const asked = message.location().url.endsWith('/api/v1/session');
    if (message.type() === 'error' && !asked) said.push(message.text());
  });
  page.on('pageerror', (error) => said.push(String(error)));
  if (name !== null) {
    // Signing in by the page costs time that only one test has to spend.
    const answer = await context.request.post('/api/v1/session', {
      data: { name, password: PASSWORD },
      headers: { origin: url },
    });
    if (!answer.ok()) throw new Error(await answer.text());
  }
  return { page, said };
}

/** What axe finds on a page as it stands, one line for each rule with the places that break it. */
export async function findings(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: {
        run(): Promise<{
          violations: { id: string; help: string; nodes: { html: string; failureSummary: string }[] }[];
        }>;
      };
    };
    const { violations } = await axe.run();
    return violations.map(
      ({ id, help, nodes }) =>
        `${id}: ${help}: ${nodes
          .slice(0, 3)
          .map(({ html, failureSummary }) => `${html.slice(0, 160)} (${failureSummary.slice(0, 200)})`)
          .join(' | ')}`,
    );
  });
}
