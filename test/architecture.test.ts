import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOMS } from './rooms.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const TABLE = 'the table of rooms';
const NO_IO = 'has no I/O';

const TOP = new Set(['intents', 'adapters', 'console']);
const folderOf = (room: string) => (TOP.has(room) ? room : `src/${room}`);
const roomsBut = (name: string) => Object.keys(ROOMS).filter((room) => room !== name);

/** Files that break the rules for imports, with what the linter must say of them. */
const REFUSED: readonly (readonly [path: string, text: string, message: string])[] = [
  ...Object.entries(ROOMS).flatMap(([name, { uses, pure }]) => {
    const folder = folderOf(name);
    const barred = roomsBut(name).filter((room) => !uses.includes(room));
    const cases: [string, string, string][] = barred.map((room) => [
      `${folder}/to-${room}.ts`,
      `export { x } from '#${room}/index.js';`,
      TABLE,
    ]);
    cases.push([
      `${folder}/types.ts`,
      `import type { X } from '#${barred[0]}/x.js';\nexport type Y = X;`,
      TABLE,
    ]);
    cases.push([`${folder}/later.ts`, `export const x = () => import('#${barred[0]}/x.js');`, TABLE]);
    const [other] = roomsBut(name);
    cases.push([`${folder}/deep/climbs.ts`, `export { x } from '../../${other}/x.js';`, TABLE]);
    if (pure) cases.push([`${folder}/fs.ts`, "export * as x from 'node:fs/promises';", NO_IO]);
    return cases;
  }),
  ['src/text/segmenters/up.ts', "export { x } from '#app/open.js';", TABLE],
  ['src/search/one.ts', "import { two } from './two.js';\nexport const one = () => two;", 'cycle'],
];

const ALLOWED: readonly (readonly [path: string, text: string])[] = [
  ['src/search/two.ts', "import { one } from './one.js';\nexport const two = () => one;"],
  ...Object.entries(ROOMS).flatMap(([name, { uses }]): [string, string][] =>
    uses.map((room) => [`${folderOf(name)}/allowed-${room}.ts`, `export { x } from '#${room}/index.js';`]),
  ),
  ['src/catalogue/hash.ts', "export { createHash } from 'node:crypto';"],
  ['src/text/segmenters/file.ts', "export { readFileSync } from 'node:fs';"],
  ['src/ruling/errors.ts', "export { QingdanError } from '#errors.js';"],
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
    const { stdout } = spawnSync(biome, ['lint', '--reporter=json', '--max-diagnostics=1000', '.'], {
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
