import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { packagePath } from '#app/files.js';
import { openStorage } from '#storage/open.js';
import type { Storage } from '#storage/ports.js';
import { storageSettings } from '#storage/settings.js';
import { startPostgres } from '../storage/support/postgres-server.js';

const MAIN = packagePath('dist', 'src', 'cli', 'main.js');
const folder = mkdtempSync(join(tmpdir(), 'qingdan-conversation-'));
const running: ChildProcess[] = [];
let folders = 0;
/** A data folder that nobody has used. */
const newData = () => join(folder, `data-${++folders}`);

afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

/** The built command, as a user runs it; `npm test` builds first. */
function qingdan(args: string[], input: string, env: Record<string, string> = {}) {
  const run = spawnSync(process.execPath, [MAIN, ...args], {
    input,
    env: { ...process.env, QINGDAN_DATA_DIR: newData(), ...env },
  });
  return { code: run.status, stdout: run.stdout.toString('utf8'), stderr: run.stderr.toString('utf8') };
}

async function serve(env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [MAIN, 'serve'], {
    env: { ...process.env, QINGDAN_PORT: '0', QINGDAN_DATA_DIR: newData(), ...env },
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

/** Looks into the store of a data folder. */
async function stored<T>(data: string, look: (storage: Storage) => Promise<T>): Promise<T> {
  const storage = await openStorage(storageSettings({}, data));
  try {
    return await look(storage);
  } finally {
    await storage.close();
  }
}

const post = (url: string, body: object) =>
  fetch(`${url}/api/v1/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

describe('qingdan chat', () => {
  it('answers the lines of standard input in order, leaning on one another', () => {
    const { code, stdout, stderr } = qingdan(['chat'], '社区能开死亡证明吗\n依据是哪条\n转人工\n');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/不能开。「死亡证明」[\s\S]*「死亡证明」的依据是[\s\S]*还没有设置人工咨询/);
  });

  it('knows the office of the configuration', () => {
    const file = join(folder, 'office.yaml');
    writeFileSync(file, 'office: { name: 甲街道办事处, phone: "12345678", hours: 上午 }\n');
    const { stdout } = qingdan(['chat'], '转人工\n', { QINGDAN_CONFIG: file });
    expect(stdout).toContain('人工咨询请找：甲街道办事处');
  });

  it('keeps masked questions and feedback in the store, from which an answer is given again', async () => {
    const data = newData();
    const env = { QINGDAN_DATA_DIR: data };
    const { stdout } = qingdan(['chat'], '我电话13812345678，社区能开死亡证明吗\n有用\n', env);
    expect(stdout).toContain('已经记下「有用」');
    const [question] = await stored(data, ({ questions }) => questions.list({ limit: 10 }));
    expect(question).toMatchObject({ channel: 'terminal', verdict: 'must-not-certify' });
    expect(question?.text).toBe('我电话〔电话〕，社区能开死亡证明吗');
    expect(await stored(data, ({ feedback }) => feedback.ofQuestion(question?.id ?? ''))).toHaveLength(1);
    const replayed = qingdan(['audit', 'replay', question?.id ?? ''], '', env);
    expect(replayed.stdout).toContain('与当时的答复完全一致');
    expect(qingdan(['audit', 'verify'], '', env).stdout).toContain('核验通过');
  });
});

it('everything is kept on PostgreSQL with one setting', { timeout: 120_000 }, async () => {
  const server = await startPostgres();
  try {
    const env = { QINGDAN_DATA_DIR: newData(), QINGDAN_DATABASE_URL: await server.emptyDatabase() };
    const file = join(folder, '协助.txt');
    writeFileSync(file, '负面事项清单\n1.给大熊猫喂竹子\n2.给金丝猴洗澡\n');
    const flags = ['--document', 'example-panda', '--title', '示例熊猫清单', '--region', '重庆市', '--yes'];
    expect(qingdan(['kb', 'import', file, ...flags], '', env).stdout).toContain('已导入');
    const said = qingdan(['chat'], '我在重庆市\n给大熊猫喂竹子归社区管吗\n有用\n', env);
    expect(said.stdout).toContain('示例熊猫清单');
    const listed = qingdan(['audit', 'answers', '--find', '熊猫', '--json'], '', env);
    const [{ id }] = JSON.parse(listed.stdout) as [{ id: string }];
    expect(qingdan(['audit', 'replay', id], '', env).stdout).toContain('与当时的答复完全一致');
    expect(qingdan(['audit', 'verify'], '', env).stdout).toContain('核验通过');
    expect(existsSync(join(env.QINGDAN_DATA_DIR, 'qingdan.db'))).toBe(false);
  } finally {
    await server.stop();
  }
});

it('a person’s records are gone when they say so, and the log of changes tells of it without a name', async () => {
  const data = newData();
  const said = qingdan(['chat'], '社区能开死亡证明吗\n有用\n删除我的记录\n确认删除\n', {
    QINGDAN_DATA_DIR: data,
  });
  expect(said.stdout).toMatch(/已删除您的 \d 条记录/);
  expect(await stored(data, ({ questions }) => questions.list({ limit: 10 }))).toEqual([]);
  const [, row] = await stored(data, ({ audit }) => audit.list(0, 10));
  expect(row).toMatchObject({ action: 'user-deleted', actor: '本人', subject: 'terminal' });
});

describe('qingdan serve', () => {
  it('serves the chat page with nothing configured, and ends on SIGTERM', async () => {
    const { child, url, ended } = await serve();
    const response = await post(url, { text: '社区能开死亡证明吗' });
    expect(await response.text()).toContain('死亡证明');
    expect((await fetch(url)).headers.get('content-type')).toContain('text/html');
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  });

  it('goes on with a conversation, and answers no event twice, after it was killed', async () => {
    const env = { QINGDAN_DATA_DIR: newData() };
    const first = await serve(env);
    const begun = await post(first.url, { text: '我是社区工作者' });
    const { conversationId } = (await begun.json()) as { conversationId: string };
    await post(first.url, { conversationId, eventId: 'e2', text: '社区能开死亡证明吗' });
    first.child.kill('SIGKILL');
    await first.ended;
    const second = await serve(env);
    const again = await post(second.url, { conversationId, eventId: 'e2', text: '社区能开死亡证明吗' });
    expect(await again.json()).toMatchObject({ replies: [] });
    const basis = await post(second.url, { conversationId, eventId: 'e3', text: '依据是哪条' });
    expect(await basis.text()).toContain('「死亡证明」的依据是');
    second.child.kill('SIGTERM');
    await second.ended;
    const kept = await stored(env.QINGDAN_DATA_DIR, ({ questions }) => questions.list({ limit: 10 }));
    expect(kept).toMatchObject([{ text: '社区能开死亡证明吗', role: 'worker', channel: 'web' }]);
  });

  it('answers from a list that is imported while it runs', async () => {
    const env = { QINGDAN_DATA_DIR: newData() };
    const { url } = await serve(env);
    const ask = async () => (await post(url, { text: '给大熊猫喂竹子归社区管吗', region: '重庆市' })).text();
    expect(await ask()).not.toContain('示例熊猫清单');
    const file = join(folder, '熊猫.txt');
    writeFileSync(file, '负面事项清单\n1.给大熊猫喂竹子\n2.给金丝猴洗澡\n');
    const flags = ['--document', 'example-panda', '--title', '示例熊猫清单', '--region', '重庆市', '--yes'];
    expect(qingdan(['kb', 'import', file, ...flags], '', env).stdout).toContain('已导入');
    await expect.poll(ask, { timeout: 20_000, interval: 500 }).toContain('示例熊猫清单');
  });

  it('refuses to start where it can’t keep records', () => {
    const file = join(folder, 'not-a-folder');
    writeFileSync(file, '');
    const { code, stderr } = qingdan(['serve'], '', { QINGDAN_DATA_DIR: file });
    expect(stderr).toMatch(/^错误 QD-(?:STORAGE|READ-ONLY)：[^\n]+\n$/);
    expect(code).toBe(2);
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
