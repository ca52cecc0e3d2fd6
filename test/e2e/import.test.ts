import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { packagePath } from '#app/files.js';
import { writeWorkbook } from '#documents/write.js';

const folder = mkdtempSync(join(tmpdir(), 'qingdan-import-'));
const file = join(folder, '大清单.xlsx');
const data = join(folder, 'data');

beforeAll(async () => {
  const rows = Array.from({ length: 19_000 }, (_, i) => [
    `${i + 1}`,
    `示例事项第${i + 1}项`,
    '示例依据',
    '示例部门',
  ]);
  const sheet = { name: '协助事项清单', rows: [['序号', '事项名称', '设定依据', '责任部门'], ...rows] };
  writeFileSync(file, await writeWorkbook([sheet]));
}, 60_000);
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Exit code and errors of an import that is interrupted after some milliseconds. */
async function interruptedAfter(milliseconds: number): Promise<{ code: number | null; errors: string }> {
  const args = [
    'kb',
    'import',
    file,
    '--region',
    '重庆市',
    '--document',
    'example',
    '--title',
    '示例',
    '--yes',
  ];
  const child = spawn(process.execPath, [packagePath('dist', 'src', 'cli', 'main.js'), ...args], {
    env: { ...process.env, QINGDAN_DATA_DIR: data, QINGDAN_DATABASE_URL: '' },
  });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString('utf8');
  });
  const ended = once(child, 'close');
  await Promise.race([setTimeout(milliseconds), ended]);
  child.kill('SIGINT');
  const [code] = (await ended) as [number | null];
  return { code, errors };
}

it('Ctrl-C while a large file is read leaves everything as it was, in one line', {
  timeout: 60_000,
}, async () => {
  const outcomes: { code: number | null; errors: string }[] = [];
  // A slow machine is still starting Node when a fast one reads: the first moment that falls into the reading counts.
  for (const milliseconds of [600, 900, 1_200, 1_600, 2_200, 3_000]) {
    outcomes.push(await interruptedAfter(milliseconds));
    expect(existsSync(data)).toBe(false);
    if (outcomes.at(-1)?.code === 2) break;
  }
  expect(outcomes.at(-1)).toEqual({ code: 2, errors: '错误 QD-CANCELLED：已取消，什么都没有改动\n' });
});
