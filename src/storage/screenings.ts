import type { Selectable } from 'kysely';
import { masked } from '#text/masked.js';
import type { Access } from './group-commit.js';
import type { KeyedHash } from './key.js';
import { pageOf } from './page.js';
import type { Screenings, StoredScreening } from './ports.js';
import type { Tables } from './schema.js';

export function createScreenings(access: Access, keyed: KeyedHash): Screenings {
  return {
    async record({ person, title, source, result, catalogueVersion, ...same }) {
      const row = {
        ...same,
        channel: person.channel,
        person: keyed.person(person),
        title: masked(title),
        source: masked(source),
        result,
        catalogue_version: catalogueVersion,
      };
      await access.write((trx) =>
        trx
          .insertInto('screening')
          .values(row)
          .onConflict((c) => c.column('id').doNothing())
          .execute(),
      );
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
  const { person, result, catalogue_version, ...same } = row;
  return {
    ...same,
    user: person,
    result: JSON.parse(result) as unknown,
    catalogueVersion: catalogue_version,
  };
}
