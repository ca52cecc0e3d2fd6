import type { Kysely, Transaction } from 'kysely';
import type { CaseEvent } from '#cases/index.js';
import { masked } from '#text/masked.js';
import type { Tables } from '../schema.js';
import type { CaseHistory } from './port.js';

/** Adds one line to a case's history; every string in it is masked. */
export async function addHistory(
  trx: Transaction<Tables>,
  caseId: string,
  line: { at: string; actor: string; type: CaseHistory['type']; detail: object },
): Promise<void> {
  const { last } = await trx
    .selectFrom('case_event')
    .select(({ fn }) => fn.max('seq').as('last'))
    .where('case_id', '=', caseId)
    .executeTakeFirstOrThrow();
  const { at, actor, type, detail } = line;
  await trx
    .insertInto('case_event')
    .values({
      case_id: caseId,
      seq: Number(last ?? 0) + 1,
      at,
      actor,
      type,
      detail: JSON.stringify(masked(detail)),
    })
    .execute();
}

export async function historyOf(db: Kysely<Tables>, caseId: string): Promise<CaseHistory[]> {
  const rows = await db
    .selectFrom('case_event')
    .select(['at', 'actor', 'type', 'detail'])
    .where('case_id', '=', caseId)
    .orderBy('seq')
    .execute();
  return rows.map(({ at, actor, type, detail }) => ({
    at,
    actor,
    type: type as CaseHistory['type'],
    detail: JSON.parse(detail) as CaseHistory['detail'],
  }));
}

/** An event without its type, as its history tells it. */
export function detailOf({ type: _, ...detail }: CaseEvent): object {
  return detail;
}
