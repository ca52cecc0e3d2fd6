import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { openStorage } from '#storage/open.js';
import { storageSettings } from '#storage/settings.js';
import { type SeededRandom, seededRandom } from '../seeded-random.js';
import { type Instances, startInstances } from './instances.js';
import { startPostgres } from './postgres-server.js';
import { SOAK_SCRIPTS } from './soak-scripts.js';
import { startWatched } from './watched-service.js';

export interface SoakOptions {
  seconds: number;
  /** Seconds between two kills; the first comes after as many. */
  killEvery: number;
  instances: number;
  people: number;
  seed: number;
  scripts?: readonly (readonly string[])[] | undefined;
  onProgress?: ((line: string) => void) | undefined;
}

export interface SoakFindings {
  turns: number;
  /** Turns without an answer: their instance was killed. */
  broken: number;
  kills: number;
  /** Answers that were acknowledged. */
  kept: number;
  /** Ids of those that the store hasn't got. */
  lost: readonly string[];
  wrong: readonly { text: string; got: string; right: string }[];
  /** Of the audit: changed, missing or added answers. */
  findings: number;
  /** Bytes of an instance that is older than a minute, in the first and in the last third; null where too few were. */
  memory: { first: number; last: number } | null;
}

interface Replied {
  status: number;
  conversationId: string;
  text: string;
  answerId: string | null;
}

/** Milliseconds for one turn. */
const PATIENCE = 60_000;
/** Milliseconds that an instance's caches take to fill. */
const SETTLED = 60_000;

