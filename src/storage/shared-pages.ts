import { keepContent, readContents } from './content.js';
import type { Access } from './group-commit.js';
import type { SharedPages } from './ports.js';

/** Tells what people passed on from all else that is kept by its content. */
const MARK = 'shared-page';
const ID = /^[A-Za-z0-9_-]{43}$/u;

/** Pages that people pass on, each kept once under the hash of its content, which no retention deletes. */
export function createSharedPages(access: Access): SharedPages {
  return {
    async keep(page) {
      const hash = await access.write((trx) => keepContent(trx, { is: MARK, page }));
      return Buffer.from(hash, 'hex').toString('base64url');
    },
    async find(id) {
      if (!ID.test(id)) return null;
      const hash = Buffer.from(id, 'base64url').toString('hex');
      return access.read(async (db) => {
        const known = await db
          .selectFrom('content')
          .select('hash')
          .where('hash', '=', hash)
          .executeTakeFirst();
        if (known === undefined) return null;
        const [value] = await readContents(db, [hash]);
        const { is, page } = value as { is?: unknown; page?: unknown };
        return is === MARK ? page : null;
      });
    },
  };
}
