import type { Kysely, Transaction } from 'kysely';
import type { AnswerSeals } from './answer-seals.js';
import type { Appender } from './audit-log.js';
import type { Access } from './group-commit.js';
import type { KeyedHash } from './key.js';
import type { PersonalRecord, UserData } from './ports.js';
import { loggedQuestion } from './question-log.js';
import type { Tables } from './schema.js';
import { storedScreening } from './screenings.js';
import { stripPerson } from './window/files.js';
import { windowDataOf } from './window/personal.js';

export function createUserData(
  access: Access,
  keyed: KeyedHash,
  { append, seals }: { append: Appender; seals: AnswerSeals },
): UserData {
  return {
    export: (person) => access.read((db) => recordOf(db, keyed.person(person))),
    delete: (person, { at, actor }) => {
      const user = keyed.person(person);
      return access.write(async (trx) => {
        await unseal(trx, seals, user);
        const counts = {
          feedback: await remove(trx, user, 'feedback'),
          questions: await remove(trx, user, 'question'),
          conversations: await remove(trx, user, 'conversation'),
          screenings: await remove(trx, user, 'screening'),
          events: 0,
          // Nobody knows who passed one on.
          shared: 0,
          reminders: await remove(trx, user, 'reminder'),
          cases: await stripPerson(trx, user),
        };
        await append(trx, { at, actor, action: 'user-deleted', subject: person.channel, detail: counts });
        return counts;
      });
    },
  };
}

async function recordOf(db: Kysely<Tables>, user: string): Promise<PersonalRecord> {
  const questions = await db
    .selectFrom('question')
    .selectAll()
    .where('person', '=', user)
    .orderBy('at')
    .orderBy('id')
    .execute();
  const feedback = await db
    .selectFrom('feedback')
    .selectAll()
    .where('person', '=', user)
    .orderBy('at')
    .orderBy('question_id')
    .execute();
  const conversations = await db.selectFrom('conversation').selectAll().where('person', '=', user).execute();
  const screenings = await db
    .selectFrom('screening')
    .selectAll()
    .where('person', '=', user)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return {
    user,
    questions: questions.map(loggedQuestion),
    feedback: feedback.map(({ question_id, useful, comment, at }) => ({
      questionId: question_id,
      useful: useful === 1,
      comment,
      at,
    })),
    conversations: conversations.map(({ state, expires_at }) => ({
      state: JSON.parse(state) as unknown,
      expiresAt: expires_at,
    })),
    screenings: screenings.map(storedScreening),
    ...(await windowDataOf(db, user)),
  };
}

/** The answers that are about to go count as rightly removed. */
async function unseal(trx: Transaction<Tables>, seals: AnswerSeals, user: string): Promise<void> {
  const sealed = await trx.selectFrom('question').select('seal').where('person', '=', user).execute();
  await seals.removed(
    trx,
    sealed.map(({ seal }) => seal),
  );
}

async function remove(
  trx: Transaction<Tables>,
  user: string,
  table: 'feedback' | 'question' | 'conversation' | 'screening' | 'reminder',
): Promise<number> {
  const { numDeletedRows } = await trx.deleteFrom(table).where('person', '=', user).executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
