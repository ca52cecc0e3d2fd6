import { may, mayAll, requireMay } from '#access/actor.js';
import { isRegionCode, sameRegion, someWithin } from '#access/region-code.js';
import type { Actor } from '#access/roles.js';
import { QingdanError, shown } from '#errors.js';
import { type Draft, type Entry, withoutPersons } from '#registers/entry.js';
import { REGISTERS } from '#registers/kinds/index.js';
import { DECIDING } from '#registers/life.js';
import { placeOf } from '#registers/whose.js';
import type { Appender } from './audit-log.js';
import type { Access } from './group-commit.js';
import { checkLimit } from './page.js';
import type { Registers } from './register-port.js';
import { countEntries, entriesOf, entryById, openEntries } from './register-table.js';
import { createRegisterWrites } from './register-writes.js';

/** Entries put in at once at most. */
const MOST_AT_ONCE = 5000;

export function createRegisters(access: Access, append: Appender): Registers {
  const writes = createRegisterWrites(append);
  return {
    async add(actor, drafts, act) {
      checkDrafts(actor, drafts);
      return access.write(async (trx) => {
        const added: Entry[] = [];
        for (const draft of drafts) added.push(await writes.add(trx, actor, draft, act));
        return added.map((entry) => seenBy(actor, entry));
      });
    },
    change: (actor, id, event, act) =>
      access.write(async (trx) => {
        const entry = await entryById(trx, id);
        if (entry === null) throw unknown(id);
        requireMay(actor, DECIDING.has(event.type) ? 'decide' : 'change', 'register', placeOf(entry));
        return seenBy(actor, await writes.apply(trx, actor, entry, event, act));
      }),
    async find(actor, id) {
      const entry = await access.read((db) => entryById(db, id));
      if (entry === null) throw unknown(id);
      requireMay(actor, 'read', 'register', placeOf(entry));
      return seenBy(actor, entry);
    },
    async list(actor, page) {
      const who = whoseRows(actor, page.region);
      const limit = checkLimit(page.limit);
      const entries = await access.read((db) => entriesOf(db, { ...page, ...who, limit }));
      const mayRead = mayAll(actor, 'read', 'register');
      return entries.filter((entry) => mayRead(placeOf(entry))).map((entry) => seenBy(actor, entry));
    },
    async tally(actor, page) {
      const who = whoseRows(actor, page.region);
      return access.read((db) => countEntries(db, { ...page, ...who }));
    },
    async open(kindId, region, limit) {
      checkRegion(region);
      const kind = REGISTERS[kindId];
      if (!kind.open) {
        throw new QingdanError('QD-FORBIDDEN', `${kind.name}有个人信息，只有本社区和上级管理单位看得到`);
      }
      const entries = await access.read((db) => openEntries(db, kindId, region, checkLimit(limit)));
      return entries.map((entry) => withoutPersons(kind, entry));
    },
  };
}

/** @throws QingdanError QD-EMPTY, QD-INPUT, QD-REGION, QD-FORBIDDEN: before anything is written */
function checkDrafts(actor: Actor, drafts: readonly Draft[]): void {
  if (drafts.length === 0) throw new QingdanError('QD-EMPTY', '没有可以登记的内容');
  if (drafts.length > MOST_AT_ONCE) {
    throw new QingdanError('QD-INPUT', `一次最多登记 ${MOST_AT_ONCE} 条，这里有 ${drafts.length} 条`);
  }
  for (const draft of drafts) {
    checkRegion(draft.region);
    requireMay(actor, REGISTERS[draft.kind].adding, 'register', placeOf(draft));
  }
}

/** @throws QingdanError QD-REGION */
function checkRegion(region: string): void {
  if (isRegionCode(region)) return;
  throw new QingdanError('QD-REGION', `区划代码「${shown(region)}」不对，应是 6、9 或 12 位数字`);
}

/** Whoever reaches a region reads it, and what lies within it where they reach that too; a department reads what it asks for itself. @throws QingdanError QD-FORBIDDEN */
function whoseRows(actor: Actor, region: string): { who?: string; here?: boolean } {
  checkRegion(region);
  const { department } = actor;
  if (department !== undefined && !may(actor, 'read', 'register', { region })) {
    requireMay(actor, 'read', 'register', { region, department });
    return { who: department };
  }
  requireMay(actor, 'read', 'register', { region });
  const inner = someWithin(region);
  return { here: inner !== null && !may(actor, 'read', 'register', { region: inner }) };
}

/** Persons are seen by the community whose register it is, and by whoever runs the instance. */
function seenBy(actor: Actor, entry: Entry): Entry {
  const seesAll = actor.role === 'admin' || sameRegion(actor.region, entry.region);
  return seesAll ? entry : withoutPersons(REGISTERS[entry.kind], entry);
}

function unknown(id: string): QingdanError {
  return new QingdanError('QD-ID', `没有登记「${shown(id)}」，请用 qingdan register 种类 list 查看`);
}
