import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { QingdanError, shown } from '#errors.js';
import { photoMedia } from '#inspection/photo.js';
import type { Tables } from './schema.js';

/** Keeps a photo of a community; the same again changes nothing. @throws QingdanError QD-FILE-SIZE, QD-FILE-TYPE */
export async function keepPhoto(
  db: Kysely<Tables>,
  region: string,
  { name, bytes }: { name: string; bytes: Uint8Array },
): Promise<string> {
  const media = photoMedia(bytes, name);
  // One photo may prove something in two communities, each of which sees its own.
  const hash = createHash('sha256').update(region).update(bytes).digest('hex');
  await db
    .insertInto('inspection_photo')
    .values({ hash, region, media, body: Buffer.from(bytes).toString('base64') })
    .onConflict((c) => c.column('hash').doNothing())
    .execute();
  return hash;
}

/** @throws QingdanError QD-ID */
export async function photoBy(
  db: Kysely<Tables>,
  hash: string,
): Promise<{ region: string; media: string; bytes: Uint8Array }> {
  const row = await db.selectFrom('inspection_photo').selectAll().where('hash', '=', hash).executeTakeFirst();
  if (row === undefined) throw unknown(hash);
  return { region: row.region, media: row.media, bytes: Buffer.from(row.body, 'base64') };
}

/** @throws QingdanError QD-ID where one of the hashes is no photo of the community */
export async function checkKnown(
  db: Kysely<Tables>,
  region: string,
  hashes: readonly string[],
): Promise<void> {
  for (const hash of hashes) {
    const row = await db
      .selectFrom('inspection_photo')
      .select('hash')
      .where('hash', '=', hash)
      .where('region', '=', region)
      .executeTakeFirst();
    if (row === undefined) throw unknown(hash);
  }
}

const unknown = (hash: string) => new QingdanError('QD-ID', `没有照片「${shown(hash)}」，请先传照片`);
