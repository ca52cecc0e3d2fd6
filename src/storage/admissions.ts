import type { Transaction } from 'kysely';
import { requireMay } from '#access/actor.js';
import type { Actor } from '#access/roles.js';
import { admittedDocument } from '#admission/admitted.js';
import { checkDraft } from '#admission/application.js';
import { apply, newAdmission } from '#admission/model.js';
import type { AdmissionEvent } from '#admission/state.js';
import { TRANSITIONS } from '#admission/transitions.js';
import { canonicalJson } from '#text/canonical.js';
import type { AdmissionAct, Admissions, StoredAdmission } from './admission-ports.js';
import { type CodeOf, history, list, numbered, placeOf, rowOf, storedOf, visible } from './admission-rows.js';
import type { Appender } from './audit-log.js';
import type { Access } from './group-commit.js';
import type { KeyedHash } from './key.js';
import { addVersion } from './list-versions.js';
import type { Tables } from './schema.js';
import { lockVersions } from './version-table.js';

export function createAdmissions(access: Access, keyed: KeyedHash, append: Appender): Admissions {
  const codeOf: CodeOf = (id) => keyed.sign(`admission code ${id}`).slice(0, CODE_DIGITS);
  return {
    create: (actor, given, act) => access.write((trx) => create({ trx, append, actor, act, codeOf }, given)),
    apply: (actor, id, event, act, screening) =>
      access.write((trx) => applied({ trx, append, actor, act, codeOf }, id, event, screening)),
    find: (actor, idOrNumber) => access.read((db) => visible(db, codeOf, actor, idOrNumber)),
    list: (actor, filter) => access.read((db) => list(db, codeOf, actor, filter)),
    history: (actor, id) => access.read((db) => history(db, codeOf, actor, id)),
    byCode: (number, code) =>
      access.read(async (db) => {
        const found = (await numbered(db, number)).map((row) => storedOf(row, codeOf));
        return found.find((one) => one.code === code) ?? null;
      }),
  };
}

/** Hex digits of a code: with a number, more than anybody can try. */
const CODE_DIGITS = 8;

/** A change under way. */
interface Writing {
  trx: Transaction<Tables>;
  append: Appender;
  actor: Actor;
  act: AdmissionAct;
  codeOf: CodeOf;
}

async function create(
  writing: Writing,
  { region, regionName, application }: Parameters<Admissions['create']>[1],
): Promise<StoredAdmission> {
  const { trx, actor, act, codeOf } = writing;
  const draft = checkDraft(application);
  requireMay(actor, 'create', 'admission', { region, department: draft.department, owner: actor.id });
  await lockVersions(trx);
  const year = Number(act.day.slice(0, 4));
  const [inYear, inAll] = await nextNumbers(trx, region, year);
  const number = `准入〔${year}〕${String(inYear).padStart(4, '0')}号`;
  const admission = newAdmission({ number, region, regionName, owner: actor.id, application: draft }, act);
  const id = `${region}-${year}-${inYear}`;
  const stored = { ...admission, id, code: codeOf(id), serial: inAll, screening: null };
  await trx.insertInto('admission').values(rowOf(stored, act.at)).execute();
  await record(writing, stored, { type: 'create' });
  return stored;
}

async function applied(
  writing: Writing,
  id: string,
  event: AdmissionEvent,
  screening: unknown,
): Promise<StoredAdmission> {
  const { trx, actor, act, codeOf } = writing;
  await lockVersions(trx);
  const before = await visible(trx, codeOf, actor, id);
  const { right } = TRANSITIONS[event.type];
  requireMay(actor, right, 'admission', placeOf(before));
  const { serial } = before;
  const changed = apply(before, event, { day: act.day, actor, process: act.process });
  // A department can't hand its application to another one.
  requireMay(actor, right, 'admission', placeOf(changed));
  const stored: StoredAdmission = {
    ...before,
    ...changed,
    serial,
    screening: screening === undefined ? before.screening : screening,
  };
  const { id: _id, ...row } = rowOf(stored, act.at);
  await trx.updateTable('admission').set(row).where('id', '=', stored.id).execute();
  await record(writing, stored, event);
  if (event.type === 'revoke' || (event.type === 'decide' && event.admit)) await publish(writing, stored);
  return stored;
}

/** Keeps what happened, and a row of the audit log that tells of it. */
async function record(
  { trx, append, actor, act: { at, day } }: Writing,
  { id, number }: StoredAdmission,
  event: AdmissionEvent | { type: 'create' },
): Promise<void> {
  const last = await trx
    .selectFrom('admission_event')
    .select(({ fn }) => fn.max('number').as('number'))
    .where('admission_id', '=', id)
    .executeTakeFirst();
  const text = canonicalJson(event);
  const row = { admission_id: id, number: Number(last?.number ?? 0) + 1, at, day, event: text };
  await trx
    .insertInto('admission_event')
    .values({ ...row, actor: actor.id, actor_name: actor.name })
    .execute();
  const detail = { number, event: JSON.parse(text) as unknown, day };
  await append(trx, { at, actor: actor.name, action: `admission-${event.type}`, subject: id, detail });
}

/** The next number within the region and year, and the next within the region over all years. */
async function nextNumbers(
  trx: Transaction<Tables>,
  region: string,
  year: number,
): Promise<[number, number]> {
  const rows = await trx
    .selectFrom('admission')
    .select(({ fn }) => ['year', fn.max('serial').as('serial'), fn.countAll().as('count')])
    .where('region', '=', region)
    .groupBy('year')
    .execute();
  const inYear = rows.find((row) => row.year === year);
  const inAll = Math.max(0, ...rows.map(({ serial }) => Number(serial)));
  return [Number(inYear?.count ?? 0) + 1, inAll + 1];
}

/** Puts the region's admitted tasks in force, in the same transaction. */
async function publish(
  { trx, append, actor, act: { at }, codeOf }: Writing,
  { region, regionName, number }: StoredAdmission,
): Promise<void> {
  const rows = await trx
    .selectFrom('admission')
    .selectAll()
    .where('region', '=', region)
    .where('state', 'in', ['admitted', 'revoked'])
    .orderBy('serial')
    .execute();
  const document = admittedDocument(
    region,
    regionName,
    rows.map((row) => storedOf(row, codeOf)),
  );
  await addVersion(trx, append, document, { at, actor: actor.name, source: number });
}
