/** The resident's page in a real browser. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findings, openBrowser, SCHEMES } from '../../console/support/browser.js';
import { serveSite } from './support/served.js';

const QUESTION = '社区能开无犯罪记录证明吗';
const HEADLINE = '「无犯罪记录证明」不应由社区（居委会、村委会）出具。';
const PHONE = { viewport: { width: 390, height: 844 } };

let browser: Browser;
let site: Awaited<ReturnType<typeof serveSite>>;
/** A site of somebody else's that holds the chat. */
let holder: Server;
let holderUrl: string;
beforeAll(async () => {
  holder = createServer((_request, response) =>
    response
      .writeHead(200, { 'content-type': 'text/html', 'content-security-policy': "style-src 'self'" })
      .end(`<!doctype html><title>x</title><p>x</p><script src="${site.url}/embed.js"></script>`),
  );
  await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve));
  holderUrl = `http://127.0.0.1:${(holder.address() as AddressInfo).port}`;
  [browser, site] = await Promise.all([openBrowser(), serveSite({ embedOrigins: [holderUrl] })]);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await site?.close();
  holder?.close();
});

async function open(
  path = '/',
  options: BrowserContextOptions = {},
): Promise<{ page: Page; said: string[] }> {
  const context = await browser.newContext({
    baseURL: site.url,
    reducedMotion: 'reduce',
    ...PHONE,
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const said: string[] = [];
  page.on('console', (message) => message.type() === 'error' && said.push(message.text()));
  page.on('pageerror', (error) => said.push(String(error)));
  await page.goto(path);
  return { page, said };
}

async function ask(page: Page, text: string): Promise<void> {
  const before = await page.locator('.turn:not(.waiting)').count();
  await page.locator('#text').fill(text);
  await page.keyboard.press('Enter');
  await page.locator('.turn:not(.waiting)').nth(before).waitFor();
}

/** Presses Tab until what has the focus holds these words. */
async function tabTo(page: Page, words: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate<string>("document.activeElement?.textContent ?? ''");
    if (focused.trim() === words) return;
  }
  throw new Error(`Tab never came to ${words}`);
}

describe('a resident, by keyboard alone', () => {
  it('asks, sees the verdict first, goes on, changes the place, and passes the answer on', async () => {
    const { page, said } = await open();
    await page.locator('#text').focus();
    await page.keyboard.insertText(QUESTION);
    await page.keyboard.press('Enter');
    const answer = page.locator('.turn:not(.waiting) .headline');
    await answer.waitFor();
    expect(await answer.textContent()).toMatch(/^✕\s*不能开\s*「无犯罪记录证明」/u);
    expect(await page.locator('.turn').textContent()).not.toContain('我是清单助手');

    await tabTo(page, '去哪办');
    await page.keyboard.press('Enter');
    await page.locator('.turn:not(.waiting)').nth(1).waitFor();
    expect(await page.locator('.turn').nth(1).textContent()).toContain('公安派出所');

    await tabTo(page, '换地区');
    await page.keyboard.press('Enter');
    await page.locator('#place:focus').waitFor();
    await page.keyboard.insertText('重庆市南岸区');
    await page.keyboard.press('Enter');
    await page.getByText('重庆市南岸区 · 居民').waitFor();

    await ask(page, QUESTION);
    await tabTo(page, '分享');
    await page.keyboard.press('Enter');
    await tabTo(page, '回答的链接');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/answers\//u);
    expect(await page.locator('main').textContent()).toContain(HEADLINE);
    expect(await page.locator('main').textContent()).not.toContain(QUESTION);
    expect(said).toEqual([]);
    await page.context().close();
  });

  it('makes everything larger, on this page and the next', async () => {
    const { page } = await open();
    const heightOf = async (selector: string) => (await page.locator(selector).boundingBox())?.height ?? 0;
    const parts = ['h1', '.send', '#text', '.notice h3', '.scope summary'];
    const before = await Promise.all(parts.map(heightOf));
    await page.getByRole('button', { name: '大字' }).press('Enter');
    const after = await Promise.all(parts.map(heightOf));
    for (const [at, part] of parts.entries())
      expect((after[at] ?? 0) / (before[at] ?? 1), part).toBeGreaterThan(1.2);
    await page.goto('/lists');
    expect(await page.locator('html').getAttribute('class')).toBe('large');
    const wide = await page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth');
    expect(wide).toBe(false);
    await page.context().close();
  });
});

describe('the page', () => {
  it.each(SCHEMES)('has nothing that axe finds, on any of its faces (%s)', async (colorScheme) => {
    const { page } = await open('/', { colorScheme });
    const found: Record<string, string[]> = { welcome: await findings(page) };
    await ask(page, QUESTION);
    await page.locator('.share summary').press('Enter');
    await page.locator('.scope summary').press('Enter');
    found.answer = await findings(page);
    await page.locator('.share form button').press('Enter');
    await page.waitForURL(/\/answers\//u);
    found.shared = await findings(page);
    await page.goto('/');
    await ask(page, '社区能开阳台种菜许可证吗');
    await ask(page, '开个证明');
    found.choices = await findings(page);
    await page.goto('/lists');
    found.lists = await findings(page);
    for (const kind of ['lists', 'items', 'documents'] as const) {
      await page.goto('/lists');
      if (kind === 'items') await page.locator('a[href^="/lists/"]').first().press('Enter');
      await page.locator(`main a[href^="/${kind}/"]`).first().press('Enter');
      await page.waitForURL(new RegExp(`/${kind}/`, 'u'));
      found[kind] = await findings(page);
    }
    for (const [face, what] of Object.entries(found)) expect(what, face).toEqual([]);
    await page.context().close();
  });

  it('leaves a phone’s screen to the conversation', async () => {
    const { page } = await open();
    await ask(page, QUESTION);
    const height = (await page.locator('footer').boundingBox())?.height ?? 844;
    expect(height).toBeLessThan(844 * 0.16);
    await page.context().close();
  });

  it('prints its sources whole, with their addresses, and none of its buttons', async () => {
    const { page } = await open();
    await ask(page, QUESTION);
    await page.emulateMedia({ media: 'print' });
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");
    const shown = await page.evaluate<string>("document.querySelector('main').innerText");
    expect(shown).toContain('http://mzj.cnbz.gov.cn/');
    expect(shown).toContain('有没有犯罪记录');
    expect(await page.locator('button:visible').count()).toBe(0);
    await page.context().close();
  });

  it('works without its script: asks, goes on, changes place, size, and passes on', async () => {
    const { page } = await open('/', { javaScriptEnabled: false });
    await page.locator('#text').fill(QUESTION);
    await page.getByRole('button', { name: '发送' }).click();
    await page.getByText(HEADLINE).first().waitFor();
    await page.getByRole('button', { name: '依据', exact: true }).click();
    await page.locator('.turn').nth(1).waitFor();
    await page.locator('.scope summary').click();
    await page.locator('#place').fill('重庆市');
    await page.getByRole('button', { name: '记住' }).click();
    await page.getByText('重庆市 · 居民').waitFor();
    await page.getByRole('button', { name: '大字' }).click();
    await page.locator('html.large').waitFor();
    await page.locator('.share summary').click();
    await page.getByRole('button', { name: '回答的链接' }).click();
    await page.getByText('页面上没有提问人说的话').waitFor();
    await page.context().close();
  });

  it('can be installed, and shows lists without a network but never a conversation', async () => {
    const { page } = await open();
    await page.evaluate('navigator.serviceWorker.ready.then(() => true)');
    await ask(page, QUESTION);
    await page.goto('/lists');
    const [first] = await page.locator('a[href^="/lists/"]').all();
    const list = (await first?.getAttribute('href')) ?? '';
    await page.goto(list);
    const name = await page.locator('h1').textContent();
    await page.context().setOffline(true);
    await page.goto(list);
    expect(await page.locator('h1').textContent()).toBe(name);
    await page.goto('/');
    expect(await page.locator('h1').textContent()).toBe('现在没有网络');
    expect(await page.content()).not.toContain('无犯罪记录');
    await page.context().close();
  });

  it('is shown within a site that may, by one script, and within no other', async () => {
    const { page } = await open(holderUrl);
    await page.getByRole('button', { name: '清单助手' }).press('Enter');
    const frame = page.frameLocator('#qingdan-frame');
    await frame.locator('#text').fill(QUESTION);
    await frame.getByRole('button', { name: '发送' }).click();
    await frame.getByText(HEADLINE).first().waitFor();
    await frame.getByRole('button', { name: '去哪办' }).click();
    await frame.locator('.turn:not(.waiting)').nth(1).waitFor();
    // The same page under another name is another origin.
    await page.goto(holderUrl.replace('127.0.0.1', 'localhost'));
    const saying = page.waitForEvent('console', (each) => /frame-ancestors/u.test(each.text()));
    await page.getByRole('button', { name: '清单助手' }).press('Enter');
    expect((await saying).text()).toContain(holderUrl);
    await page.context().close();
  });
});
