import type { Transaction } from 'kysely';
import { type Action, type Actor, requireMay } from '#access/actor.js';
import { significant } from '#access/region-code.js';
import {
  apply,
  type Case,
  type CaseEvent,
  type CaseFigures,
  caseNumber,
  isOpen,
  paperNumber,
  receive,
} from '#cases/index.js';
import { masked } from '#text/masked.js';
import type { Tables } from '../schema.js';
import { nextNumber } from './counter.js';
import { findRow, lockedRow } from './find.js';
import { addHistory, detailOf, historyOf } from './history.js';
import { allRows, listRows } from './list.js';
import type { CaseParts } from './parts.js';
import type { CaseMoment, CaseRef, Cases, NewCase, StoredCase } from './port.js';
import { caseOf, caseRow, codeOf, columnsOf, figuresOf, placeOf, type StoredRow, wholeCode } from './rows.js';
import { createStatus } from './status.js';

/** A change inside the transaction of whoever makes it. */
export type ChangeCase = (
  trx: Transaction<Tables>,
  ref: CaseRef,
  event: CaseEvent,
  moment: CaseMoment,
  actor: Actor,
) => Promise<StoredRow>;

export function createCases(parts: CaseParts): Cases {
  const { access } = parts;
  const change = changeCase(parts);
  const reading = (row: StoredRow) => access.read((db) => storedCase(parts, db, row));
  return {
    open: async (entry, moment, actor) =>
      reading(await access.write((trx) => opened(parts, trx, entry, moment, actor))),
    find: (ref, actor) => access.read(async (db) => storedCase(parts, db, await findRow(db, ref, actor))),
    list: async (filter, actor) => (await access.read((db) => listRows(db, filter, actor))).map(caseRow),
    change: async (ref, event, moment, actor) =>
      reading(await access.write((trx) => change(trx, ref, event, moment, actor))),
    figures: (filter, actor) =>
      access.read(async (db) => {
        const figures: CaseFigures[] = [];
        for await (const row of allRows(db, filter, actor)) figures.push(figuresOf(row));
        return figures;
      }),
    status: createStatus(parts),
  };
}

/** 接件: a number, the case, the first line of its history and a row in the audit log, or nothing of it. */
async function opened(
  { keyed, append, sealer }: CaseParts,
  trx: Transaction<Tables>,
  { key, person, contact, ...reception }: NewCase,
  moment: CaseMoment,
  actor: Actor,
): Promise<StoredRow> {
  requireMay(actor, 'create', 'case', { region: reception.region, owner: actor.id });
  const known = await trx.selectFrom('window_case').selectAll().where('key', '=', key).executeTakeFirst();
  if (known !== undefined) return known;
  const region = significant(reception.region);
  const year = moment.day.slice(0, 4);
  const number = caseNumber(year, await nextNumber(trx, region, year, 'case'));
  const id = `${region}/${number}`;
  const one = receive(masked({ ...reception, region: wholeCode(region) }), moment);
  const row: StoredRow = {
    id,
    number,
    region,
    owner: actor.id,
    key,
    kind: one.kind,
    received_on: moment.day,
    wrong_codes: 0,
    wrong_on: null,
    person: person === undefined ? null : keyed.person(person),
    contact: contact === undefined ? null : sealer.seal(id, contact),
    closed_on: null,
    updated_at: moment.at,
    ...columnsOf(one),
  };
  await trx.insertInto('window_case').values(row).execute();
  const { kind, source, sorting } = one;
  const detail = { kind, source, class: sorting.class, matter: sorting.matter };
  await addHistory(trx, id, { at: moment.at, actor: actor.name, type: 'open', detail });
  await append(trx, {
    at: moment.at,
    actor: actor.name,
    action: 'case-opened',
    subject: id,
    detail: { ...figureOf(one), source },
  });
  return row;
}

/** What the audit log, and through it other systems, are told of a case: nothing of what was said. */
function figureOf(one: Case) {
  const { kind, state, sorting, region, office, due, result } = one;
  return {
    region,
    kind,
    state,
    class: sorting.class,
    office: office?.name ?? null,
    due: due === null ? null : { for: due.for, day: due.day },
    outcome: result?.outcome ?? null,
    paperNumber: result?.paperNumber ?? null,
  };
}

/** The seal is the secretary's: a certificate is a decision, everything else a change. */
const actionOf = ({ type }: CaseEvent): Action => (type === 'issue' ? 'decide' : 'change');

export function changeCase({ append }: CaseParts): ChangeCase {
  return async (trx, ref, event, moment, actor) => {
    const row = await lockedRow(trx, ref, actor);
    requireMay(actor, actionOf(event), 'case', placeOf(row));
    const year = moment.day.slice(0, 4);
    const numbered = event.type === 'issue' || event.type === 'refuse';
    const refused = event.type === 'refuse';
    const said = masked(event);
    const before = caseOf(row);
    // Tried before a number is taken: a step that isn't allowed must not leave a gap.
    apply(before, said, { ...moment, paperNumber: null });
    const number = numbered
      ? paperNumber(refused, year, await nextNumber(trx, row.region, year, refused ? 'refused' : 'issued'))
      : null;
    const one = apply(before, said, { ...moment, paperNumber: number });
    const changed: StoredRow = {
      ...row,
      ...columnsOf(one),
      closed_on: isOpen(one) ? null : moment.day,
      updated_at: moment.at,
    };
    const { id, ...columns } = changed;
    await trx.updateTable('window_case').set(columns).where('id', '=', id).execute();
    await addHistory(trx, id, { at: moment.at, actor: actor.name, type: event.type, detail: detailOf(said) });
    await append(trx, {
      at: moment.at,
      actor: actor.name,
      action: `case-${event.type}`,
      subject: id,
      detail: { ...figureOf(one), ...(event.type === 'remind' ? { what: event.what } : {}) },
    });
    return changed;
  };
}

async function storedCase(
  { keyed, sealer }: CaseParts,
  db: Parameters<typeof historyOf>[0],
  row: StoredRow,
): Promise<StoredCase> {
  return {
    number: row.number,
    region: wholeCode(row.region),
    code: codeOf(keyed, row.key),
    one: caseOf(row),
    contact: row.contact === null ? null : sealer.open(row.id, row.contact),
    history: await historyOf(db, row.id),
  };
}
