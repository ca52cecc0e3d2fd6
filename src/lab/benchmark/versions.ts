/**
 * Two versions measured in turn in the same run: each in a process of its own, asked batch by batch, so that what else
 * the machine does weighs on both alike.
 */
import { type ChildProcess, execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packagePath } from '#app/files.js';
import { parseQuestionSet } from '#evaluation/question-set.js';
import { Timings } from './timing.js';

/** One figure of both versions. */
export interface VersionFigures {
  what: string;
  now: number;
  before: number;
  ratio: number;
}

/** What the process of one version sends back. */
export interface BatchTimes {
  milliseconds: number[];
  /** Of the processor, for the whole batch. */
  cpu: number;
}

const BATCH = 50;
const COLD_STARTS = 7;
const WORKER = fileURLToPath(new URL('./version-process.js', import.meta.url));

/** The root of a built version: a folder, or a commit or tag that is built in a worktree of its own, once. */
export function builtVersion(reference: string): string {
  if (existsSync(join(reference, 'package.json'))) return reference;
  const commit = git('rev-parse', '--short', `${reference}^{commit}`);
  const folder = packagePath('node_modules', '.cache', 'qingdan-bench', commit);
  if (existsSync(join(folder, 'dist'))) return folder;
  git('worktree', 'prune');
  git('worktree', 'add', '--force', '--detach', folder, commit);
  const npm = (...args: string[]) => execFileSync('npm', args, { cwd: folder, stdio: 'inherit' });
  npm('install', '--prefer-offline', '--no-audit');
  npm('run', 'build');
  return folder;
}

const git = (...args: string[]) => execFileSync('git', args, { cwd: packagePath(), encoding: 'utf8' }).trim();

/** This version beside another: deciding, the cold start of `ask`, memory. @param other root of the built other version */
export async function measureVersions(other: string): Promise<VersionFigures[]> {
  const path = packagePath('test', 'evaluation', 'questions.jsonl');
  const texts = parseQuestionSet(readFileSync(path, 'utf8'), path).map(({ text }) => text);
  const roots = [packagePath(), other];
  const processes = await Promise.all(roots.map(open));
  const times: number[][] = [[], []];
  const cpu = [0, 0];
  try {
    for (const round of [0, 1]) {
      for (let from = 0; from < texts.length; from += BATCH) {
        for (const [i, version] of processes.entries()) {
          const batch = await ask(version, texts.slice(from, from + BATCH));
          // The first round warms both up.
          if (round === 0) continue;
          times[i]?.push(...batch.milliseconds);
          cpu[i] = (cpu[i] ?? 0) + batch.cpu;
        }
      }
    }
    const memory = processes.map(({ megabytes }) => megabytes);
    const starts = inTurn(roots, COLD_STARTS, coldAsk);
    const [now, before] = times.map((some) => new Timings(some)) as [Timings, Timings];
    const asked = texts.length;
    return [
      figure('decide p50 ms', now.at(0.5), before.at(0.5)),
      figure('decide p99 ms', now.at(0.99), before.at(0.99)),
      figure('decide CPU ms', (cpu[0] ?? 0) / asked, (cpu[1] ?? 0) / asked),
      figure('ask, cold start ms', median(starts[0]), median(starts[1])),
      figure('RSS once open MB', memory[0] ?? 0, memory[1] ?? 0),
    ];
  } finally {
    for (const { child } of processes) child.kill();
  }
}

interface OpenVersion {
  child: ChildProcess;
  megabytes: number;
}

async function open(root: string): Promise<OpenVersion> {
  const child = fork(WORKER, [root], { cwd: root, execArgv: ['--expose-gc'] });
  const [megabytes] = (await once(child, 'message')) as [number];
  return { child, megabytes };
}

async function ask({ child }: OpenVersion, texts: readonly string[]): Promise<BatchTimes> {
  const answered = once(child, 'message') as Promise<[BatchTimes]>;
  child.send(texts);
  return (await answered)[0];
}

function coldAsk(root: string): number {
  const { bin } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    bin: { qingdan: string };
  };
  const started = performance.now();
  execFileSync(process.execPath, [join(root, bin.qingdan), 'ask', '居委会能开死亡证明吗'], {
    stdio: 'ignore',
  });
  return performance.now() - started;
}

function inTurn(roots: readonly string[], times: number, measure: (root: string) => number): number[][] {
  const found: number[][] = roots.map(() => []);
  for (let i = 0; i < times; i++) for (const [j, root] of roots.entries()) found[j]?.push(measure(root));
  return found;
}

const median = (times: readonly number[] = []) => new Timings(times).at(0.5);

const figure = (what: string, now: number, before: number): VersionFigures => ({
  what,
  now,
  before,
  ratio: now / before,
});
