/**
 * A program of its own that works at the window until it is killed; run by `startWriter`. With MODE=cases it opens cases
 * and brings them to their end, and says `opened N` and `closed N` of what the store has acknowledged; with MODE=jobs it
 * does the duties of a service, and says `ready`.
 */
import { writeSync } from 'node:fs';
import type { Actor } from '#access/actor.js';
import { createDuties } from '#app/duties.js';
import type { Window } from '#app/window.js';
import type { CaseEvent } from '#cases/index.js';
import { openStorage } from '#storage/open.js';
import type { CaseMoment, Storage } from '#storage/ports.js';
import { SQLITE_DRIVERS } from '#storage/sqlite.js';
import { demand, LIMITS, weekdays } from '../../cases/support.js';
import { settingsOf } from './settings.js';

const { DATA_DIR = '', DATABASE_URL, DRIVER, FIRST = '0', DAY = '2026-11-27', MODE } = process.env;
const ADMIN: Actor = { id: 'a', name: '管理员', role: 'admin', region: '000000' };
const AT_ONCE = 4;
const say = (line: string) => writeSync(1, `${line}\n`);
const moment: CaseMoment = {
  at: `${DAY}T04:00:00.000Z`,
  day: DAY,
  limits: LIMITS,
  addWorkingDays: weekdays,
};

const WAY: readonly CaseEvent[] = [
  { type: 'route', to: '示例街道', level: 'street' },
  { type: 'resolve', text: '已办' },
  { type: 'reply', text: '已办', how: '电话' },
  { type: 'close', reason: '不用回访' },
];

async function handle({ cases }: Storage, n: number): Promise<void> {
  const { number } = await cases.open({ ...demand('government'), key: `k${n}` }, moment, ADMIN);
  say(`opened ${n}`);
  for (const event of WAY) {
    // What was cut off by a kill may be further on already.
    await cases.change({ number }, event, moment, ADMIN).catch((error: { code?: string }) => {
      if (error.code !== 'QD-STATE') throw error;
    });
  }
  say(`closed ${n}`);
}

async function duties(storage: Storage): Promise<void> {
  const window = { moment: () => moment } as unknown as Window;
  const onError = (error: unknown) => say(`fault ${String(error)}`);
  const jobs = storage.jobs({
    clock: Date.now,
    onError,
    leaseSeconds: 3,
    pollSeconds: 0.1,
    backoffSeconds: 1,
  });
  const act = () => ({ at: moment.at, actor: '服务' });
  const work = createDuties({
    storage,
    jobs,
    window,
    act,
    onDone: () => undefined,
    onDoubt: () => undefined,
  });
  await work.start();
  await work.put(Date.now());
  say('ready');
}

const driver = SQLITE_DRIVERS.find((name) => name === DRIVER);
const storage = await openStorage(settingsOf(DATA_DIR, DATABASE_URL), { driver });
if (MODE === 'jobs') await duties(storage);
else {
  for (let n = Number(FIRST); ; n += AT_ONCE) {
    await Promise.all(Array.from({ length: AT_ONCE }, (_, i) => handle(storage, n + i)));
  }
}
