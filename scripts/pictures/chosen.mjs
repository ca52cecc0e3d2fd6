/** The pictures that READMEs and docs show. */
import { writeFileSync } from 'node:fs';
import { goTo, openPage } from './shots.mjs';
import { smallPng } from './small-png.mjs';
import { LIST, NOTICE } from './told.mjs';

const LEAD = '主管周宁';
const QUESTION = '街道让我们社区负责拆违建，归我们管吗';

/** Name of the picture, what is done on the page before it, and how the page is looked at. */
const PICTURES = [
  ['console-today', today],
  ['console-try', tryOut],
  ['console-notices', screen],
  ['console-notices-dark', screen, { scheme: 'dark' }],
  ['console-lists', lists],
  ['console-import', bringIn],
  ['console-lookback', look],
];

export async function takeChosen(browser, office, file) {
  for (const [name, act, how] of PICTURES) {
    const page = await openPage(browser, office, LEAD, how);
    await act(page);
    await keep(page, file(name));
  }
  const page = await openPage(browser, office, null, { width: 430 });
  await ask(page);
  await keep(page, file('resident'));
}

async function keep(page, path) {
  writeFileSync(path, await smallPng(await page.screenshot(), page));
  await page.context().close();
}

async function today(page) {
  await goTo(page, '/console/today');
  // The figures of eight weeks are drawn last.
  await page.locator('canvas').first().waitFor();
  await page.evaluate(() => scrollTo(0, 0));
}

async function tryOut(page) {
  await goTo(page, '/console/try');
  await page.getByLabel('问题').fill(QUESTION);
  await page.getByRole('button', { name: '问', exact: true }).click();
  await page.getByRole('heading', { name: '怎么判定的' }).waitFor();
}

async function screen(page) {
  await goTo(page, '/console/notices');
  await page.getByLabel('或者粘贴通知全文').fill(NOTICE);
  await page.getByRole('button', { name: '研判', exact: true }).click();
  await page.locator('.notice').waitFor();
  await page.locator('.notice mark a, .notice mark button').nth(2).click();
  // The row unfolds and its sign turns.
  await page.waitForTimeout(600);
}

async function lists(page) {
  await goTo(page, '/console/lists');
}

async function bringIn(page) {
  await goTo(page, '/console/lists?see=import');
  await page.setInputFiles('input[type=file]', {
    name: '渝北区社区协助事项清单.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(LIST),
  });
  await page.getByRole('button', { name: '看看认成什么' }).click();
  const heading = page.getByRole('heading', { name: '逐行归入哪个事项' });
  await heading.waitFor();
  await heading.evaluate((element) => element.scrollIntoView());
}

async function look(page) {
  await goTo(page, '/console/lookback');
  await page.getByRole('button', { name: '看', exact: true }).click();
  const drawn = page.locator('.report canvas').first();
  await drawn.waitFor();
  await drawn.evaluate((element) => element.scrollIntoView({ block: 'end' }));
  await page.mouse.wheel(0, 60);
  await page.waitForTimeout(500);
}

/** As a resident on a phone. */
async function ask(page) {
  await page.goto('/');
  await page.locator('#text').fill('社区能开无犯罪记录证明吗');
  await page.keyboard.press('Enter');
  await page.locator('.turn:not(.waiting) .headline').waitFor();
  await page.waitForTimeout(500);
}