/** One turn over the API; status 0 where the instance ended meanwhile. */
async function say(url: string, text: string, conversationId: string | undefined): Promise<Replied> {
  try {
    const response = await fetch(`${url}/api/v1/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text, conversationId, region: '重庆市' }),
      signal: AbortSignal.timeout(PATIENCE),
    });
    const said = (await response.json()) as {
      conversationId?: string;
      replies?: { text: string; blocks: { answerId?: string }[] }[];
    };
    const [reply] = said.replies ?? [];
    const answerId = reply?.blocks.find((block) => block.answerId !== undefined)?.answerId ?? null;
    return {
      ...{ status: response.status, conversationId: said.conversationId ?? '', answerId },
      text: reply?.text ?? '',
    };
  } catch {
    return { status: 0, conversationId: '', text: '', answerId: null };
  }
}

/** What a service alone, of one process on a file, replies to each script. */
async function rightReplies(scripts: readonly (readonly string[])[]): Promise<string[][]> {
  const service = await startWatched();
  const all: string[][] = [];
  for (const script of scripts) {
    const replies: string[] = [];
    let conversation: string | undefined;
    for (const text of script) {
      const replied = await say(service.url, text, conversation);
      conversation = replied.conversationId;
      replies.push(replied.text);
    }
    all.push(replies);
  }
  await service.stop();
  return all;
}

/** Runs instances on a PostgreSQL of their own under load, kills one after the other, and looks at what came of it. */
export async function soak(options: SoakOptions): Promise<SoakFindings> {
  const { seconds, killEvery, people, seed, scripts = SOAK_SCRIPTS, onProgress = () => undefined } = options;
  const right = await rightReplies(scripts);
  const postgres = await startPostgres({ durable: true });
  const databaseUrl = await postgres.emptyDatabase();
  const instances = await startInstances(options.instances, { QINGDAN_DATABASE_URL: databaseUrl });
  const state: State = { instances, scripts, right, turns: 0, broken: 0, ids: [], wrong: [] };
  const end = performance.now() + seconds * 1000;
  const memory = watchMemory(instances, end);
  const killing = killInTurns(instances, end, killEvery, (place) =>
    onProgress(
      `instance ${place + 1} killed after ${Math.round(seconds - (end - performance.now()) / 1000)} s: ${state.turns} turns, ${state.wrong.length} wrong`,
    ),
  );
  await Promise.all(Array.from({ length: people }, (_, i) => person(state, seededRandom(seed + i), end)));
  const kills = await killing;
  const samples = await memory;
  const findings = await inStore(instances.dataDir, databaseUrl, state.ids);
  await instances.stop();
  await postgres.stop();
  const { turns, broken, ids, wrong } = state;
  return { turns, broken, kills, kept: ids.length, wrong, ...findings, memory: thirds(samples, seconds) };
}

interface State {
  instances: Instances;
  scripts: readonly (readonly string[])[];
  right: readonly (readonly string[])[];
  turns: number;
  broken: number;
  ids: string[];
  wrong: { text: string; got: string; right: string }[];
}

/** One conversation after the other, each turn at any of the instances, as a load balancer deals them out. */
async function person(state: State, random: SeededRandom, end: number): Promise<void> {
  while (performance.now() < end) {
    const place = random.below(state.scripts.length);
    let conversation: string | undefined;
    for (const [turn, text] of (state.scripts[place] ?? []).entries()) {
      const alive = state.instances.all.filter(({ alive: runs }) => runs);
      const { url } = alive[random.below(alive.length)] ?? alive[0] ?? { url: '' };
      const replied = await say(url, text, conversation);
      state.turns++;
      if (replied.status !== 200) {
        // What was under way with the killed instance isn't acknowledged: the person begins anew.
        state.broken++;
        break;
      }
      conversation = replied.conversationId;
      if (replied.answerId !== null) state.ids.push(replied.answerId);
      const due = state.right[place]?.[turn] ?? '';
      if (replied.text !== due) state.wrong.push({ text, got: replied.text, right: due });
    }
    await pause(20 + random.below(200));
  }
}

async function killInTurns(
  instances: Instances,
  end: number,
  every: number,
  onKill: (place: number) => void,
): Promise<number> {
  let kills = 0;
  for (;;) {
    const wait = Math.min(every * 1000, end - performance.now());
    await pause(Math.max(0, wait));
    if (performance.now() >= end) return kills;
    const place = kills++ % instances.all.length;
    onKill(place);
    await instances.replace(place);
  }
}

interface Sample {
  /** Seconds since the beginning. */
  at: number;
  bytes: number;
}

/** Resident memory of the instances that are older than a minute, every five seconds. Linux only. */
async function watchMemory(instances: Instances, end: number): Promise<Sample[]> {
  const seen = new Map<number, number>();
  const samples: Sample[] = [];
  const start = performance.now();
  while (performance.now() < end) {
    const now = performance.now();
    for (const { pid } of instances.all) {
      if (!seen.has(pid)) seen.set(pid, now);
      if (now - (seen.get(pid) ?? now) < SETTLED) continue;
      const bytes = residentMemory(pid);
      if (bytes !== null) samples.push({ at: (now - start) / 1000, bytes });
    }
    await pause(Math.min(5_000, Math.max(1, end - performance.now())));
  }
  return samples;
}

function residentMemory(pid: number): number | null {
  try {
    const [, kilobytes] = /^VmRSS:\s+(\d+) kB/mu.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return kilobytes === undefined ? null : Number(kilobytes) * 1024;
  } catch {
    return null;
  }
}

function thirds(samples: readonly Sample[], seconds: number): SoakFindings['memory'] {
  const middle = (of: readonly Sample[]) =>
    of.map(({ bytes }) => bytes).sort((a, b) => a - b)[Math.floor(of.length / 2)];
  const from = samples[0]?.at ?? seconds;
  const third = (seconds - from) / 3;
  const first = middle(samples.filter(({ at }) => at < from + third));
  const last = middle(samples.filter(({ at }) => at > seconds - third));
  return first === undefined || last === undefined ? null : { first, last };
}

/** Which of the acknowledged answers the store hasn't got, and what its audit finds. */
async function inStore(dataDir: string, QINGDAN_DATABASE_URL: string, ids: readonly string[]) {
  const storage = await openStorage(storageSettings({ QINGDAN_DATABASE_URL }, dataDir));
  try {
    const lost: string[] = [];
    for (const id of ids) if ((await storage.questions.find(id)) === null) lost.push(id);
    const { findings } = await storage.audit.verify();
    return { lost, findings: findings.length };
  } finally {
    await storage.close();
  }
}
