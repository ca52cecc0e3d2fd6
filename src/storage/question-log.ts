import type { Selectable } from 'kysely';
import type { Answer } from '#answer/index.js';
import type { Band, Role, Verdict } from '#ruling/index.js';
import { canonicalJson, sha256 } from '#text/canonical.js';
import { masked } from '#text/masked.js';
import type { AnswerSeals } from './answer-seals.js';
import type { Access } from './group-commit.js';
import type { KeyedHash } from './key.js';
import { pageOf } from './page.js';
import type { LoggedQuestion, QuestionEntry, QuestionLog } from './ports.js';
import type { Tables } from './schema.js';

export function createQuestionLog(access: Access, keyed: KeyedHash, seals: AnswerSeals): QuestionLog {
  return {
    async record({ person, itemId, catalogueVersion, answerHash, text, how, ...same }) {
      const row = {
        ...same,
        channel: person.channel,
        person: keyed.person(person),
        text: masked(text),
        how: how === null ? null : JSON.stringify(how),
        item_id: itemId,
        catalogue_version: catalogueVersion,
        answer_hash: answerHash,
      };
      const seal = seals.sealOf(row);
      await access.write(async (trx) => {
        const added = await trx
          .insertInto('question')
          .values({ ...row, seal })
          .onConflict((c) => c.column('id').doNothing())
          .returning('id')
          .executeTakeFirst();
        if (added !== undefined) await seals.added(trx, seal);
      });
    },
    async find(id) {
      const row = await access.read((db) =>
        db.selectFrom('question').selectAll().where('id', '=', id).executeTakeFirst(),
      );
      return row === undefined ? null : loggedQuestion(row);
    },
    async list(page) {
      const order = page.newestFirst ? 'desc' : 'asc';
      const rows = await access.read((db) =>
        db
          .selectFrom('question')
          .selectAll()
          .where(pageOf(page))
          .orderBy('at', order)
          .orderBy('id', order)
          .limit(page.limit)
          .execute(),
      );
      return rows.map(loggedQuestion);
    },
  };
}

/** A row of the table as the port gives it. */
export function loggedQuestion(row: Selectable<Tables['question']>): LoggedQuestion {
  const { person, item_id, catalogue_version, answer_hash, role, verdict, band, how, seal: _, ...same } = row;
  return {
    ...same,
    user: person,
    role: role as Role | null,
    how: how === null ? null : (JSON.parse(how) as LoggedQuestion['how']),
    verdict: verdict as Verdict,
    band: band as Band,
    itemId: item_id,
    catalogueVersion: catalogue_version,
    answerHash: answer_hash,
  };
}

/** What the log keeps of an answer. */
export function questionEntry(
  answer: Answer,
  about: Pick<
    QuestionEntry,
    'id' | 'at' | 'person' | 'role' | 'region' | 'date' | 'how' | 'today' | 'edition'
  >,
): QuestionEntry {
  return {
    ...about,
    text: answer.question,
    verdict: answer.verdict,
    band: answer.band,
    probability: answer.probability,
    itemId: answer.item?.id ?? null,
    catalogueVersion: answer.catalogueVersion,
    answerHash: answerHash(answer),
  };
}

/** SHA-256 of a whole answer: the same for the same answer, byte for byte. */
export function answerHash(answer: Answer): string {
  return sha256(canonicalJson(answer));
}
