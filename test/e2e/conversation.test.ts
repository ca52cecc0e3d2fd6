import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { packagePath } from '../../src/app/files.js';

const MAIN = packagePath('dist', 'cli', 'main.js');
const folder = mkdtempSync(join(tmpdir(), 'qingdan-conversation-'));
const running: ChildProcess[] = [];

afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

/** The built command, as a user runs it; `npm test` builds first. */
function qingdan(args: string[], input: string, env: Record<string, string> = {}) {
  const run = spawnSync(process.execPath, [MAIN, ...args], { input, env: { ...process.env, ...env } });
  return { code: run.status, stdout: run.stdout.toString('utf8'), stderr: run.stderr.toString('utf8') };
}

async function serve(env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [MAIN, 'serve'], {
    env: { ...process.env, QINGDAN_PORT: '0', ...env },
  });
  running.push(child);
  let stdout = '';
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString('utf8');
  });
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  await expect.poll(() => stdout, { timeout: 30_000 }).toMatch(/已启动/);
  const [url = ''] = /http:\/\/[\w.:]+/.exec(stdout) ?? [];
  return { child, url, ended };
}

describe('qingdan chat', () => {
  it('answers the lines of standard input in order, leaning on one another', () => {
    const { code, stdout, stderr } = qingdan(['chat'], '社区能开死亡证明吗\n依据是哪条\n转人工\n');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(
      /不能开。「死亡证明」[\s\S]*问的是「社区能开死亡证明吗」[\s\S]*还没有设置人工咨询/,
    );
  });

  it('knows the office of the configuration, and keeps feedback in the data folder', () => {
    const file = join(folder, 'office.yaml');
    writeFileSync(file, 'office: { name: 甲街道办事处, phone: "12345678", hours: 上午 }\n');
    const data = join(folder, 'data');
    const env = { QINGDAN_CONFIG: file, QINGDAN_DATA_DIR: data };
    const { stdout } = qingdan(['chat'], '转人工\n社区能开死亡证明吗\n有用\n', env);
    expect(stdout).toContain('人工咨询请找：甲街道办事处');
    const [line = ''] = readFileSync(join(data, 'feedback.jsonl'), 'utf8').split('\n');
    expect(JSON.parse(line)).toMatchObject({
      useful: true,
      verdict: 'must-not-certify',
      channel: 'terminal',
    });
  });
});

describe('qingdan serve', () => {
  it('serves the chat page with nothing configured, and ends on SIGTERM', async () => {
    const { child, url, ended } = await serve();
    const response = await fetch(`${url}/api/v1/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text: '社区能开死亡证明吗' }),
    });
    expect(await response.text()).toContain('死亡证明');
    expect((await fetch(url)).headers.get('content-type')).toContain('text/html');
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  });

  it.each([
    [
      'a wrong port',
      { QINGDAN_PORT: 'abc' },
      /^错误 QD-CONFIG：配置 server\.port（QINGDAN_PORT）：应是数字\n$/,
    ],
    [
      'a channel without its secret',
      { QINGDAN_SLACK_MODE: 'socket' },
      /^错误 QD-CONFIG：.*QINGDAN_SLACK_BOT_TOKEN\n$/,
    ],
    [
      'a file that isn’t there',
      { QINGDAN_CONFIG: join(folder, 'no.yaml') },
      /^错误 QD-FILE：.*QINGDAN_CONFIG.*\n$/,
    ],
  ] as const)('refuses %s in one line, with exit code 2', (_, env, expected) => {
    const { code, stderr } = qingdan(['serve'], '', env);
    expect(stderr).toMatch(expected);
    expect(code).toBe(2);
  });
});
