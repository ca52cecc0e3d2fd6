/**
 * `npm run build`: compiles the sources, makes what starts read (dictionary, parsed knowledge, counts, fitted readers) and
 * bundles the console, all into dist, which is emptied first: what was made from the same texts by other code, or from a
 * source that is gone, must not outlive it. With --if-changed (before the tests) nothing is done where dist was made from
 * exactly these files.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, join, relative } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
/** All that a build reads. */
const INPUTS = [
  'adapters',
  'console',
  'intents',
  'knowledge',
  'package-lock.json',
  'package.json',
  'scripts',
  'src',
  'stubs',
  'tsconfig.build.json',
  'tsconfig.json',
];
const STEPS = [
  'tsc -p tsconfig.build.json',
  'node scripts/after-compile.mjs',
  'node dist/src/app/compile.js',
  'npm run build:console',
];
const stamp = join(root, 'dist', 'built-from');

function* files(path) {
  if (!statSync(path).isDirectory()) yield path;
  else
    for (const name of readdirSync(path).sort()) if (name !== 'node_modules') yield* files(join(path, name));
}

/** SHA-256 of the files with their paths, and of the version of Node that makes dist of them. */
function inputsKey() {
  const hash = createHash('sha256').update(process.version);
  for (const input of INPUTS)
    for (const file of files(join(root, input))) {
      const content = readFileSync(file);
      hash.update(`\0${relative(root, file)}\0${content.length}\0`).update(content);
    }
  return hash.digest('hex');
}

function isBuiltFrom(key) {
  try {
    return readFileSync(stamp, 'utf8') === key;
  } catch {
    // Never built, or a build that did not come to its end.
    return false;
  }
}

// Started by npm or not, the compiler is the one installed here.
const PATH = [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter);
const key = inputsKey();
if (process.argv.includes('--if-changed') && isBuiltFrom(key)) process.exit(0);
rmSync(join(root, 'dist'), { recursive: true, force: true });
for (const step of STEPS) {
  const run = spawnSync(step, { cwd: root, stdio: 'inherit', shell: true, env: { ...process.env, PATH } });
  if (run.status !== 0) process.exit(run.status ?? 1);
}
writeFileSync(stamp, key);
