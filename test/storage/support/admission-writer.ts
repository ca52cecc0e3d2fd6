/**
 * A program of its own that takes applications through their procedure until it is killed; run by `compileWriter`. Says
 * on standard output what the store has acknowledged, one line each: `ready`, `submit ID`, `decide ID`, `revoke ID`, or
 * `refused CODE`.
 */
import { writeSync } from 'node:fs';
import type { Actor } from '#access/roles.js';
import { QingdanError } from '#errors.js';
import { openStorage } from '#storage/open.js';
import type { Storage } from '#storage/ports.js';
import { SQLITE_DRIVERS } from '#storage/sqlite.js';
import { APPLICATION, processOf } from '../../admission/examples.js';
import { at } from './records.js';
import { settingsOf } from './settings.js';

const ADMIN: Actor = { id: 'a', name: '管理员', role: 'admin', region: '500000' };
/** Applications under way at once, in two regions, so that they are committed in groups. */
const AT_ONCE = 4;
const { DATA_DIR = '', DATABASE_URL, DRIVER, MINUTE = '0' } = process.env;
const act = { at: at(Number(MINUTE)), day: '2026-11-23', process: processOf(['apply', 'decide']) };
const say = (line: string) => writeSync(1, `${line}\n`);

async function wholeWay({ admissions }: Storage, n: number): Promise<void> {
  const region = n % 2 === 0 ? '500112' : '500108';
  const regionName = n % 2 === 0 ? '重庆市渝北区' : '重庆市南岸区';
  const { id } = await admissions.create(ADMIN, { region, regionName, application: APPLICATION }, act);
  await admissions.apply(ADMIN, id, { type: 'submit' }, act, { n });
  say(`submit ${id}`);
  await admissions.apply(ADMIN, id, { type: 'decide', admit: true, reason: '同意' }, act);
  say(`decide ${id}`);
  if (n % 3 > 0) return;
  await admissions.apply(ADMIN, id, { type: 'revoke', reason: '撤销', from: '2027-01-01' }, act);
  say(`revoke ${id}`);
}

try {
  const driver = SQLITE_DRIVERS.find((name) => name === DRIVER);
  const storage = await openStorage(settingsOf(DATA_DIR, DATABASE_URL), { driver });
  say('ready');
  for (let n = 0; ; n += AT_ONCE) {
    await Promise.all(Array.from({ length: AT_ONCE }, (_, i) => wholeWay(storage, n + i)));
  }
} catch (error) {
  say(`refused ${error instanceof QingdanError ? error.code : String(error)}`);
}
