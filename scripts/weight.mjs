/**
 * `npm run weight [-- --largest] [-- --time]`: installs the program as a production machine does, in a folder of its own,
 * tells what its packages weigh and how long it took, and ends with 1 over a limit. The time counts on a quiet machine
 * only: it is told, and held to its limit with --time.
 */
import { lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
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
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .flatMap((name) =>
      name.startsWith('@') ? readdirSync(join(folder, name)).map((inner) => `${name}/${inner}`) : [name],
    );
}

/** What the packages in a folder weigh, in words, and whether that is within the limit. */
export function installedWeight(folder) {
  const modules = join(folder, 'node_modules');
  const megabytes = weigh(modules) / MEGABYTE;
  const count = packagesOf(modules).length;
  return {
    isWithin: megabytes <= MOST_MEGABYTES,
    said: `production install: ${count} packages, ${megabytes.toFixed(1)} MB (limit ${MOST_MEGABYTES})`,
  };
}

/** The thirty largest, a line each. */
function largest(folder) {
  const modules = join(folder, 'node_modules');
  const sized = packagesOf(modules).map((name) => [weigh(join(modules, name)) / MEGABYTE, name]);
  return sized
    .sort(([a], [b]) => b - a)
    .slice(0, 30)
    .map(([size, name]) => `${size.toFixed(1).padStart(8)} MB  ${name}`);
}

function main(options) {
  const folder = mkdtempSync(join(tmpdir(), 'qingdan-weight-'));
  try {
    copyProgram(folder);
    const seconds = installProduction(folder) / 1000;
    const { isWithin, said } = installedWeight(folder);
    console.log(`${said}, ${seconds.toFixed(0)} s (limit ${MOST_SECONDS} on a quiet machine)`);
    if (options.has('--largest')) console.log(largest(folder).join('\n'));
    const isLate = options.has('--time') && seconds > MOST_SECONDS;
    if (isWithin && !isLate) return;
    console.error('over the limit');
    process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main(new Set(process.argv.slice(2)));
