/**
 * `npm run measure:service [-- --seconds 5 --rounds 3 --connections 50 --processes 1,2 --postgres]`: answers a second, fresh
 * and repeated, each durably logged, beside a server of the same framework that does nothing. All servers run from the
 * beginning and are asked in turn, round by round, so that other work on the machine meets all of them; the table has the
 * round in the middle. Processor time is that of the servers alone and changes least from machine to machine.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { packagePath } from '#package-root.js';
import { startInstances } from './instances.js';
import { load, processorTime } from './load.js';
import { startPostgres } from './postgres-server.js';
import { freshQuestions, REPEATED_QUESTIONS } from './questions.js';

interface Target {
  name: string;
  urls: readonly string[];
  pids: readonly number[];
  stop(): Promise<unknown>;
}

interface Round {
  perSecond: number;
  /** Milliseconds of processor time for one answer. */
  cpu: number;
  p50: number;
  p99: number;
  failed: number;
}

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '5' },
    rounds: { type: 'string', default: '3' },
    connections: { type: 'string', default: '50' },
    processes: { type: 'string', default: '1,2' },
    /** Three instances of one process on one PostgreSQL besides. */
    postgres: { type: 'boolean', default: false },
  },
});
const [seconds, rounds, connections] = [values.seconds, values.rounds, values.connections].map(Number) as [
  number,
  number,
  number,
];
const counts = values.processes.split(',').map(Number);
/** Bytes of an answer of ours, so that the other server sends as much. */
const BYTES = 6_000;

async function bare(processes: number): Promise<Target> {
  const script = packagePath('dist', 'src', 'lab', 'service', 'bare-server.js');
  const child: ChildProcess = spawn(process.execPath, [script, String(processes), String(BYTES)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(child.stdout as NodeJS.ReadableStream, 'data')) as [Buffer];
  return {
    name: `bare fastify, ${processes} process${processes > 1 ? 'es' : ''}`,
    urls: [String(line).trim()],
    pids: [child.pid ?? 0],
    async stop() {
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

async function ours(name: string, count: number, environment: Record<string, string>): Promise<Target> {
  const instances = await startInstances(count, environment, false);
  return {
    name,
    urls: instances.all.map(({ url }) => url),
    pids: instances.all.map(({ pid }) => pid),
    stop: () => instances.stop(),
  };
}

const cpuOf = ({ pids }: Target) => pids.reduce((sum, pid) => sum + processorTime(pid), 0);

async function measure(target: Target, bodies: readonly string[]): Promise<Round> {
  const before = cpuOf(target);
  const path = '/api/v1/answers';
  const milliseconds = seconds * 1000;
  const result = await load({ urls: target.urls, path, connections, milliseconds, bodies });
  const at = (share: number) => result.times[Math.floor((result.times.length - 1) * share)] ?? 0;
  return {
    perSecond: result.answered / result.seconds,
    cpu: (cpuOf(target) - before) / Math.max(1, result.answered),
    ...{ p50: at(0.5), p99: at(0.99), failed: result.failed },
  };
}

const middle = (of: readonly Round[]) =>
  [...of].sort((a, b) => a.perSecond - b.perSecond)[Math.floor(of.length / 2)] as Round;

const targets: Target[] = [];
for (const count of counts) targets.push(await bare(count));
for (const count of counts)
  targets.push(await ours(`SQLite, ${count} process(es)`, 1, { QINGDAN_PROCESSES: String(count) }));
const postgres = values.postgres ? await startPostgres({ durable: true }) : null;
if (postgres !== null) {
  const QINGDAN_DATABASE_URL = await postgres.emptyDatabase();
  targets.push(
    await ours('PostgreSQL, three instances', 3, { QINGDAN_DATABASE_URL, QINGDAN_PROCESSES: '1' }),
  );
}
const [processor] = cpus();
console.log(
  `Node ${process.version}, ${cpus().length} × ${processor?.model ?? '?'}, load ${loadavg()[0]?.toFixed(1)}, ${connections} connections, ${rounds} × ${seconds} s`,
);
const found = new Map<string, Round[]>();
for (let round = 0; round <= rounds; round++) {
  for (const target of targets) {
    for (const [what, bodies] of [
      ['fresh', freshQuestions(round)],
      ['repeated', REPEATED_QUESTIONS],
    ] as const) {
      if (target.name.startsWith('bare') && what === 'repeated') continue;
      const one = await measure(target, bodies);
      // The first round warms all of them up.
      const key = `${target.name}|${what}`;
      if (round > 0) found.set(key, [...(found.get(key) ?? []), one]);
    }
  }
}
const best = Math.max(
  ...[...found].filter(([key]) => key.startsWith('bare')).map(([, of]) => middle(of).perSecond),
);
console.table(
  [...found].map(([key, of]) => {
    const { perSecond, cpu, p50, p99, failed } = middle(of);
    const [server, questions] = key.split('|');
    return {
      server,
      questions,
      'a second': Math.round(perSecond),
      'of bare %': Number(((perSecond / best) * 100).toFixed(1)),
      'cpu ms each': Number(cpu.toFixed(2)),
      'p50 ms': Math.round(p50),
      'p99 ms': Math.round(p99),
      failed,
    };
  }),
);
for (const target of targets) await target.stop();
await postgres?.stop();
