/** The console in a real browser, on a service as it is installed. */
import { describe, expect, it } from 'vitest';
import { findings, openConsole, SCHEMES } from './support/browser.js';
import { inOffice } from './support/in-office.js';
import { says, settled, tabTo } from './support/keyboard.js';
import { PASSWORD } from './support/office.js';

const QUESTION = '街道让我们社区负责拆违建，归我们管吗';
const NOTICE = `渝北区青石街道办事处关于做好冬季重点工作的通知

各社区居委会：
一、协助做好流动人口信息登记，每周五报送台账。
二、组织开展居民议事协商，及时公开居务。

青石街道办事处
2026年11月20日
`;
/** Every page of the menu, as the administrator of the whole store sees it. */
const PAGES = [
  ['today', '今日'],
  ['try', '试一下'],
  ['notices', '通知研判'],
  ['lists', '清单'],
  ['documents', '文件'],
  ['review', '未答'],
  ['admissions', '准入'],
  ['cases', '诉求'],
  ['registers', '登记簿'],
  ['inspections', '督察'],
  ['lookback', '回头看'],
  ['users', '用户'],
  ['audit', '审计'],
  ['settings', '设置'],
] as const;

const at = inOffice();

describe('whoever has an account', () => {
  it('signs in, asks and sees verdict, sources and candidates, by keyboard alone', async () => {
    const { page, said } = await openConsole(at.browser, at.office.url, null);
    await page.goto('/console');
    // The first field has the focus already.
    await page.getByLabel('用户名').waitFor();
    await page.keyboard.type('主管乙');
    await page.keyboard.press('Tab');
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press('Enter');
    await settled(page, '今日');
    await page.getByRole('banner').getByText('重庆市渝北区').first().waitFor();

    await tabTo(page, '试一下');
    await page.keyboard.press('Enter');
    await settled(page, '试一下');
    await tabTo(page, '问题');
    await page.keyboard.insertText(QUESTION);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: '怎么判定的' }).waitFor();
    await says(page, /不应承担/);
    await page
      .getByRole('link', { name: /民政部、中央组织部关于进一步开展社区减负工作的通知/ })
      .first()
      .waitFor();

    // A candidate opens to what moved its probability.
    const unfold = page.getByRole('button', { name: '展开行' }).first();
    await unfold.focus();
    await page.keyboard.press('Enter');
    await page.getByText('支持 ', { exact: false }).first().waitFor();
    expect(said).toEqual([]);
    await page.context().close();
  });

  it('comes from a citation to its clause', async () => {
    const { page } = await openConsole(at.browser, at.office.url, '主管乙');
    await page.goto('/console/try');
    await page.getByLabel('问题').fill(QUESTION);
    await page.getByRole('button', { name: '问', exact: true }).click();
    await page
      .getByRole('link', { name: /民政部、中央组织部关于进一步开展社区减负工作的通知/ })
      .first()
      .click();
    const clause = page.locator('[aria-current=location]').first();
    await clause.waitFor();
    expect(await clause.textContent()).toContain('第一部分');
    await page.context().close();
  });

  it('is told why, with a wrong password, and of no page without an account', async () => {
    const { page } = await openConsole(at.browser, at.office.url, null);
    await page.goto('/console/users');
    await page.getByLabel('用户名').fill('主管乙');
    await page.getByLabel('密码').fill('不是这个密码吧');
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByRole('alert').getByText('不对', { exact: false }).first().waitFor();
    expect(await page.getByRole('navigation').count()).toBe(0);
    await page.context().close();
  });

  it('sees in the menu what the table of rights gives, and the server refuses the rest', async () => {
    const { page } = await openConsole(at.browser, at.office.url, '社工戊');
    await page.goto('/console');
    await settled(page, '今日');
    const menu = await page.getByRole('navigation').getByRole('link').allTextContents();
    expect(menu).toEqual([
      ...['今日', '试一下', '通知研判', '清单', '文件', '未答', '准入', '诉求', '登记簿', '督察', '设置'],
    ]);
    await page.goto('/console/audit');
    await page.getByRole('alert').getByText('不能查看', { exact: false }).first().waitFor();
    await page.context().close();
  });

  it('signs out', async () => {
    const { page } = await openConsole(at.browser, at.office.url, '主管乙');
    await page.goto('/console');
    await page.getByRole('button', { name: '退出' }).click();
    await page.getByLabel('用户名').waitFor();
    await page.reload();
    await page.getByLabel('用户名').waitFor();
    await page.context().close();
  });
});

