/** An office's list in a real browser, by keyboard: looked at, a matter chosen beside the original, published, answered from. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { findings, openConsole } from './support/browser.js';
import { inOffice } from './support/in-office.js';
import { pressOn, settled } from './support/keyboard.js';

const LIST = [
  '重庆市渝北区社区协助事项清单,,',
  '甲,干些啥,谁来管',
  '1,最低生活保障对象动态管理,区民政局',
  '2,就业失业登记,区人力社保局',
  '3,电动车充电桩使用情况登记,区城管局',
].join('\n');
const TITLE = '重庆市渝北区社区协助事项清单';
const QUESTION = '电动车充电桩使用情况登记归我们社区做吗';

const at = inOffice();

const chooseFile = (page: Page) =>
  page.setInputFiles('input[type=file]', {
    name: '渝北区清单.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(LIST),
  });

const ask = async (page: Page) =>
  (
    await page.request.post('/api/v1/answers', {
      data: { text: QUESTION, region: '重庆市渝北区' },
      headers: { origin: at.office.url },
    })
  ).json();

it('goes from a file to an answer, and out of force again', async () => {
  const { page, said } = await openConsole(at.browser, at.office.url, '主管乙');
  await page.goto('/console/lists?see=import');
  await settled(page, '清单');
  expect(await findings(page)).toEqual([]);
  await chooseFile(page);
  await pressOn(page, page.getByRole('button', { name: '看看认成什么' }));

  // The header isn't known: the column of the names is said, and what was wrong is settled.
  await page.getByLabel('没有认出表头，事项名称在哪一列').waitFor();
  await page.getByLabel('没有认出表头，事项名称在哪一列').focus();
  await page.keyboard.type('B');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '逐行归入哪个事项' }).waitFor();
  const row = page.getByRole('row', { name: /就业失业登记/ });
  expect(await row.textContent()).toContain('区人力社保局');

  // Beside the original: another proposal is taken by keyboard.
  await row.getByRole('combobox').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await row.getByText('已选定').waitFor();
  await page.locator('.ant-select-dropdown').waitFor({ state: 'hidden' });
  expect(await findings(page)).toEqual([]);

  await pressOn(page, page.getByRole('button', { name: '发布', exact: true }));
  await page.getByText('已经发布，马上按它回答').waitFor();
  const { verdict, citations } = await ask(page);
  expect([verdict, citations[0].title]).toEqual(['assist', TITLE]);

  await pressOn(page, page.getByRole('link', { name: '看发布的第 1 版' }));
  await page.getByRole('heading', { level: 1, name: /渝北区社区协助事项清单/ }).waitFor();
  await page.getByLabel('为什么撤下').focus();
  await page.keyboard.insertText('印错了');
  await page.keyboard.press('Enter');
  await settled(page, '文件');
  const after = await ask(page);
  expect(after.citations.map(({ title }: { title: string }) => title)).not.toContain(TITLE);
  expect(said).toEqual([]);
  await page.context().close();
}, 240_000);

it('is only looked at by whoever doesn’t reach the region, and not offered to whoever imports nothing', async () => {
  const { page } = await openConsole(at.browser, at.office.url, '社工戊');
  await page.goto('/console/lists?see=import');
  await settled(page, '清单');
  expect(await page.getByRole('tab', { name: '导入清单' }).count()).toBe(0);
  await page.context().close();
});
