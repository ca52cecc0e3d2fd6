import type { Locator, Page } from 'playwright-core';

/** The page is there and nothing is being fetched. */
export async function settled(page: Page, heading: string): Promise<void> {
  await page.getByRole('heading', { level: 1, name: heading }).waitFor();
  await page.locator('[aria-busy=true], .ant-skeleton').first().waitFor({ state: 'detached' });
}

/** The main part says so; what an answer of the server brings comes a moment after the page. */
export async function says(page: Page, text: string | RegExp): Promise<void> {
  await page.getByRole('main').getByText(text).first().waitFor();
}

/** What the element with the focus is called: its label, else its text. */
const FOCUSED = "((element) => (element?.labels?.[0] ?? element)?.textContent ?? '')(document.activeElement)";

/** Presses Tab until what has the focus is called so. */
export async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate<string>(FOCUSED);
    if (focused.trim() === name) return;
  }
  throw new Error(`Tab never came to ${name}`);
}

/** Presses Enter on something that takes the focus: what a mouse alone could do fails. */
export async function pressOn(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  await target.focus();
  const held = await target.evaluate((element) => element.matches(':focus'));
  if (!held) throw new Error(`${target} takes no focus`);
  await page.keyboard.press('Enter');
}
