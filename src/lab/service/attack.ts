/**
 * `npm run measure:attack [-- --seconds 30 --clients 50]`: honest clients at a running service, beside one attacker of each
 * kind, then beside all of them; alone before and after each. What counts is how many times longer the slowest hundredth
 * of the honest waits than the longer of the two times alone, since a machine with other work changes from minute to
 * minute. Ends with 1 where that is over three, or one of them is refused.
 */
import { once } from 'node:events';
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import type { AttackData } from './attack-thread.js';
import { ATTACKERS, type Attacker } from './attackers.js';
import { createClient } from './client.js';
import { startWatched, type WatchedService } from './watched-service.js';

/** How many times longer the slowest hundredth may wait. */
const MOST_RATIO = 3;
/** Milliseconds between two messages of a person: half to one and a half times this. */
const PAUSE = 3_000;
const QUESTIONS = [
  '社区能开居住证明吗',
  '违建拆除归社区管吗',
  '能开无犯罪记录证明吗',
  '街道让社区统计养犬数量，归我们吗',
  '依据是哪条',
  '去哪办',
  '亲属关系证明谁开',
  '物业纠纷社区要不要调解',
] as const;

interface Row {
  旁边的攻击者: string;
  问: number;
  出错: number;
  p50: number;
  p99: number;
  倍数: number;
  占用循环: number;
}

const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '30' }, clients: { type: 'string', default: '50' } },
});
const seconds = Number(values.seconds);
const clients = Number(values.clients);

/** Honest people for a while, beside these attackers. */
async function measure(service: WatchedService, name: string, attackers: readonly Attacker[]): Promise<Row> {
  const workerData: AttackData = { url: service.url, whats: attackers.map(({ what }) => what) };
  const thread =
    attackers.length === 0
      ? null
      : new Worker(new URL('./attack-thread.js', import.meta.url), { workerData });
  await service.report();
  const end = performance.now() + seconds * 1000;
  const people = Array.from({ length: clients }, (_, i) => person(service.url, i, end));
  const outcomes = (await Promise.all(people)).flat();
  const { heldCpu, heldWall } = await service.report();
  if (thread !== null) {
    const ended = once(thread, 'exit');
    thread.postMessage('end');
    await ended;
  }
  const times = outcomes.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  const at = (share: number) => Math.round(times[Math.floor((times.length - 1) * share)] ?? 0);
  return {
    旁边的攻击者: name,
    问: outcomes.length,
    出错: outcomes.filter(({ status }) => status !== 200).length,
    p50: at(0.5),
    p99: at(0.99),
    倍数: 1,
    占用循环: Math.round(heldCpu ?? heldWall),
  };
}

/** One person who asks, reads, and asks again. */
async function person(url: string, number: number, end: number) {
  const client = createClient(url, `127.0.1.${number + 1}`);
  const outcomes = [];
  const wait = (share: number) => new Promise((resolve) => setTimeout(resolve, PAUSE * share));
  // Spread evenly and the same in every run.
  await wait((number * 0.618_034) % 1);
  for (let turn = 0; performance.now() < end; turn++) {
    outcomes.push(await client.say(QUESTIONS[(number + turn) % QUESTIONS.length] as string));
    await wait(0.5 + (((number + turn) * 0.618_034) % 1));
  }
  client.close();
  return outcomes;
}

const service = await startWatched();
const [processor] = cpus();
console.log(
  `Node ${process.version}, ${cpus().length} × ${processor?.model ?? '?'}, load ${loadavg()[0]?.toFixed(1)}, ${clients} clients, ${seconds} s each; milliseconds`,
);
// The first answers of a process take longer than all later ones.
await measure(service, '', []);
const rows: Row[] = [];
let before = await measure(service, '没有', []);
rows.push(before);
for (const [what, attackers] of [
  ...ATTACKERS.map((attacker) => [attacker.what, [attacker]] as const),
  ['以上全部', ATTACKERS] as const,
]) {
  const beside = await measure(service, what, attackers);
  const after = await measure(service, '没有', []);
  const alone = Math.max(before.p99, after.p99);
  rows.push({ ...beside, 倍数: Number((beside.p99 / alone).toFixed(2)) }, after);
  before = after;
}
const { rss } = await service.report();
await service.stop();
console.table(rows);
console.log(`memory at the end: ${Math.round(rss / 1e6)} MB`);
process.exitCode = rows.some((row) => row.倍数 > MOST_RATIO || row.出错 > 0) ? 1 : 0;
