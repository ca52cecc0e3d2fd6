/** A notice put right by hand, and a question that went unanswered: two people, two browsers, by keyboard. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { findings, openConsole } from './support/browser.js';
import { inOffice } from './support/in-office.js';
import { pressOn, settled } from './support/keyboard.js';

const REGION = '重庆市渝北区';
/** Odd names of one paper: which of them the readers don't understand changes with every fit, so the first that comes. */
const ODD = [
  '没对象的条条社区给不',
  '还没处对象的纸社区写不写',
  '没对象的单子社区给开不',
  '单着的那个凭据社区给不给',
];
const MEANT = '婚姻状况证明';
const REGISTER = '协助做好流动人口信息登记';
const NOTICE = `渝北区青石街道办事处关于做好冬季重点工作的通知

各社区居委会：
一、${REGISTER}，每周五报送台账。
二、组织开展居民议事协商，及时公开居务。

青石街道办事处
2026年11月20日
`;

const at = inOffice();

const ask = async (page: Page, text: string) =>
  (
    await page.request.post('/api/v1/answers', {
      data: { text, region: REGION },
      headers: { origin: at.office.url },
    })
  ).json();

/** Asks the odd names in turn until one goes unanswered that what is meant is suggested for. */
async function unanswered(page: Page): Promise<string> {
  const get = async (url: string) => (await page.request.get(`/api/v1/review/groups${url}`)).json();
  for (const text of ODD) {
    if ((await ask(page, text)).verdict !== 'not-listed') continue;
    const { items } = await get('');
    const group = items.find(
      ({ questions }: { questions: { text: string }[] }) => questions[0]?.text === text,
    );
    const { suggestions } = await get(`/${group?.id}`);
    if (suggestions?.some(({ name }: { name: string }) => name.includes(MEANT))) return text;
  }
  throw new Error('every odd name is understood by now');
}

it('takes a question that went unanswered from one person’s proposal to another’s word, and answers it at once', async () => {
  const { page, said } = await openConsole(at.browser, at.office.url, '主管乙');
  const asked = await unanswered(page);
  await page.goto('/console/review');
  await pressOn(page, page.getByRole('link', { name: asked }));
  await page.getByLabel('哪个事项').focus();
  await page.keyboard.press('ArrowDown');
  await pick(page, new RegExp(MEANT, 'u'));
  await page.locator('.ant-select-dropdown').waitFor({ state: 'hidden' });
  expect(await findings(page)).toEqual([]);
  await pressOn(page, page.getByRole('button', { name: '提案', exact: true }));
  await page.getByRole('button', { name: '试答' }).waitFor();
  // Who proposes doesn't accept.
  expect(await decision(page, '退回').count()).toBe(1);
  expect(await decision(page, '接受').count()).toBe(0);
  const address = new URL(page.url()).pathname;
  await page.context().close();

  const { page: second } = await openConsole(at.browser, at.office.url, '主管丙');
  await second.goto(address);
  await pressOn(second, second.getByRole('button', { name: '试答' }));
  await decision(second, '接受').waitFor({ timeout: 400_000 });
  expect(await findings(second)).toEqual([]);
  await pressOn(second, second.getByRole('button', { name: '办这一步' }));
  await second.getByText('已接受').first().waitFor();
  await expect
    .poll(async () => (await ask(second, asked)).verdict, { timeout: 30_000 })
    .toBe('must-not-certify');
  expect(said).toEqual([]);
  await second.context().close();
}, 600_000);

/** The step of a proposal that is offered first. */
const decision = (page: Page, step: string) => page.getByRole('main').getByText(step, { exact: true });

/** Goes down an open choice until what is marked is called so, and takes it. */
async function pick(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 30; presses++) {
    const active = page.locator(
      '.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option-active',
    );
    if (name.test((await active.textContent()) ?? '')) break;
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
}

it('writes the letter from what a person put right of a notice, which then waits with the unanswered', async () => {
  const { page, said } = await openConsole(at.browser, at.office.url, '主管乙');
  await page.goto('/console/notices');
  await page.setInputFiles('input[type=file]', {
    name: '通知.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from(NOTICE),
  });
  await pressOn(page, page.getByRole('button', { name: '研判' }));
  await page.getByRole('heading', { name: '逐项判定' }).waitFor();

  await pressOn(page, page.getByRole('button', { name: REGISTER }));
  await pressOn(page, page.getByRole('button', { name: '改正第 1 项' }));
  await page.getByLabel('这一项其实是').focus();
  await page.keyboard.press('ArrowDown');
  await pick(page, /哪份清单都没有的工作/);
  await pressOn(page, page.getByRole('button', { name: '改正', exact: true }));
  await page.getByText('人工改正 1 处', { exact: false }).waitFor();
  const row = page.getByRole('row', { name: new RegExp(REGISTER) });
  expect(await row.first().textContent()).toMatch(/清单未列.*人工改正/u);

  // A mark that was missed, written as it stands in the text.
  await page.getByLabel('漏标的那几个字').focus();
  await page.keyboard.insertText('做好冬季重点工作');
  await page.keyboard.press('Enter');
  await page.getByText('人工改正 2 处', { exact: false }).waitFor();
  expect(await page.locator('mark').allTextContents()).toContain('做好冬季重点工作');
  expect(await findings(page)).toEqual([]);

  await page.getByLabel('落款').focus();
  await page.keyboard.insertText('样例社区居委会');
  const download = page.waitForEvent('download');
  await pressOn(page, page.getByRole('button', { name: '写函并下载' }));
  expect((await download).suggestedFilename()).toMatch(/^函.*\.zip$/);

  await page.goto('/console/review?why=corrected');
  await settled(page, '未答');
  await page.getByRole('link', { name: REGISTER }).waitFor();
  expect(said).toEqual([]);
  await page.context().close();
}, 240_000);
