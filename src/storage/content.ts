import type { Kysely, Transaction } from 'kysely';
import { QingdanError } from '#errors.js';
import { canonicalJson, sha256 } from '#text/canonical.js';
import type { Tables } from './schema.js';

/** Keeps a value of JSON under the hash of its content, once. */
export async function keepContent(trx: Transaction<Tables>, value: unknown): Promise<string> {
  const body = canonicalJson(value);
  const hash = sha256(body);
  await trx
    .insertInto('content')
    .values({ hash, body })
    .onConflict((c) => c.column('hash').doNothing())
    .execute();
  return hash;
}

/** The values of these hashes, in their order. @throws QingdanError QD-AUDIT where one is missing or isn't what was kept */
export async function readContents(db: Kysely<Tables>, hashes: readonly string[]): Promise<unknown[]> {
  const rows =
    hashes.length === 0
      ? []
      : await db.selectFrom('content').selectAll().where('hash', 'in', hashes).execute();
  const bodies = new Map(rows.map(({ hash, body }) => [hash, body]));
  return hashes.map((hash) => {
    const body = bodies.get(hash);
    if (body === undefined || sha256(body) !== hash) {
      throw new QingdanError(
        'QD-AUDIT',
        `存下的内容 ${hash.slice(0, 12)} ${body === undefined ? '不见了' : '被改过'}，请换回最近的备份`,
      );
    }
    return JSON.parse(body) as unknown;
  });
}