describe('a notice', () => {
  it('is pasted, its tasks are marked beside the table, and a letter is downloaded', async () => {
    const { page, said } = await openConsole(at.browser, at.office.url, '书记丁');
    await page.goto('/console/notices');
    await page.getByLabel('或者粘贴通知全文').fill(NOTICE);
    await page.getByRole('button', { name: '研判' }).click();
    await page.getByRole('heading', { name: '逐项判定' }).waitFor();
    const marks = await page.locator('mark').allTextContents();
    expect(marks).toContain('协助做好流动人口信息登记');
    const rows = await page.getByRole('row').allTextContents();
    for (const mark of marks) expect(rows.some((row) => row.includes(mark))).toBe(true);

    // A mark opens its row with the sources.
    await page.locator('mark a').first().click();
    await page.locator('.ant-table-expanded-row').getByRole('link').first().waitFor();
    expect(await findings(page)).toEqual([]);

    await page.getByLabel('落款').fill('样例社区居委会');
    for (const box of await page.getByRole('checkbox').all()) await box.check();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '写函并下载' }).click();
    expect((await download).suggestedFilename()).toMatch(/^函.*\.zip$/);

    const sheet = page.waitForEvent('download');
    await page.getByRole('button', { name: '导出表格（.xlsx）' }).click();
    expect((await sheet).suggestedFilename()).toBe('通知研判.xlsx');
    expect(said).toEqual([]);
    await page.context().close();
  });
});

describe('a case', () => {
  it('is received by the community and seen by the county', async () => {
    const { page } = await openConsole(at.browser, at.office.url, '书记丁');
    await page.goto('/console/cases');
    await settled(page, '诉求');
    await page.getByLabel('要办的事').fill('楼道的灯坏了三天没人修');
    await page.getByRole('button', { name: '接件' }).click();
    await page.getByRole('heading', { level: 1, name: /诉〔\d{4}〕0001号/ }).waitFor();
    await says(page, '已接件');
    await page.context().close();

    const { page: above } = await openConsole(at.browser, at.office.url, '主管乙');
    await above.goto('/console/cases');
    await above.getByRole('link', { name: /0001号/ }).waitFor();
    await above.context().close();
  });
});

describe('an inspection', () => {
  it('asks its questions in words, takes a sheet in one go, and calls communities by name', async () => {
    const { page, said } = await openConsole(at.browser, at.office.url, '主管乙');
    await page.goto('/console/inspections');
    await settled(page, '督察');
    await page.getByLabel('名称').fill('冬季减负督察');
    await page.getByLabel('自查表哪天以前交').fill('2026-12-31');
    await page.getByLabel('给哪些社区（村）自查表').fill('500112001001 样例社区');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: '开始督察' }).click();
    await page.getByRole('heading', { level: 1, name: '冬季减负督察' }).waitFor();
    const sheets = page.getByRole('region', { name: '自查表' });
    await sheets.getByRole('button', { name: '展开行' }).click();
    await sheets.getByLabel(/四张清单在哪里查/).fill('知道，2023年版');
    await sheets.getByRole('button', { name: '办这一步' }).click();
    await sheets.getByRole('definition').getByText('知道，2023年版').waitFor();
    const main = (await page.getByRole('main').textContent()) ?? '';
    expect(main).toContain('样例社区');
    expect(main).not.toMatch(/[a-z]+-[a-z]+|500112001001/u);
    expect(await findings(page)).toEqual([]);
    expect(said).toEqual([]);
    await page.context().close();
  });
});

describe.each(SCHEMES)('every page in %s', (scheme) => {
  it('is found without fault by axe, and breaks no rule of its policy', async () => {
    const { page, said } = await openConsole(at.browser, at.office.url, '系统员', scheme);
    const found: Record<string, string[]> = {};
    await page.goto('/console');
    for (const [path, heading] of PAGES) {
      await page.getByRole('navigation').getByRole('link', { name: heading, exact: true }).click();
      await settled(page, heading);
      const faults = await findings(page);
      if (faults.length > 0) found[path] = faults;
    }
    expect(found).toEqual({});
    expect(said).toEqual([]);
    await page.context().close();
    // On a machine that others use, axe takes a few seconds for each page.
  }, 240_000);

  it('signs in without fault', async () => {
    const { page } = await openConsole(at.browser, at.office.url, null, scheme);
    await page.goto('/console');
    await page.getByLabel('用户名').waitFor();
    expect(await findings(page)).toEqual([]);
    await page.context().close();
  });
});
