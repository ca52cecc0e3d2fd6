import { mayAll, requireMay } from '#access/actor.js';
import { QingdanError, shown } from '#errors.js';
import { type KeptQuestion, MOST_KEPT } from '#review/index.js';
import { canonicalJson } from '#text/canonical.js';
import { masked } from '#text/masked.js';
import type { Appender } from './audit-log.js';
import type { Access } from './group-commit.js';
import type { KeptQuestions } from './review-port.js';

export function createKeptQuestions(access: Access, append: Appender): KeptQuestions {
  const all = () =>
    access.read(async (db) => {
      const rows = await db
        .selectFrom('review_question')
        .select('body')
        .orderBy('kept_at')
        .orderBy('id')
        .execute();
      return rows.map(({ body }) => JSON.parse(body) as KeptQuestion);
    });
  return {
    all,
    list: async (actor) => {
      const reads = mayAll(actor, 'read', 'review');
      return (await all()).filter(({ place }) => reads({ region: place }));
    },
    keep: (actor, id, place, draft, { at, actor: name = actor.name }) =>
      access.write(async (trx) => {
        requireMay(actor, 'create', 'review', { region: place });
        const { count } = await trx
          .selectFrom('review_question')
          .select(({ fn }) => fn.countAll().as('count'))
          .executeTakeFirstOrThrow();
        if (Number(count) >= MOST_KEPT) {
          throw new QingdanError('QD-INPUT', `最多留存 ${MOST_KEPT} 个问题，请先去掉用不着的`);
        }
        const kept: KeptQuestion = { ...masked(draft), id, place, keptBy: actor.name, keptAt: at };
        const added = await trx
          .insertInto('review_question')
          .values({ id, region: place, kept_at: at, body: canonicalJson(kept) })
          .onConflict((c) => c.column('id').doNothing())
          .returning('id')
          .executeTakeFirst();
        if (added === undefined) throw new QingdanError('QD-ID', `问题「${shown(id)}」已经留存了`);
        const detail = { region: place, expected: kept.expected, row: kept.row };
        await append(trx, { at, actor: name, action: 'question-kept', subject: id, detail });
        return kept;
      }),
    drop: (actor, id, { at, actor: name = actor.name }) =>
      access.write(async (trx) => {
        const row = await trx
          .selectFrom('review_question')
          .select('region')
          .where('id', '=', id)
          .executeTakeFirst();
        if (row === undefined || !mayAll(actor, 'read', 'review')({ region: row.region })) {
          throw new QingdanError('QD-ID', `没有留存过问题「${shown(id)}」，请核对编号`);
        }
        requireMay(actor, 'delete', 'review', { region: row.region });
        await trx.deleteFrom('review_question').where('id', '=', id).execute();
        await append(trx, { at, actor: name, action: 'question-dropped', subject: id, detail: {} });
      }),
  };
}
