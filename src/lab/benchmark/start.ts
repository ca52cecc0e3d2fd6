import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packagePath } from '#app/files.js';
import { startWatched } from '../service/watched-service.js';

export interface StartFigures {
  /** From starting the program until it listens. */
  'serve ready s': number;
  /** Of the service before its first question, and after one. */
  'idle MB': number;
  'after one question MB': number;
}

/** `serve` from nothing until it listens, and how much memory it then holds. */
export async function measureStart(): Promise<StartFigures> {
  const started = performance.now();
  const service = await startWatched();
  const ready = (performance.now() - started) / 1000;
  try {
    const idle = residentOf(service.pid);
    const reply = await fetch(`${service.url}/api/v1/answers`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text: '居委会能开死亡证明吗' }),
    });
    if (!reply.ok) throw new Error(`bench: the service answered ${reply.status}`);
    return { 'serve ready s': ready, 'idle MB': idle, 'after one question MB': residentOf(service.pid) };
  } finally {
    await service.stop();
  }
}

/** Megabytes of a process that are in memory, as Linux counts them; NaN elsewhere. */
function residentOf(pid: number): number {
  if (process.platform !== 'linux') return Number.NaN;
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1000;
}

export interface InstallFigures {
  s: number;
  packages: number;
  'MB on disk': number;
}

/** What an office installs: the packages that the program runs with, from npm's cache where they are there. */
export function measureInstall(): InstallFigures {
  const folder = mkdtempSync(join(tmpdir(), 'qingdan-install-'));
  try {
    for (const name of ['package.json', 'package-lock.json', 'stubs', '.npmrc'])
      cpSync(packagePath(name), join(folder, name), { recursive: true });
    const started = performance.now();
    execFileSync('npm', ['ci', '--omit=dev', '--prefer-offline', '--ignore-scripts', '--no-audit'], {
      cwd: folder,
      stdio: 'ignore',
    });
    const seconds = (performance.now() - started) / 1000;
    const kilobytes = execFileSync('du', ['-sk', 'node_modules'], { cwd: folder, encoding: 'utf8' });
    const packages = execFileSync('npm', ['ls', '--all', '--parseable', '--omit=dev'], {
      cwd: folder,
      encoding: 'utf8',
    });
    return {
      s: seconds,
      packages: packages.trim().split('\n').length - 1,
      'MB on disk': Number.parseInt(kilobytes, 10) / 1000,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
