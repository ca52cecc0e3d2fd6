import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { catalogueFor } from '#catalogue/catalogue.js';
import { registerKbAttach } from '#cli/kb-attach.js';
import { registerKbDiff } from '#cli/kb-diff.js';
import { registerKbExport } from '#cli/kb-export.js';
import { registerKbHistory } from '#cli/kb-history.js';
import { registerKbImport } from '#cli/kb-import.js';
import { registerKbTemplate } from '#cli/kb-template.js';
import { registerKbWithdraw } from '#cli/kb-withdraw.js';
import { currentAssistant, currentKnowledge } from '#cli/knowledge.js';
import { withStorage } from '#cli/storage.js';

const FOUR = fileURLToPath(new URL('../fixtures/import/four-lists-23-30-7-10.xlsx', import.meta.url));
/** An office's own document: none of those that are shipped. */
const OWN = ['--region', '重庆', '--document', 'cq-four', '--title', '示例四张清单'];
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'qingdan-'));
  vi.stubEnv('QINGDAN_DATA_DIR', join(folder, 'data'));
  process.exitCode = 0;
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  process.exitCode = 0;
});

/** Runs `kb …` and gives what it prints. */
async function kb(...argv: string[]): Promise<string> {
  let printed = '';
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    printed += String(chunk);
    return true;
  });
  const group = new Command('kb').exitOverride();
  for (const register of [
    registerKbImport,
    registerKbExport,
    registerKbTemplate,
    registerKbDiff,
    registerKbHistory,
    registerKbAttach,
    registerKbWithdraw,
  ]) {
    register(group);
  }
  try {
    await group.parseAsync(argv, { from: 'user' });
  } finally {
    spy.mockRestore();
  }
  return printed;
}

const put = (name: string, text: string): string => {
  const path = join(folder, name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, text);
  return path;
};

