import { type Kysely, sql } from 'kysely';
import { QingdanError, shown } from '#errors.js';
import type { Appender } from './audit-log.js';
import { keepContent, readContents } from './content.js';
import type { Access } from './group-commit.js';
import type { SharedPages } from './ports.js';
import type { Tables } from './schema.js';

/** Tells what people passed on from all else that is kept by its content. */
const MARK = 'shared-page';
const ID = /^[A-Za-z0-9_-]{43}$/u;

export function createSharedPages(access: Access, append: Appender): SharedPages {
  return {
    async keep(page, at) {
      const hash = await access.write(async (trx) => {
        const row = { hash: await keepContent(trx, { is: MARK, page }), at };
        await trx
          .insertInto('shared_page')
          .values(row)
          .onConflict((c) => c.column('hash').doUpdateSet({ at }))
          .execute();
        return row.hash;
      });
      return Buffer.from(hash, 'hex').toString('base64url');
    },
    find: (id) =>
      access.read(async (db) => {
        const hash = await hashOf(db, id);
        if (hash === null) return null;
        const [value] = await readContents(db, [hash]);
        return (value as { page: unknown }).page;
      }),
    remove: (id, { at, actor }) =>
      access.write(async (trx) => {
        const hash = await hashOf(trx, id);
        if (hash === null) throw new QingdanError('QD-ID', `没有分享的回答「${shown(id)}」`);
        await trx.deleteFrom('content').where('hash', '=', hash).execute();
        await append(trx, { at, actor, action: 'shared-page-removed', subject: id, detail: {} });
      }),
  };
}

/** Null where nothing that was passed on has this id. */
async function hashOf(db: Kysely<Tables>, id: string): Promise<string | null> {
  if (!ID.test(id)) return null;
  const hash = Buffer.from(id, 'base64url').toString('hex');
  const row = await db.selectFrom('shared_page').select('hash').where('hash', '=', hash).executeTakeFirst();
  return row?.hash ?? null;
}

const COUNT = sql<number | string>`count(*)`.as('count');

/** How many pages there are, those alone that were passed on before a time, and when the newest was. */
export async function countShared(
  db: Kysely<Tables>,
  before?: string,
): Promise<{ count: number; newest: string | null }> {
  const { count, newest } = await db
    .selectFrom('shared_page')
    .$if(before !== undefined, (query) => query.where('at', '<', before ?? ''))
    .select(({ fn }) => [COUNT, fn.max('at').as('newest')])
    .executeTakeFirstOrThrow();
  return { count: Number(count), newest };
}

/** Deletes what was passed on before a time; its row goes with its content by the foreign key. */
export async function deleteShared(trx: Kysely<Tables>, before: string): Promise<void> {
  const old = trx.selectFrom('shared_page').select('hash').where('at', '<', before);
  await trx.deleteFrom('content').where('hash', 'in', old).execute();
}
