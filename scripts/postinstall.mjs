/**
 * Compiles nodejieba, the optional word segmenter, after `npm install`, and takes away its dictionaries, which aren't
 * read and weigh 21 MB. Never fails: where it can't be compiled the
 * prebuilt stand-in (@node-rs/jieba), which cuts the same words, is used, and one line says so.
 *
 * nodejieba's own install script is switched off (`allowScripts` in package.json): it calls a bare `npx` for a package
 * that it may have to ask for first. Its sources are compiled here by the declared node-pre-gyp, without looking for a
 * prebuilt on the network. The binding is N-API: one build serves later versions of Node too.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import process from 'node:process';

/** A compilation takes 5 to 60 s; a download of Node's headers that hangs must not hold an installation up. */
const TIMEOUT_MS = 180_000;
const require = createRequire(import.meta.url);

function locate(request) {
  try {
    return require.resolve(request);
  } catch {
    return undefined;
  }
}

/** Node's own headers where they were installed along with it, so that node-gyp needn't download them. */
function headers() {
  if (process.env.npm_config_nodedir || process.env.npm_package_config_node_gyp_nodedir) return [];
  const prefix = dirname(dirname(process.execPath));
  return existsSync(join(prefix, 'include', 'node', 'node_api.h')) ? [`--nodedir=${prefix}`] : [];
}

function say(outcome) {
  console.log(`qingdan: ${outcome}`);
}

/** Whether the binding loads, tried in a process of its own: a broken native library can end a process. */
function loads(manifest) {
  const code = `require(${JSON.stringify(join(dirname(manifest), 'build', 'Release', 'nodejieba.node'))})`;
  return spawnSync(process.execPath, ['-e', code], { stdio: 'ignore', timeout: TIMEOUT_MS }).status === 0;
}

/** The segmenters have one trimmed dictionary of their own; nodejieba's and the samples of its tests only weigh. */
function lighten() {
  const manifest = locate('nodejieba/package.json');
  if (!manifest) return;
  for (const part of ['dict', 'test']) {
    rmSync(join(dirname(manifest), 'submodules', 'cppjieba', part), { recursive: true, force: true });
  }
}

function main() {
  lighten();
  const standIn = 'words are cut by @node-rs/jieba instead, with the same result';
  const manifest = locate('nodejieba/package.json');
  if (!manifest) return say(`nodejieba is not installed; ${standIn}`);
  if (loads(manifest)) return say('nodejieba is ready');
  const builder = locate('@mapbox/node-pre-gyp/bin/node-pre-gyp');
  if (!builder) return say(`nodejieba can't be compiled, node-pre-gyp is missing; ${standIn}`);
  const run = spawnSync(
    process.execPath,
    [builder, 'install', '--build-from-source', '--loglevel=error', ...headers()],
    {
      cwd: dirname(manifest),
      stdio: ['ignore', 'pipe', 'pipe'],
      encoding: 'utf8',
      timeout: TIMEOUT_MS,
      killSignal: 'SIGKILL',
    },
  );
  if (run.status === 0 && loads(manifest)) return say('nodejieba compiled');
  // A half-made build folder would only make a later attempt fail in a stranger way.
  rmSync(join(dirname(manifest), 'build'), { recursive: true, force: true });
  const reason = `${run.stderr ?? ''}\n${run.stdout ?? ''}`
    .match(/^.*(?:not found|Could not find|ERR! stack Error).*$/im)?.[0]
    .trim();
  say(`nodejieba was not compiled (${run.error?.message ?? reason ?? `exit ${run.status}`}); ${standIn}`);
}

main();
