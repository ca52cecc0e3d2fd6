/** Puts what runs into a folder of its own, as a production machine gets it: no sources, no development parts. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
/** Beside package.json: the program, its knowledge, stand-ins of packages, and what the installation itself runs. */
const PARTS = [
  'dist',
  'knowledge',
  'stubs',
  'docs',
  'deploy',
  'package.json',
  'package-lock.json',
  '.npmrc',
  'LICENSE',
  'NOTICE',
  'README.md',
  'README.zh-CN.md',
];
const SCRIPTS = ['prepare.mjs', 'postinstall.mjs'];

/** Copies the built program into `folder`, which is made. @throws Error where nothing is built */
export function copyProgram(folder) {
  if (!existsSync(join(root, 'dist', 'src', 'cli', 'main.js')))
    throw new Error('nothing is built: npm run build');
  mkdirSync(join(folder, 'scripts'), { recursive: true });
  for (const part of PARTS) cpSync(join(root, part), join(folder, part), { recursive: true });
  for (const script of SCRIPTS) cpSync(join(root, 'scripts', script), join(folder, 'scripts', script));
}

/** `npm ci --omit=dev` there. @returns milliseconds it took @throws Error where it fails */
export function installProduction(folder, options = []) {
  const before = performance.now();
  const run = spawnSync('npm', ['ci', '--omit=dev', '--prefer-offline', ...options], {
    cwd: folder,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (run.status !== 0) throw new Error(`npm ci --omit=dev failed:\n${run.stdout}${run.stderr}`);
  return performance.now() - before;
}
