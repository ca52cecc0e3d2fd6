/**
 * `npm run bundle [-- --with-node] [-- --try]`: one archive, bundle/qingdan-<version>-<system>-<processor>.tar.gz, with
 * everything a machine of this kind needs: the built program, its knowledge, production packages, documents. There it is
 * unpacked and answers, without a registry, a compiler or a network. With --with-node this Node goes along. What the
 * packages weigh is held to the limit of `npm run weight`; --try unpacks the archive and asks it (scripts/try-bundle.mjs).
 */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { copyProgram, installProduction } from './production-install.mjs';
import { tryBundle } from './try-bundle.mjs';
import { installedWeight } from './weight.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const options = new Set(process.argv.slice(2));

/** Runs the program with the Node that came along, else with the machine's. */
const LAUNCHER = `#!/bin/sh
here="$(cd "$(dirname "$(readlink -f "$0")")/.." && pwd)"
node="$here/node/node"
[ -x "$node" ] || node=node
exec "$node" "$here/dist/src/cli/main.js" "$@"
`;

const work = mkdtempSync(join(tmpdir(), 'qingdan-bundle-'));
try {
  const folder = join(work, `qingdan-${version}`);
  copyProgram(folder);
  const seconds = installProduction(folder) / 1000;
  const weight = installedWeight(folder);
  console.log(`${weight.said}, installed in ${seconds.toFixed(0)} s`);
  if (!weight.isWithin) process.exitCode = 1;
  mkdirSync(join(folder, 'bin'));
  writeFileSync(join(folder, 'bin', 'qingdan'), LAUNCHER);
  chmodSync(join(folder, 'bin', 'qingdan'), 0o755);
  if (options.has('--with-node')) {
    mkdirSync(join(folder, 'node'));
    copyFileSync(process.execPath, join(folder, 'node', 'node'));
  }
  mkdirSync(join(root, 'bundle'), { recursive: true });
  const archive = join(root, 'bundle', `qingdan-${version}-${process.platform}-${process.arch}.tar.gz`);
  const tar = spawnSync('tar', ['-czf', archive, '-C', work, `qingdan-${version}`], { stdio: 'inherit' });
  if (tar.status !== 0) throw new Error('tar could not write the archive');
  console.log(`${archive}: ${(statSync(archive).size / 2 ** 20).toFixed(0)} MB`);
  if (options.has('--try')) tryBundle(archive);
} finally {
  rmSync(work, { recursive: true, force: true });
}
