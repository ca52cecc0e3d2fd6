import type { Kysely, Selectable } from 'kysely';
import { mayAll } from '#access/actor.js';
import type { Actor, Place } from '#access/roles.js';
import type { Admission, AdmissionEvent } from '#admission/state.js';
import { QingdanError, shown } from '#errors.js';
import { canonicalJson } from '#text/canonical.js';
import type { AdmissionFilter, HappenedEvent, StoredAdmission } from './admission-ports.js';
import { reachesOwnAlone } from './own-alone.js';
import { checkLimit } from './page.js';
import type { Tables } from './schema.js';

type AdmissionRow = Selectable<Tables['admission']>;
/** Code of an application by its id. */
export type CodeOf = (id: string) => string;

/** @throws QingdanError QD-ID where the actor sees none of it, or several of one number */
export async function visible(
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
export function numbered(db: Kysely<Tables>, idOrNumber: string): Promise<AdmissionRow[]> {
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

export async function list(
  db: Kysely<Tables>,
  codeOf: CodeOf,
  actor: Actor,
  filter: AdmissionFilter,
): Promise<StoredAdmission[]> {
  const limit = checkLimit(filter.limit);
  const reads = readable(actor);
  const ownAlone = reachesOwnAlone(actor, 'admission', ['read', 'change']);
  const found: StoredAdmission[] = [];
  let after = filter.after === undefined ? undefined : await visible(db, codeOf, actor, filter.after);
  for (;;) {
    let query = db.selectFrom('admission').selectAll().orderBy('year', 'desc').orderBy('serial', 'desc');
    query = query.orderBy('region').limit(limit);
    if (ownAlone)
      query = query.where(({ eb, or }) =>
        or([eb('department', '=', actor.department ?? ''), eb('owner', '=', actor.id)]),
      );
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

/** Where an application stands, as the table of rights asks of it. */
export function placeOf({ region, owner, application: { department } }: Admission): Place {
  return { region, owner, department };
}

export function rowOf(stored: StoredAdmission, at: string): AdmissionRow {
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

export function storedOf({ id, serial, body, screening }: AdmissionRow, codeOf: CodeOf): StoredAdmission {
  return {
    ...(JSON.parse(body) as Admission),
    id,
    code: codeOf(id),
    serial,
    screening: screening === null ? null : (JSON.parse(screening) as unknown),
  };
}

export async function history(
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
