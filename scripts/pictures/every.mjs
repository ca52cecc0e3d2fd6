/** Every page of the console, whole, to be looked at. */
import process from 'node:process';
import { goTo, openPage } from './shots.mjs';

const WIDTHS = [1280, 390];
const SCHEMES = ['light', 'dark'];

/** Name, who looks, address, and what is done before the picture. */
export const pages = ({ admission, inspection }) => [
  ['admissions', '主管周宁', '/console/admissions'],
  ['admission', '主管周宁', `/console/admissions/${admission}`],
  ['admission-new', '城管何川', '/console/admissions/new'],
  ['registers', '书记李芳', '/console/registers'],
  ['register-forms', '主管周宁', '/console/registers?kind=forms', unfold],
  ['inspections', '主管周宁', '/console/inspections'],
  ['inspection', '主管周宁', `/console/inspections/${inspection}`, unfoldAll],
  ['lookback', '主管周宁', '/console/lookback', look],
  ['settings', '书记李芳', '/console/settings'],
  ['users', '系统员', '/console/users'],
  ['audit', '系统员', '/console/audit', unfold],
  ['audit-changes', '系统员', '/console/audit', changes],
  ['today', '主管周宁', '/console/today'],
];

async function unfold(page) {
  await page.getByRole('button', { name: '展开行' }).first().click();
  await page.waitForTimeout(400);
}

async function unfoldAll(page) {
  for (let left = 6; left > 0; left--) {
    const button = page.getByRole('button', { name: '展开行' }).first();
    if ((await button.count()) === 0) return;
    await button.click();
    await page.waitForTimeout(200);
  }
}

async function look(page) {
  await page.getByRole('button', { name: '看', exact: true }).click();
  await page.locator('.report').waitFor();
  await page.waitForTimeout(1500);
}

async function changes(page) {
  await page.getByRole('tab', { name: '变更记录' }).click();
  await page.waitForTimeout(800);
  await unfold(page);
}

/** Only those whose name the environment variable PAGES has, where it is set. */
export async function takeEvery(browser, office, entries, file) {
  const wanted = process.env.PAGES?.split(',');
  for (const scheme of SCHEMES) {
    for (const width of WIDTHS) {
      for (const [name, who, path, act] of entries) {
        if (wanted !== undefined && !wanted.includes(name)) continue;
        const page = await openPage(browser, office, who, { scheme, width });
        await goTo(page, path);
        await act?.(page);
        await page.screenshot({ path: file(`${name}-${scheme}-${width}`), fullPage: true });
        await page.context().close();
      }
    }
  }
}
