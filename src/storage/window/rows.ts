import type { Selectable } from 'kysely';
import type { Place } from '#access/actor.js';
import { type Case, type CaseFigures, CODE_LENGTH, codeFrom } from '#cases/index.js';
import type { KeyedHash } from '../key.js';
import type { Tables } from '../schema.js';
import type { CaseRow } from './port.js';

export type StoredRow = Selectable<Tables['window_case']>;

/** A code without the zeros at its end is no code any more: rights are asked for with the whole one. */
const DIGITS = [6, 9, 12] as const;

/** The code of a region whose significant digits are given. */
export function wholeCode(significantDigits: string): string {
  const length = DIGITS.find((digits) => digits >= significantDigits.length) ?? 12;
  return significantDigits.padEnd(length, '0');
}

/** Where a row stands, for the table of rights. */
export function placeOf({
  region,
  department,
  owner,
}: Pick<StoredRow, 'region' | 'department' | 'owner'>): Place {
  return { region: wholeCode(region), department: department ?? undefined, owner };
}

export const caseOf = ({ body }: Pick<StoredRow, 'body'>): Case => JSON.parse(body) as Case;

/** The code by which a case may be asked for: made of the store's key, so that it isn't stored anywhere. */
export const codeOf = (keyed: KeyedHash, key: string): string =>
  codeFrom(keyed.derive(`case code ${key}`).slice(0, CODE_LENGTH));

/** A row as a list shows it. */
export function caseRow(row: StoredRow): CaseRow {
  const one = caseOf(row);
  return {
    id: row.id,
    number: row.number,
    region: wholeCode(row.region),
    kind: one.kind,
    state: one.state,
    class: one.sorting.class,
    text: one.text,
    matter: one.paper?.name ?? one.sorting.matter,
    office: one.office?.name ?? null,
    receivedOn: one.receivedOn,
    due: one.due,
    told: one.told,
  };
}

/** A row as statistics count it. */
export function figuresOf(row: StoredRow): CaseFigures {
  const one = caseOf(row);
  return {
    kind: one.kind,
    state: one.state,
    class: one.sorting.class,
    matter: one.paper?.name ?? one.sorting.matter,
    region: wholeCode(row.region),
    receivedOn: one.receivedOn,
    resultOn: one.result?.day ?? null,
    dueOn: one.due?.day ?? null,
    late: one.told.late !== null,
    outcome: one.result?.outcome ?? null,
    satisfied: one.visits.at(-1)?.satisfied ?? null,
    returns: one.returns.length,
    escalations: one.escalations,
  };
}

/** The columns that are looked up by, kept beside the body. */
export function columnsOf(one: Case) {
  return {
    state: one.state,
    class: one.sorting.class,
    department: one.office?.level === 'department' ? one.office.name : null,
    due_on: one.due?.day ?? null,
    body: JSON.stringify(one),
  };
}
