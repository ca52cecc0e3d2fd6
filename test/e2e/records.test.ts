import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { startWatched } from '#lab/service/watched-service.js';
import { packagePath } from '#package-root.js';

const folders: string[] = [];
function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'qingdan-records-'));
  folders.push(folder);
  return folder;
}
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** Milliseconds; a machine with much else to do starts a program in half a minute. */
const PATIENCE = 300_000;
const SHIFT = pathToFileURL(packagePath('test', 'support', 'clock-shift.mjs')).href;
/** Variables of a program whose clock is wrong. */
const ahead = (days: number) => ({ NODE_OPTIONS: `--import ${SHIFT}`, CLOCK_DAYS: String(days) });

/** A command as somebody types it, on the data of a folder. */
function command(dataDir: string, argv: readonly string[], environment: Record<string, string> = {}) {
  const main = packagePath('dist', 'src', 'cli', 'main.js');
  const env = { ...process.env, QINGDAN_DATA_DIR: dataDir, ...environment };
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...argv], { env, encoding: 'utf8' });
  return { status, stdout, stderr };
}

async function ask(url: string, text: string): Promise<number> {
  const response = await fetch(`${url}/api/v1/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text }),
  });
  return response.status;
}

describe('records, as whoever runs the service has to do with them', () => {
  it(
    'are backed up while people ask, and restored into a new folder with the key',
    async () => {
      const dataDir = newFolder();
      const service = await startWatched({ dataDir });
      let asked = 0;
      let going = true;
      const asking = (async () => {
        while (going) expect(await ask(service.url, `社区能开居住证明吗，第${++asked}次问`)).toBe(200);
      })();
      await expect.poll(() => asked, { timeout: PATIENCE }).toBeGreaterThan(3);
      const copy = join(newFolder(), 'backup.db');
      const backup = command(dataDir, ['backup', copy]);
      expect(backup).toMatchObject({ status: 0, stdout: expect.stringContaining('自检通过') });
      going = false;
      await asking;
      await service.stop();

      const restored = newFolder();
      copyFileSync(copy, join(restored, 'qingdan.db'));
      copyFileSync(join(dataDir, 'secret.key'), join(restored, 'secret.key'));
      expect(command(restored, ['doctor']).stdout).toContain('自检通过');
      expect(command(restored, ['audit', 'verify'])).toMatchObject({ status: 0 });
      const answers = command(restored, ['audit', 'answers', '--json']).stdout;
      const ids = (JSON.parse(answers) as { id: string }[]).map(({ id }) => id);
      expect(ids.length).toBeGreaterThan(3);
      expect(command(restored, ['audit', 'replay', ids[0] as string])).toMatchObject({
        status: 0,
        stdout: expect.stringContaining('完全一致'),
      });
    },
    PATIENCE,
  );

  it(
    'are all there after a clock that stood 400 days ahead and was set right',
    async () => {
      const dataDir = newFolder();
      const right = await startWatched({ dataDir });
      expect(await ask(right.url, '社区能开居住证明吗')).toBe(200);
      await right.stop();

      const wrong = await startWatched({ dataDir, environment: ahead(400) });
      expect(await ask(wrong.url, '违建拆除归社区管吗')).toBe(200);
      await wrong.stop();
      expect(command(dataDir, ['purge', '--dry-run'], ahead(400)).stdout).toContain('问答记录 1 条');
      // The question that was put by the wrong clock hides how far it stands ahead: the share is what holds then.
      expect(command(dataDir, ['purge'], { ...ahead(400), QINGDAN_PURGE_SHARE: '30' })).toMatchObject({
        status: 1,
        stderr: expect.stringContaining('QD-PURGE'),
      });
      // Without it the clock itself is doubted.
      expect(command(dataDir, ['purge'], ahead(900))).toMatchObject({
        status: 1,
        stderr: expect.stringMatching(/QD-PURGE.*晚 \d+ 天/u),
      });

      const answers = JSON.parse(command(dataDir, ['audit', 'answers', '--json']).stdout) as unknown[];
      expect(answers).toHaveLength(2);
      expect(command(dataDir, ['audit', 'verify'])).toMatchObject({ status: 0 });
    },
    PATIENCE,
  );
});
