/** The store's section of `npm run bench`: how many answers a second are logged durably, on SQLite, in one process. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStorage } from '#storage/open.js';
import type { QuestionEntry, Storage } from '#storage/ports.js';
import { storageSettings } from '#storage/settings.js';
import type { SqliteDriverName } from '#storage/sqlite.js';

export interface StorageFigures {
  /** SQLite driver in use and the file's place. */
  store: string;
  answers: number;
  /** Answers under way at once. */
  atOnce: number;
  /** Claimed, logged and settled, each committed with a sync of the disk before it counts; per second. */
  answersPerSecond: number;
  /** The same one after another: the time of one answer's three commits, in milliseconds. */
  millisecondsAlone: number;
  /** Share of one core that was busy while `answersPerSecond` was measured; over 1 would mean more than one core. */
  cores: number;
  /** Rows of the audit log verified per second. */
  auditRowsPerSecond: number;
}

export interface StorageMeasure {
  /** Answers logged. Default: 10,000. */
  answers?: number;
  /** Default: 64, as many as a busy hour brings at once. */
  atOnce?: number;
  /** Folder on the disk to measure. Default: the system's temporary folder. */
  parent?: string;
  driver?: SqliteDriverName | undefined;
}

/** Measures in a folder of its own, which is gone afterwards. */
export async function measureStorage(options: StorageMeasure = {}): Promise<StorageFigures> {
  const { answers = 10_000, atOnce = 64, parent = tmpdir(), driver } = options;
  const dataDir = mkdtempSync(join(parent, 'qingdan-bench-'));
  const storage = await openStorage(storageSettings({}, dataDir), { driver });
  try {
    const busy = process.cpuUsage();
    const logging = await secondsOf(() => logAtOnce(storage, answers, atOnce));
    const { user, system } = process.cpuUsage(busy);
    const alone = Math.min(200, answers);
    const waiting = await secondsOf(async () => {
      for (let n = 0; n < alone; n++) await logAnswer(storage, `alone-${n}`);
    });
    const rows = Math.min(5000, answers);
    await Promise.all(Array.from({ length: rows }, (_, n) => storage.audit.append(auditEntry(n))));
    const verifying = await secondsOf(async () => {
      const { findings } = await storage.audit.verify();
      if (findings.length > 0) throw new Error(`the audit log is broken: ${findings[0]?.message}`);
    });
    return {
      store: storage.description,
      answers,
      atOnce,
      answersPerSecond: answers / logging,
      millisecondsAlone: (waiting / alone) * 1000,
      cores: (user + system) / 1e6 / logging,
      auditRowsPerSecond: rows / verifying,
    };
  } finally {
    await storage.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** As many workers as answers under way at once, each taking the next answer when its last one is durable. */
async function logAtOnce(storage: Storage, answers: number, atOnce: number): Promise<void> {
  let next = 0;
  const work = async () => {
    while (next < answers) await logAnswer(storage, `q${next++}`);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}

const AT = '2026-11-23T01:00:00.000Z';

async function logAnswer({ events, questions }: Storage, id: string): Promise<void> {
  if (!(await events.claim('bench', id, AT))) throw new Error(`${id} was claimed before`);
  await questions.record(entryOf(id));
  await events.settle('bench', id, AT);
}

function entryOf(id: string): QuestionEntry {
  return {
    id,
    at: AT,
    person: { channel: 'bench', userId: id },
    text: '请问社区能不能给我开一份居住证明，孩子上学要用，电话 13812345678',
    role: 'resident',
    region: '重庆市',
    date: null,
    how: null,
    today: '2026-11-23',
    verdict: 'must-not-certify',
    band: 'answer',
    probability: 0.97,
    itemId: 'bench-item-1',
    catalogueVersion: '0123456789ab',
    edition: null,
    answerHash: '0'.repeat(64),
  };
}

const auditEntry = (n: number) => ({
  at: AT,
  actor: 'bench',
  action: 'measured',
  subject: String(n),
  detail: { number: n },
});

async function secondsOf(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}
