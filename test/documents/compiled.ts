import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Sources as Node runs them, for what needs a thread or a process of its own. */
export interface Compiled {
  /** Path of a source's compiled file, such as documents/read.js. */
  path(name: string): string;
  remove(): void;
}

/** Compiles these files of src with all they import, inside node_modules, where they find their packages. */
export function compileSources(purpose: string, files: readonly string[]): Compiled {
  const folder = join(ROOT, 'node_modules', '.cache', `qingdan-${purpose}-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  const config = join(folder, 'tsconfig.json');
  const compilerOptions = {
    noEmit: false,
    declaration: false,
    rootDir: join(ROOT, 'src'),
    outDir: join(folder, 'dist'),
  };
  const sources = files.map((file) => join(ROOT, 'src', file));
  writeFileSync(
    config,
    JSON.stringify({
      extends: join(ROOT, 'tsconfig.json'),
      compilerOptions,
      files: sources,
      include: [join(ROOT, 'src/**/*.d.ts')],
    }),
  );
  const compiler = join(ROOT, 'node_modules/typescript/bin/tsc');
  const { stdout, status } = spawnSync(process.execPath, [compiler, '-p', config], { encoding: 'utf8' });
  expect(stdout, 'what the compiler has to say').toBe('');
  expect(status).toBe(0);
  return {
    path: (name) => join(folder, 'dist', name),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
