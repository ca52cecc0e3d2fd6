import type { Selectable } from 'kysely';
import { masked } from '#text/masked.js';
import type { Access } from './group-commit.js';
import type { KeyedHash } from './key.js';
import { pageOf } from './page.js';
import type { Screenings, StoredScreening } from './ports.js';
import type { Tables } from './schema.js';
import { firstOfItsNotice } from './screening-chains.js';

export function createScreenings(access: Access, keyed: KeyedHash): Screenings {
  return {
    async record({ person, title, source, result, catalogueVersion, earlier, ...same }) {
      const row = {
        ...same,
        channel: person.channel,
        person: keyed.person(person),
        title: masked(title),
        source: masked(source),
        result,
        catalogue_version: catalogueVersion,
      };
      await access.write(async (trx) => {
        const first_id = earlier === undefined ? null : await firstOfItsNotice(trx, earlier);
        await trx
          .insertInto('screening')
          .values({ ...row, first_id })
          .onConflict((c) => c.column('id').doNothing())
          .execute();
      });
    },
    async find(id) {
      const row = await access.read((db) =>
        db.selectFrom('screening').selectAll().where('id', '=', id).executeTakeFirst(),
      );
      return row === undefined ? null : storedScreening(row);
    },
    async list(page) {
      const rows = await access.read((db) =>
        db
          .selectFrom('screening')
          .selectAll()
          .where(pageOf(page))
          .orderBy('at')
          .orderBy('id')
          .limit(page.limit)
          .execute(),
      );
      return rows.map(storedScreening);
    },
  };
}

/** A row of the table as the port gives it. */
export function storedScreening(row: Selectable<Tables['screening']>): StoredScreening {
  const { person, result, catalogue_version, first_id, ...same } = row;
  return {
    ...same,
    user: person,
    result: JSON.parse(result) as unknown,
    catalogueVersion: catalogue_version,
    first: first_id,
  };
}
