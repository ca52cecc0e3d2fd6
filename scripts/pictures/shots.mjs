/** Pictures of pages in Chromium. */
import process from 'node:process';
import { chromium } from 'playwright-core';

export const openBrowser = () =>
  chromium.launch({
    executablePath: process.env.QINGDAN_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--lang=zh-CN', '--disable-lcd-text'],
    env: { ...process.env, LANGUAGE: 'zh_CN' },
  });

/** A page as somebody of the office sees it; `name` null is somebody who hasn't signed in. */
export async function openPage(browser, { url, password }, name, { scheme = 'light', width = 1280 } = {}) {
  const context = await browser.newContext({
    baseURL: url,
    colorScheme: scheme,
    viewport: { width, height: width < 640 ? 844 : 860 },
    reducedMotion: 'reduce',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  if (name !== null) {
    const reply = await context.request.post('/api/v1/session', {
      data: { name, password },
      headers: { origin: url },
    });
    if (!reply.ok()) throw new Error(await reply.text());
  }
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  return page;
}

/** Goes to a page of the console and waits until nothing of it is still being fetched. */
export async function goTo(page, path) {
  await page.goto(path);
  await page.locator('main h1, #main h1').first().waitFor();
  await page.locator('.ant-spin-spinning, .ant-skeleton').first().waitFor({ state: 'detached' });
  await page.waitForLoadState('networkidle').catch(() => undefined);
  await page.waitForTimeout(600);
}