describe('kb import', () => {
  it.each([[[]], [['--dry-run']], [['--dry-run', '--yes']]])('changes nothing with %j', async (flags) => {
    expect(await kb('import', FOUR, '--region', '重庆', ...flags)).toContain('什么都没有改动');
    expect(existsSync(join(folder, 'data'))).toBe(false);
    expect(process.exitCode).toBe(0);
  });

  it('takes the four lists of 重庆 in as a document of their own, in force at once', async () => {
    expect(await kb('import', FOUR, ...OWN, '--yes')).toContain('已导入：cq-four 第 1 版');
    const base = await currentKnowledge();
    const document = base.documentById.get('cq-four');
    expect(document?.lists.map(({ items }) => items.length)).toEqual([23, 30, 7, 10]);
    expect(document).toMatchObject({ status: 'in-force', evidence: 'primary', title: '示例四张清单' });
    const region = base.regions.get('重庆市');
    const names = catalogueFor(base, region, '2026-11-23').items.map(({ item }) => item.name);
    expect(names).toContain('示例协助事项03');
  });

  it('doesn’t put them into lists that a later document replaced, or that only a report counts', async () => {
    const printed = await kb('import', FOUR, '--region', '重庆', '--yes');
    expect(printed).not.toMatch(/cq-2019-lists|cq-cert-notice|cq-2018-cert-retained|cq-2024-certificates/);
  });

  it('fills a list that waits for its rows', async () => {
    const file = put('盖章事项.csv', '序号,盖章事项\n1,示例盖章甲\n2,示例盖章乙\n');
    const flags = ['--region', '苏州', '--kind', '可出具证明', '--yes'];
    expect(await kb('import', file, ...flags)).toContain('已导入：suzhou-2014 第 1 版');
    const { listById } = await currentKnowledge();
    expect(listById.get('sz-seal')?.list.items.map(({ name }) => name)).toEqual(['示例盖章甲', '示例盖章乙']);
  });

  it('leaves a row in the audit log for every document', async () => {
    await kb('import', FOUR, ...OWN, '--yes');
    const [rows, { findings }] = await withStorage(async ({ audit }) => [
      await audit.list(0, 10),
      await audit.verify(),
    ]);
    expect(findings).toEqual([]);
    expect(rows.map(({ action, subject, detail }) => [action, subject, detail.source])).toEqual([
      ['document-published', 'cq-four', 'four-lists-23-30-7-10.xlsx'],
    ]);
  });

  it('says so where nothing is new', async () => {
    await kb('import', FOUR, ...OWN, '--yes');
    expect(await kb('import', FOUR, ...OWN, '--yes')).toContain('没有改动');
    expect(JSON.parse(await kb('history', '--json'))).toHaveLength(1);
  });

  it('ends with 1 and loads nothing where a row is wrong', async () => {
    const file = put('a.csv', '序号,协助事项\n1,示例\n2,示例\n');
    expect(await kb('import', file, '--region', '重庆', '--yes')).toMatch(
      /错误 +表格 3 +「示例」与表格第 2 行重复/,
    );
    expect(process.exitCode).toBe(1);
    expect(existsSync(join(folder, 'data'))).toBe(false);
  });

  it('gives lists and findings with --json', async () => {
    const report = JSON.parse(await kb('import', FOUR, '--region', '重庆', '--json')) as Record<
      string,
      unknown
    >;
    expect(report).toMatchObject({ ok: true, loaded: null, lists: { length: 4 }, findings: [] });
  });

  it('remembers a corrected header once it is confirmed', async () => {
    const file = put('a.csv', '第几,干什么,凭什么\n1,示例甲,无\n2,示例乙,无\n');
    const flags = ['--region', '重庆', '--kind', '协助', '--document', 'example-1'];
    await kb('import', file, ...flags, '--map', '事项名称=B');
    expect(await kb('import', file, ...flags)).toContain('没有认出表头');
    await kb('import', file, ...flags, '--map', '事项名称=B', '--yes');
    expect(await kb('import', file, ...flags)).toContain('B「干什么」=事项名称');
  });

  it.each([
    [['--region', '火星'], 'QD-REGION'],
    [['--kind', '价格'], 'QD-IMPORT'],
    [['--document', '文件'], 'QD-IMPORT'],
    [['--issued', '昨天'], 'QD-DATE'],
    [['--evidence', 'seen'], 'QD-IMPORT'],
    [['--map', '价格=B'], 'QD-IMPORT'],
  ])('refuses %j', async (flags, code) => {
    await expect(kb('import', FOUR, ...flags)).rejects.toMatchObject({ code });
  });

  it('refuses a file that isn’t there', async () => {
    await expect(kb('import', join(folder, 'none.xlsx'))).rejects.toMatchObject({ code: 'QD-FILE' });
  });
});

describe('kb export, diff and history', () => {
  it.each(['xlsx', 'csv', 'yaml'])('import of an exported .%s is the same document', async (format) => {
    const out = join(folder, `x.${format}`);
    await kb('export', 'mca-2020-20', '--out', out);
    expect(await kb('diff', 'mca-2020-20', out)).toContain('没有不同');
    await kb('import', out, '--yes');
    expect(await kb('diff', 'mca-2020-20@0', 'mca-2020-20@1')).toContain('没有不同');
  });

  it('doesn’t overwrite a file unless told to', async () => {
    const out = put('x.csv', 'mine');
    await expect(kb('export', 'mca-2020-20', '--out', out)).rejects.toMatchObject({ code: 'QD-FILE' });
    expect(readFileSync(out, 'utf8')).toBe('mine');
    await kb('export', 'mca-2020-20', '--out', out, '--force');
    expect(readFileSync(out, 'utf8')).toContain('事项名称');
  });

  it('tells what an import changed, from which file', async () => {
    const seven = put('a.csv', '序号,盖章事项\n1,示例盖章甲\n2,示例盖章乙\n');
    await kb('import', seven, '--region', '苏州', '--kind', '可出具证明', '--yes');
    const diff = await kb('diff', 'suzhou-2014@0', 'suzhou-2014');
    expect(diff).toContain('新增 sz-seal-2 示例盖章乙');
    expect(diff).toMatch(/共新增 2 处、删去 0 处、改动 \d+ 处/);
    expect(await kb('history', 'suzhou-2014')).toMatch(/suzhou-2014 +1 +.* a\.csv/);
  });

  it.each([
    [['diff', 'none', 'mca-2020-20'], 'QD-ID'],
    [['diff', 'mca-2020-20@7', 'mca-2020-20'], 'QD-ID'],
    [['export', 'mca-2020-20', '--out', 'x.pdf'], 'QD-FILE-TYPE'],
  ])('refuses %j', async (argv, code) => {
    await expect(kb(...argv)).rejects.toMatchObject({ code });
  });
});

