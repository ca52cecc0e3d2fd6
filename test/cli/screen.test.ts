import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { registerScreen } from '#cli/screen.js';

const folder = mkdtempSync(join(tmpdir(), 'qingdan-screen-'));
const notice = join(folder, '通知.txt');
writeFileSync(
  notice,
  '关于做好重点工作的通知\n\n各社区：\n　　各社区要做好违建拆除和反诈宣传。\n\n青石街道办事处\n2026年3月1日\n',
);

afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function screen(...argv: string[]): Promise<string> {
  let printed = '';
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    printed += String(chunk);
    return true;
  });
  try {
    const program = new Command().exitOverride().configureOutput({ writeErr: () => undefined });
    registerScreen(program);
    await program.parseAsync(['screen', ...argv], { from: 'user' });
    return printed;
  } finally {
    spy.mockRestore();
  }
}

describe('qingdan screen', () => {
  it('prints the tasks of a file as JSON', async () => {
    const { title, source, tasks } = JSON.parse(await screen(notice, '--json'));
    expect({ title, source }).toEqual({ title: '关于做好重点工作的通知', source: '通知.txt' });
    expect(
      tasks.map(({ phrase, verdict }: { phrase: string; verdict: string }) => [phrase, verdict]),
    ).toEqual([
      ['违建拆除', 'negative'],
      ['反诈宣传', 'assist'],
    ]);
  });

  it('prints a table and what to do', async () => {
    const text = await screen(notice);
    expect(text).toContain('交给社区的任务：2 项');
    expect(text).toMatch(/1 +违建拆除 +不应承担/);
    expect(text).toContain('1. 不应承担，依据');
  });

  it('writes a report', async () => {
    const out = join(folder, '报告.md');
    await screen(notice, '--out', out);
    expect(readFileSync(out, 'utf8')).toContain('# 通知研判报告');
  });

  it.each([
    ['an unknown report', [notice, '--out', 'x.pdf'], 'QD-INPUT'],
    ['a file that isn’t there', [join(folder, '没有.txt')], 'QD-FILE'],
  ])('refuses %s', async (_, argv, code) => {
    await expect(screen(...argv)).rejects.toMatchObject({ code });
  });
});
