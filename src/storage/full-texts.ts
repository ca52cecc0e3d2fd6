import { QingdanError, shown } from '#errors.js';
import type { Appender } from './audit-log.js';
import { keepContent, readContents } from './content.js';
import type { Access } from './group-commit.js';
import { ATTACHED, DETACHED } from './list-check.js';
import { requireRightsOn } from './list-rights.js';
import type { FullTexts } from './ports.js';

export function createFullTexts(access: Access, append: Appender): FullTexts {
  return {
    attach: (documentId, text, { at, actor, source, editor }) =>
      access.write(async (trx) => {
        requireRightsOn(editor, 'change', documentId);
        const hash = await keepContent(trx, text);
        const kept = { hash, at, actor, source };
        await trx
          .insertInto('full_text')
          .values({ document_id: documentId, ...kept })
          .onConflict((c) => c.column('document_id').doUpdateSet(kept))
          .execute();
        const detail = { hash, source, characters: text.length };
        await append(trx, { at, actor, action: ATTACHED, subject: documentId, detail });
      }),
    detach: (documentId, { at, actor, editor }) =>
      access.write(async (trx) => {
        requireRightsOn(editor, 'change', documentId);
        const removed = await trx
          .deleteFrom('full_text')
          .where('document_id', '=', documentId)
          .returning('hash')
          .executeTakeFirst();
        if (removed === undefined) {
          throw new QingdanError('QD-ID', `文件「${shown(documentId)}」没有附过全文`);
        }
        const detail = { hash: null, previous: removed.hash };
        await append(trx, { at, actor, action: DETACHED, subject: documentId, detail });
      }),
    current: () =>
      access.read(async (db) => {
        const rows = await db.selectFrom('full_text').selectAll().orderBy('document_id').execute();
        const texts = await readContents(
          db,
          rows.map(({ hash }) => hash),
        );
        return new Map(rows.map(({ document_id }, i) => [document_id, String(texts[i])]));
      }),
  };
}
