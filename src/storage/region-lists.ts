import { z } from 'zod';
import { type Region, regionSchema } from '#catalogue/regions.js';
import { QingdanError } from '#errors.js';
import type { Appender } from './audit-log.js';
import { keepContent, readContents } from './content.js';
import type { Access } from './group-commit.js';
import { REGIONS_LOADED } from './list-check.js';
import type { RegionLists } from './ports.js';
import { lockVersions } from './version-table.js';

export function createRegionLists(access: Access, append: Appender): RegionLists {
  return {
    publish: (regions, { at, actor, source }) =>
      access.write(async (trx) => {
        await lockVersions(trx);
        const newest = await trx
          .selectFrom('region_list')
          .selectAll()
          .orderBy('number', 'desc')
          .limit(1)
          .executeTakeFirst();
        const hash = await keepContent(trx, regions);
        if (newest?.hash === hash) return newest.number;
        const number = (newest?.number ?? 0) + 1;
        await trx.insertInto('region_list').values({ number, hash, at, actor, source }).execute();
        const detail = { number, hash, previous: newest?.hash ?? null, source, regions: regions.length };
        await append(trx, { at, actor, action: REGIONS_LOADED, subject: '地区', detail });
        return number;
      }),
    current: () =>
      access.read(async (db) => {
        const newest = await db
          .selectFrom('region_list')
          .select('hash')
          .orderBy('number', 'desc')
          .limit(1)
          .executeTakeFirst();
        if (newest === undefined) return [];
        const [content] = await readContents(db, [newest.hash]);
        return toRegions(content);
      }),
  };
}

function toRegions(content: unknown): Region[] {
  const result = z.array(regionSchema).safeParse(content);
  if (result.success) return result.data;
  throw new QingdanError('QD-SCHEMA', '存下的地区清单不合本版程序的格式，请用存它的那版程序打开', {
    cause: result.error,
  });
}
