import type { Kysely, Selectable, Transaction } from 'kysely';
import { mayAll, requireMay } from '#access/actor.js';
import type { Actor, Place } from '#access/roles.js';
import { admittedDocument } from '#admission/admitted.js';
import { checkDraft } from '#admission/application.js';
import { apply, newAdmission, TRANSITIONS } from '#admission/model.js';
import type { Admission, AdmissionEvent } from '#admission/state.js';
import { QingdanError, shown } from '#errors.js';
import { canonicalJson } from '#text/canonical.js';
import type {
  AdmissionAct,
  AdmissionFilter,
  Admissions,
  HappenedEvent,
  StoredAdmission,
} from './admission-ports.js';
import type { Appender } from './audit-log.js';
import type { Access } from './group-commit.js';
import type { KeyedHash } from './key.js';
import { addVersion } from './list-versions.js';
import { checkLimit } from './page.js';
import type { Tables } from './schema.js';
import { lockVersions } from './version-table.js';

type AdmissionRow = Selectable<Tables['admission']>;

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
type CodeOf = (id: string) => string;

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

async function history(
  db: Kysely<Tables>,
  codeOf: CodeOf,
  actor: Actor,
  id: string,
): Promise<HappenedEvent[]> {
  const { id: known } = await visible(db, codeOf, actor, id);
  const rows = await db
    .selectFrom('admission_event')
    .selectAll()
    .where('admission_id', '=', known)
    .orderBy('number')
    .execute();
  return rows.map(({ number, at, day, actor_name, event }) => ({
    number,
    at,
    day,
    actorName: actor_name,
    event: JSON.parse(event) as AdmissionEvent,
  }));
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

/** @throws QingdanError QD-ID where the actor sees none of it, or several of one number */
async function visible(
  db: Kysely<Tables>,
  codeOf: CodeOf,
  actor: Actor,
  idOrNumber: string,
): Promise<StoredAdmission> {
  const rows = await numbered(db, idOrNumber);
  const [found, another] = rows.map((row) => storedOf(row, codeOf)).filter(readable(actor));
  if (found === undefined) {
    throw new QingdanError(
      'QD-ID',
      `没有找到「${shown(idOrNumber)}」，请核对编号；只能查看权限范围内的准入申请`,
    );
  }
  if (another === undefined) return found;
  throw new QingdanError(
    'QD-ID',
    `「${shown(idOrNumber)}」在几个地区都有，请写全编号，如 ${found.id} 或 ${another.id}`,
  );
}

/** The rows that an id names, or a number, which several regions may have. */
function numbered(db: Kysely<Tables>, idOrNumber: string): Promise<AdmissionRow[]> {
  const [, year, inYear] = /^(?:准入)?〔?(\d{4})〕?(\d{1,6})号?$/u.exec(idOrNumber.trim()) ?? [];
  const query = db.selectFrom('admission').selectAll();
  return (
    year === undefined
      ? query.where('id', '=', idOrNumber.trim())
      : query.where('id', 'like', `%-${year}-${Number(inYear)}`)
  ).execute();
}

/** What an actor sees: a draft is nobody's business but theirs who may work on it. */
function readable(actor: Actor): (admission: Admission) => boolean {
  const reads = mayAll(actor, 'read', 'admission');
  const changes = mayAll(actor, 'change', 'admission');
  return (admission) => {
    const place = placeOf(admission);
    return (admission.state === 'draft' ? changes : reads)(place);
  };
}

async function list(
  db: Kysely<Tables>,
  codeOf: CodeOf,
  actor: Actor,
  filter: AdmissionFilter,
): Promise<StoredAdmission[]> {
  const limit = checkLimit(filter.limit);
  const reads = readable(actor);
  const found: StoredAdmission[] = [];
  let after = filter.after === undefined ? undefined : await visible(db, codeOf, actor, filter.after);
  for (;;) {
    let query = db.selectFrom('admission').selectAll().orderBy('year', 'desc').orderBy('serial', 'desc');
    query = query.orderBy('region').limit(limit);
    if (filter.region !== undefined) query = query.where('region', '=', filter.region);
    if (filter.states !== undefined) query = query.where('state', 'in', [...filter.states]);
    if (after !== undefined) {
      const { serial, region } = after;
      const year = yearOf(after);
      query = query.where(({ eb, and, or }) =>
        or([
          eb('year', '<', year),
          and([eb('year', '=', year), eb('serial', '<', serial)]),
          and([eb('year', '=', year), eb('serial', '=', serial), eb('region', '>', region)]),
        ]),
      );
    }
    const rows = (await query.execute()).map((row) => storedOf(row, codeOf));
    found.push(...rows.filter(reads));
    if (rows.length < limit || found.length >= limit) return found.slice(0, limit);
    after = rows.at(-1);
  }
}

const yearOf = ({ id }: Pick<StoredAdmission, 'id'>) => Number(id.split('-')[1]);

function placeOf({ region, owner, application: { department } }: Admission): Place {
  return { region, owner, department };
}

function rowOf(stored: StoredAdmission, at: string): AdmissionRow {
  const { id, code: _code, serial, screening, ...admission } = stored;
  const { region, owner, state, application, decision } = admission;
  return {
    id,
    region,
    year: yearOf(stored),
    serial,
    owner,
    department: application.department ?? null,
    state,
    task: application.task ?? null,
    decided_from: decision?.from ?? null,
    decided_to: decision?.to ?? null,
    changed_at: at,
    body: canonicalJson(admission),
    screening: screening === null ? null : canonicalJson(screening),
  };
}

function storedOf({ id, serial, body, screening }: AdmissionRow, codeOf: CodeOf): StoredAdmission {
  return {
    ...(JSON.parse(body) as Admission),
    id,
    code: codeOf(id),
    serial,
    screening: screening === null ? null : (JSON.parse(screening) as unknown),
  };
}
