/**
 * `npm run weight [-- --largest]`: installs the program as a production machine does, in a folder of its own, tells what
 * it weighs and how long it took, and ends with 1 over a limit. The time counts on a quiet machine only: it is told, and
 * held to its limit with `--time`.
 */
import { lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { copyProgram, installProduction } from './production-install.mjs';

/** Of node_modules, on disk. */
const MOST_MEGABYTES = 180;
const MOST_SECONDS = 60;
const MEGABYTE = 2 ** 20;

/** Bytes of the blocks that a folder takes; links count as themselves. */
function weigh(path) {
  const { blocks = 0, size } = lstatSync(path);
  const own = blocks * 512 || size;
  if (!lstatSync(path).isDirectory()) return own;
  return readdirSync(path).reduce((sum, name) => sum + weigh(join(path, name)), own);
}

/** The packages of a node_modules folder, scoped ones by their full name. */
function packagesOf(folder) {
  return readdirSync(folder).flatMap((name) =>
    name.startsWith('@') ? readdirSync(join(folder, name)).map((inner) => `${name}/${inner}`) : [name],
  );
}

const folder = mkdtempSync(join(tmpdir(), 'qingdan-weight-'));
try {
  copyProgram(folder);
  const seconds = installProduction(folder) / 1000;
  const modules = join(folder, 'node_modules');
  const megabytes = weigh(modules) / MEGABYTE;
  const packages = packagesOf(modules).filter((name) => !name.startsWith('.'));
  console.log(
    `production install: ${packages.length} packages, ${megabytes.toFixed(1)} MB (limit ${MOST_MEGABYTES}), ` +
      `${seconds.toFixed(0)} s (limit ${MOST_SECONDS} on a quiet machine)`,
  );
  if (process.argv.includes('--largest')) {
    const heaviest = packages
      .map((name) => [weigh(join(modules, name)) / MEGABYTE, name])
      .sort(([a], [b]) => b - a);
    for (const [size, name] of heaviest.slice(0, 30))
      console.log(`${size.toFixed(1).padStart(8)} MB  ${name}`);
  }
  const late = process.argv.includes('--time') && seconds > MOST_SECONDS;
  if (megabytes > MOST_MEGABYTES || late) {
    console.error('over the limit');
    process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