describe('kb withdraw', () => {
  it('takes a loaded document out of force, keeps its versions, and lets it come back', async () => {
    await kb('import', FOUR, ...OWN, '--yes');
    await expect(kb('withdraw', 'cq-four')).rejects.toMatchObject({ code: 'QD-USAGE' });
    expect(await kb('withdraw', 'cq-four', '--yes')).toContain('记为第 2 版');
    const held = async () =>
      (await currentKnowledge()).documentById.get('cq-four')?.lists[0]?.items.length ?? 0;
    expect(await held()).toBe(0);
    const out = join(folder, 'again.yaml');
    await kb('export', 'cq-four@1', '--out', out);
    await kb('import', out, '--yes');
    expect(await held()).toBe(23);
    expect(JSON.parse(await kb('history', 'cq-four', '--json'))).toHaveLength(3);
  });

  it('refuses what was never loaded', async () => {
    await kb('import', FOUR, ...OWN, '--yes');
    await expect(kb('withdraw', 'mca-2020-20', '--yes')).rejects.toMatchObject({ code: 'QD-ID' });
  });
});

describe('kb template', () => {
  it('writes a workbook that is blank: nothing to import, nothing to mistake for a list', async () => {
    const out = join(folder, 't.xlsx');
    await kb('template', '--out', out);
    expect(await kb('import', out)).toContain('没有认出清单');
  });
});

describe('kb attach', () => {
  const LAW = '第十条 示例：\n（一）甲；\n（二）乙。\n';

  it('keeps the text of a document and tells how many places it was found in', async () => {
    expect(await kb('attach', 'law-jwh-2025', put('law.txt', LAW))).toMatch(
      /已附上《.*》全文 \d+ 字；\d+ 处出处里有 \d+ 处/,
    );
    expect((await currentKnowledge()).documentById.get('law-jwh-2025')?.fullText).toContain('（二）乙。');
  });

  it('makes answers quote the clause that they cite, until the text is removed', async () => {
    const ask = async () => (await currentAssistant()).decide({ text: '社区能开无犯罪记录证明吗' });
    const [cited] = (await ask()).citations;
    if (cited === undefined) throw new Error('the answer has to cite something');
    const rows = Array.from({ length: 30 }, (_, i) => `${i + 1}.示例${i + 1}`);
    const text = ['示例通知', '附件', ...rows].join('\n');
    await kb('attach', cited.documentId, put('full.txt', text));
    const quoted = await ask();
    const [, number = ''] = /第(\d+)项$/.exec(cited.locator) ?? [];
    expect(quoted.citations[0]?.quote).toBe(`${number}.示例${number}`);
    expect(quoted.text).toContain(`\n   原文：「${number}.示例${number}」\n`);
    expect(await kb('attach', cited.documentId, '--remove')).toContain('已取下');
    expect((await ask()).text).not.toContain('原文：');
  });

  it('keeps the text out of versions, exports and comparisons', async () => {
    await kb('attach', 'mca-2020-20', put('law.txt', LAW));
    const out = join(folder, 'x.yaml');
    await kb('export', 'mca-2020-20', '--out', out);
    expect(readFileSync(out, 'utf8')).not.toContain('（二）乙。');
    expect(await kb('diff', 'mca-2020-20@0', 'mca-2020-20')).toContain('没有不同');
  });

  it.each([
    [['none', 'FILE'], 'QD-ID'],
    [['law-jwh-2025'], 'QD-USAGE'],
    [['law-jwh-2025', 'FILE', '--remove'], 'QD-USAGE'],
  ])('refuses %j', async (argv, code) => {
    const file = put('a.txt', '示例');
    const given = argv.map((word) => (word === 'FILE' ? file : word));
    await expect(kb('attach', ...given)).rejects.toMatchObject({ code });
  });
});
