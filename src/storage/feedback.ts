import { QingdanError, shown } from '#errors.js';
import { masked } from '#text/masked.js';
import type { Access } from './group-commit.js';
import type { KeyedHash } from './key.js';
import type { Feedback, Judgement } from './ports.js';

export function createFeedback(access: Access, keyed: KeyedHash): Feedback {
  return {
    async record({ questionId, person, useful, comment, at }) {
      const judgement = { useful: useful ? 1 : 0, comment: comment === null ? null : masked(comment), at };
      await access.write(async (trx) => {
        const question = await trx
          .selectFrom('question')
          .select('person')
          .where('id', '=', questionId)
          .executeTakeFirst();
        // Whoever learns the number of another's answer is told no more than that it isn't theirs.
        if (question?.person !== keyed.person(person)) {
          throw new QingdanError('QD-ID', `没有编号为「${shown(questionId)}」、答给您的答复，可能已过保存期`);
        }
        await trx
          .insertInto('feedback')
          .values({ question_id: questionId, person: keyed.person(person), ...judgement })
          .onConflict((c) => c.columns(['question_id', 'person']).doUpdateSet(judgement))
          .execute();
      });
    },
    ofQuestion: async (questionId) => (await judgements(access, [questionId])).get(questionId) ?? [],
    ofQuestions: (questionIds) => judgements(access, questionIds),
    async tally(from, to) {
      const rows = await access.read((db) =>
        db
          .selectFrom('feedback')
          .select(({ fn }) => ['useful', fn.countAll().as('count')])
          .where('at', '>=', from)
          .where('at', '<', to)
          .groupBy('useful')
          .execute(),
      );
      const count = (useful: number) => Number(rows.find((row) => row.useful === useful)?.count ?? 0);
      return { useful: count(1), wrong: count(0) };
    },
  };
}

/** By question, the earliest first. */
async function judgements(
  access: Access,
  questionIds: readonly string[],
): Promise<ReadonlyMap<string, Judgement[]>> {
  const found = new Map<string, Judgement[]>();
  if (questionIds.length === 0) return found;
  const rows = await access.read((db) =>
    db
      .selectFrom('feedback')
      .select(['question_id', 'useful', 'comment', 'at'])
      .where('question_id', 'in', questionIds)
      .orderBy('at')
      .execute(),
  );
  for (const { question_id: id, useful, ...same } of rows)
    found.set(id, [...(found.get(id) ?? []), { ...same, useful: useful === 1 }]);
  return found;
}
