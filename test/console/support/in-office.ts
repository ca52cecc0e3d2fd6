import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { openBrowser } from './browser.js';
import { type Office, openOffice } from './office.js';

/** An office and a browser for all tests of a file; there from the first test on, closed after the last. */
export function inOffice(): { readonly office: Office; readonly browser: Browser } {
  let office: Office;
  let browser: Browser;
  beforeAll(async () => {
    [office, browser] = await Promise.all([openOffice(), openBrowser()]);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await office?.close();
  });
  return {
    get office() {
      return office;
    },
    get browser() {
      return browser;
    },
  };
}
