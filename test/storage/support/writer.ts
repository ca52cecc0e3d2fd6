/**
 * A program of its own that writes to a store until it is killed; run by `startWriter`. Says on standard output what the
 * store has acknowledged, one line each: `ready`, `answer N`, `publish N`, `edition N`, or `refused CODE`.
 */
import { writeSync } from 'node:fs';
import { createKnowledge } from '#catalogue/load.js';
import { createRegions } from '#catalogue/regions.js';
import { QingdanError } from '#errors.js';
import { openStorage } from '#storage/open.js';
import type { Storage } from '#storage/ports.js';
import { SQLITE_DRIVERS } from '#storage/sqlite.js';
import { AT_ONCE, at, document, question } from './records.js';
import { settingsOf } from './settings.js';

const ACT = { actor: '示例街道', source: '清单.xlsx' };
const COUNTRY = { code: '000000', name: '全国', level: 'country', aliases: [], lookup: [] } as const;

const {
  DATA_DIR = '',
  DATABASE_URL,
  DRIVER,
  FIRST = '0',
  LAST = '1000000',
  MINUTE = '0',
  USER_ID,
} = process.env;
// Root may write anywhere; a test of rights has to be somebody else.
if (USER_ID !== undefined && process.getuid?.() === 0) process.setuid?.(Number(USER_ID));

const say = (line: string) => writeSync(1, `${line}\n`);
const now = at(Number(MINUTE));

/** As a channel does it: claim, answer, log, settle; only then is the answer sent. */
async function answer({ events, questions }: Storage, n: number): Promise<void> {
  if (!(await events.claim('web', `e${n}`, now))) return;
  await questions.record(question(`q${n}`, { at: now }));
  await events.settle('web', `e${n}`, now);
  say(`answer ${n}`);
}

async function publish({ lists }: Storage, n: number): Promise<void> {
  const documents = ['a', 'b'].map((id) => document(id, [`第${n}件事`]));
  await lists.publish(documents, { ...ACT, at: now });
  say(`publish ${n}`);
}

async function keepEdition({ editions }: Storage, n: number): Promise<void> {
  const documents = ['a', 'b', 'c'].map((id) => document(id, [`第${n}件事`]));
  const kb = createKnowledge(documents, createRegions([{ ...COUNTRY, aliases: [], lookup: [] }]));
  await editions.keep({ kb, rules: [], program: '0.1.0' }, { ...ACT, at: now });
  say(`edition ${n}`);
}

try {
  const driver = SQLITE_DRIVERS.find((name) => name === DRIVER);
  const storage = await openStorage(settingsOf(DATA_DIR, DATABASE_URL), { driver });
  say('ready');
  for (let n = Number(FIRST); n < Number(LAST); n += AT_ONCE) {
    const answers = Array.from({ length: AT_ONCE }, (_, i) => answer(storage, n + i));
    await Promise.all([...answers, publish(storage, n), keepEdition(storage, n)]);
  }
  await storage.close();
} catch (error) {
  say(`refused ${error instanceof QingdanError ? error.code : String(error)}`);
}
