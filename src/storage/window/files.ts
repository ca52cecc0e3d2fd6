import { createHash } from 'node:crypto';
import { sql, type Transaction } from 'kysely';

import { QingdanError, shown } from '#errors.js';
import type { Tables } from '../schema.js';
import { changeCase } from './cases.js';
import { findRow, lockedRow } from './find.js';
import type { CaseParts } from './parts.js';
import type { CaseFile, CaseFiles, Cases } from './port.js';
import { caseOf } from './rows.js';

const MEGABYTE = 1024 * 1024;
/** Bytes of one file: a photo of a telephone, a scanned letter. */
export const LARGEST_FILE = 5 * MEGABYTE;
/** Bytes of all files of a case. */
export const LARGEST_FILES = 20 * MEGABYTE;

/** What a file is by its first bytes: the name and type that come with it are never trusted. */
const KINDS: readonly (readonly [mediaType: string, begins: readonly number[]])[] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  // .docx and .xlsx.
  ['application/zip', [0x50, 0x4b, 0x03, 0x04]],
];

export function createCaseFiles(parts: CaseParts, { find }: Pick<Cases, 'find'>): CaseFiles {
  const { access } = parts;
  const change = changeCase(parts);
  return {
    async add(ref, file, moment, actor) {
      const mediaType = checkFile(file);
      const sha256 = createHash('sha256').update(file.bytes).digest('hex');
      const name = shown(file.name.replace(/[\\/:*?"<>|]/gu, ''));
      await access.write(async (trx) => {
        const row = await lockedRow(trx, ref, actor);
        const { attachments } = caseOf(row);
        const size = file.bytes.byteLength;
        const all = attachments.reduce((sum, one) => sum + one.size, size);
        if (all > LARGEST_FILES) {
          throw new QingdanError('QD-FILE-SIZE', `一件的附件合计不能超过 ${LARGEST_FILES / MEGABYTE} MB`);
        }
        const no = attachments.length + 1;
        const attached = { no, name, mediaType, size, sha256 };
        await change(trx, ref, { type: 'attach', attached }, moment, actor);
        await trx
          .insertInto('case_file')
          .values({ case_id: row.id, no, bytes: Buffer.from(file.bytes) })
          .execute();
      });
      return find(ref, actor);
    },
    read: (ref, no, actor) =>
      access.read(async (db) => {
        const row = await findRow(db, ref, actor);
        const attached = caseOf(row).attachments.find((one) => one.no === no);
        if (attached === undefined) throw new QingdanError('QD-ID', `件「${row.number}」没有第 ${no} 个附件`);
        const file = await db
          .selectFrom('case_file')
          .select('bytes')
          .where('case_id', '=', row.id)
          .where('no', '=', no)
          .executeTakeFirst();
        if (file === undefined) {
          throw new QingdanError('QD-FILE-GONE', `件「${row.number}」的附件过了保存期，已经删除`);
        }
        const { name, mediaType } = attached;
        return { name, mediaType, bytes: new Uint8Array(file.bytes) };
      }),
  };
}

/** The type of a file that may be kept. @throws QingdanError QD-FILE-SIZE, QD-FILE-TYPE */
function checkFile({ bytes, name }: CaseFile): string {
  if (bytes.byteLength > LARGEST_FILE) {
    throw new QingdanError(
      'QD-FILE-SIZE',
      `附件「${shown(name)}」超过 ${LARGEST_FILE / MEGABYTE} MB，请压缩后再传`,
    );
  }
  const kind = KINDS.find(([, begins]) => begins.every((byte, i) => bytes[i] === byte));
  if (kind !== undefined) return kind[0];
  throw new QingdanError('QD-FILE-TYPE', `附件「${shown(name)}」不是 PDF、图片、docx 或 xlsx，没有存`);
}

/** Takes contacts and files away from cases that were closed before a day. */
export async function stripClosed(trx: Transaction<Tables>, closedBefore: string): Promise<void> {
  await strip(trx, await closedWithData(trx, closedBefore));
}

/** The same for all that a person brought; how many cases that were. @param user keyed hash of the person */
export async function stripPerson(trx: Transaction<Tables>, user: string): Promise<number> {
  const rows = await trx.selectFrom('window_case').select('id').where('person', '=', user).execute();
  await strip(
    trx,
    rows.map(({ id }) => id),
  );
  return rows.length;
}

async function strip(trx: Transaction<Tables>, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    await trx.deleteFrom('case_file').where('case_id', '=', id).execute();
    await trx.updateTable('window_case').set({ contact: null, person: null }).where('id', '=', id).execute();
  }
}

/** Cases closed before a day that still have a contact, a person or files. */
export async function closedWithData(
  db: Pick<Transaction<Tables>, 'selectFrom'>,
  closedBefore: string,
): Promise<string[]> {
  const rows = await db
    .selectFrom('window_case')
    .select('id')
    .where('closed_on', '<', closedBefore)
    .where((eb) =>
      eb.or([
        eb('contact', 'is not', null),
        eb('person', 'is not', null),
        eb.exists(
          eb
            .selectFrom('case_file')
            .select(sql`1`.as('one'))
            .whereRef('case_file.case_id', '=', 'window_case.id'),
        ),
      ]),
    )
    .execute();
  return rows.map(({ id }) => id);
}
