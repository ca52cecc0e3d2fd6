import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const ONE_WAY = 'Imports run one way';
const NO_IO = 'has no I/O';

/** Files that break the rule for imports, with what the linter must say of them. */
const REFUSED: readonly (readonly [path: string, text: string, message: string])[] = [
  ['src/text/up.ts', "export { x } from '../catalogue/load.js';", ONE_WAY],
  ['src/catalogue/lint/up.ts', "export { x } from '../../matching/index.js';", ONE_WAY],
  ['src/matching/up.ts', "import type { X } from '../decision/answer.js';\nexport type Y = X;", ONE_WAY],
  ['src/decision/up.ts', "export { x } from '../app/open.js';", ONE_WAY],
  ['src/decision/later.ts', "export const x = () => import('../cli/run.js');", ONE_WAY],
  ['src/screening/up.ts', "export { x } from '../bot/index.js';", ONE_WAY],
  ['src/channels/up.ts', "export { x } from '../server/feed.js';", ONE_WAY],
  ['src/adapters/terminal/up.ts', "export { x } from '../../cli/table.js';", ONE_WAY],
  ['src/server/api/up.ts', "export { x } from '../../cli/version.js';", ONE_WAY],
  ['src/app/up.ts', "export { x } from '../server/desk.js';", ONE_WAY],
  ['src/storage/up.ts', "export { x } from '../server/desk.js';", ONE_WAY],
  ['src/config/up.ts', "export { x } from '../cli/run.js';", ONE_WAY],
  ['src/text/segmenters/up.ts', "export { x } from '../../app/open.js';", ONE_WAY],
  ['src/text/fs.ts', "export * as x from 'node:fs';", NO_IO],
  ['src/catalogue/fs.ts', "export * as x from 'node:fs/promises';", NO_IO],
  ['src/matching/net.ts', "export * as x from 'node:net';", NO_IO],
  ['src/decision/http.ts', "export * as x from 'node:http';", NO_IO],
  ['src/decision/store.ts', "export { x } from '../storage/index.js';", NO_IO],
  ['src/matching/one.ts', "import { two } from './two.js';\nexport const one = () => two;", 'cycle'],
];

const ALLOWED: readonly (readonly [path: string, text: string])[] = [
  ['src/matching/two.ts', "import { one } from './one.js';\nexport const two = () => one;"],
  ['src/catalogue/down.ts', "export { x } from '../text/normalise.js';"],
  ['src/decision/down.ts', "export { x } from '../matching/index.js';"],
  ['src/catalogue/hash.ts', "export { createHash } from 'node:crypto';"],
  ['src/text/segmenters/file.ts', "export { readFileSync } from 'node:fs';"],
  ['src/server/down.ts', "export { x } from '../app/version.js';"],
  ['src/cli/edge.ts', "export { x } from '../decision/answer.js';"],
];

interface Diagnostic {
  message: string;
  category: string;
  location: { path: string };
}

describe('the linter, under the project’s own settings', () => {
  const folder = mkdtempSync(join(tmpdir(), 'qingdan-lint-'));
  let diagnostics: Diagnostic[] = [];

  beforeAll(() => {
    for (const file of ['biome.json', 'biome.imports.json', '.gitignore']) {
      copyFileSync(join(ROOT, file), join(folder, file));
    }
    for (const [path, text] of [...REFUSED, ...ALLOWED]) {
      mkdirSync(join(folder, dirname(path)), { recursive: true });
      writeFileSync(join(folder, path), `${text}\n`);
    }
    const biome = join(ROOT, 'node_modules', '.bin', 'biome');
    const { stdout } = spawnSync(biome, ['lint', '--reporter=json', '--max-diagnostics=200', '.'], {
      cwd: folder,
      encoding: 'utf8',
    });
    diagnostics = (JSON.parse(stdout) as { diagnostics: Diagnostic[] }).diagnostics;
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  const saidOf = (path: string): string[] =>
    diagnostics.filter(({ location }) => location.path === path).map(({ message }) => message);

  it.each(REFUSED)('refuses in %s: %s', (path, _text, message) => {
    expect(saidOf(path).join('\n')).toContain(message);
  });

  it.each(ALLOWED.slice(1))('allows in %s: %s', (path) => {
    expect(saidOf(path)).toEqual([]);
  });
});
