import type { Kysely } from 'kysely';
import type { PersonalRecord } from '../ports.js';
import type { Tables } from '../schema.js';
import { caseOf } from './rows.js';

/** What the window keeps of one person. @param user keyed hash of the person */
export async function windowDataOf(
  db: Kysely<Tables>,
  user: string,
): Promise<Pick<PersonalRecord, 'cases' | 'reminders'>> {
  const cases = await db
    .selectFrom('window_case')
    .select(['number', 'body'])
    .where('person', '=', user)
    .orderBy('received_on')
    .orderBy('id')
    .execute();
  const reminders = await db
    .selectFrom('reminder')
    .select(['day', 'text'])
    .where('person', '=', user)
    .orderBy('day')
    .orderBy('id')
    .execute();
  return {
    cases: cases.map((row) => {
      const { text, state } = caseOf(row);
      return { number: row.number, text, state };
    }),
    reminders,
  };
}
