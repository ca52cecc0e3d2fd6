import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { packagePath } from '#package-root.js';
import type { LoopReport } from './loop-watch.js';

/** `qingdan serve` as a program of its own, which can be asked how its loop and its memory are. */
export interface WatchedService {
  readonly url: string;
  readonly pid: number;
  /** What is true since the last call. @throws Error where the service has ended */
  report(): Promise<LoopReport>;
  /** What it has written to its log, line by line. */
  readonly log: readonly string[];
  /** Whether it still runs. */
  readonly alive: boolean;
  /** Ends it as an operator would, and removes its data. */
  stop(): Promise<void>;
}

export interface WatchOptions {
  /** Over the variables of this process; QINGDAN_… of this process are not passed on. */
  environment?: Readonly<Record<string, string>> | undefined;
  /** Folder of its data. Default: a new one, which is removed at the end. */
  dataDir?: string | undefined;
  /** Without a look at its loop, which takes a tenth of a core in each process; it reports nothing then. Default: with. */
  looked?: boolean | undefined;
}

const compiled = (...parts: string[]) => packagePath('dist', 'src', ...parts);
/** Any free port; one process, since what is watched is the one that was started. */
const STANDARD = { QINGDAN_PORT: '0', QINGDAN_PROCESSES: '1' };
/** Milliseconds until it must have said that it listens; a very busy machine takes half a minute. */
const START = 150_000;

/** Starts what `npm run build` has compiled, on any free port. */
export async function startWatched({
  environment = {},
  dataDir,
  looked = true,
}: WatchOptions = {}): Promise<WatchedService> {
  const folder = dataDir ?? mkdtempSync(join(tmpdir(), 'qingdan-watched-'));
  const watch = pathToFileURL(compiled('lab', 'service', 'loop-watch.js')).href;
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('QINGDAN_'));
  const child = spawn(
    process.execPath,
    [...(looked ? ['--import', watch] : []), compiled('cli', 'main.js'), 'serve'],
    {
      env: { ...Object.fromEntries(own), ...STANDARD, QINGDAN_DATA_DIR: folder, ...environment },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  );
  const log: string[] = [];
  child.stderr?.setEncoding('utf8').on('data', (text: string) => log.push(...text.trimEnd().split('\n')));
  const url = await addressOf(child, log);
  return {
    url,
    pid: child.pid ?? 0,
    log,
    get alive() {
      return child.exitCode === null && child.signalCode === null;
    },
    report: () => ask(child, log),
    async stop() {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGTERM');
        await once(child, 'exit');
      }
      if (dataDir === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

function addressOf(child: ChildProcess, log: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`it doesn't start: ${log.join('\n')}`)), START);
    let printed = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      const [url] = /http:\/\/[\w.:]+/.exec(printed) ?? [];
      if (url === undefined) return;
      clearTimeout(late);
      resolve(url);
    });
    child.once('exit', (code) => reject(new Error(`it ended with ${code}: ${log.join('\n')}`)));
  });
}

async function ask(child: ChildProcess, log: readonly string[]): Promise<LoopReport> {
  if (!child.connected) throw new Error(`it has ended: ${log.slice(-5).join('\n')}`);
  const answered = once(child, 'message') as Promise<[LoopReport]>;
  child.send('loop-report');
  const [report] = await answered;
  return report;
}
