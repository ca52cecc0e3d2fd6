import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packagePath } from '#package-root.js';

/** Packages of which a command loads at least one module; V8 lists every script that it has run. */
function loadedBy(...argv: string[]): { packages: string[]; libraries: string[] } {
  const folder = mkdtempSync(join(tmpdir(), 'qingdan-loaded-'));
  try {
    const { status } = spawnSync(process.execPath, [packagePath('dist', 'src', 'cli', 'main.js'), ...argv], {
      env: { ...process.env, NODE_V8_COVERAGE: folder, QINGDAN_DATA_DIR: join(folder, 'none') },
    });
    expect(status).toBe(0);
    const urls = readdirSync(folder).flatMap((name) => {
      const { result } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as {
        result: { url: string }[];
      };
      return result.map(({ url }) => url);
    });
    const named = (pattern: RegExp) =>
      [...new Set(urls.flatMap((url) => pattern.exec(url)?.[1] ?? []))].sort();
    return {
      packages: named(/.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/u),
      libraries: named(/\/dist\/libraries\/([^/]+)$/u),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('a cold start', () => {
  it('of ask loads what a question needs and no other package', () => {
    expect(loadedBy('ask', '社区能开无犯罪记录证明吗')).toEqual({
      packages: ['commander', 'fflate', 'opencc-js', 'pinyin-pro', 'yaml', 'zod'],
      libraries: [],
    });
  });

  it('of a command that only reads loads neither the bot nor a channel', () => {
    const { packages } = loadedBy('kb', 'list');
    expect(packages).toEqual(expect.arrayContaining(['commander', 'yaml']));
    expect(packages.filter((name) => /^(?:bot|@slack|@wecom|fastify|pg|kysely)/u.test(name))).toEqual([]);
  });
});
