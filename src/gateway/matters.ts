import { z } from 'zod';
import { readMatters } from '#app/matters.js';
import type { KnowledgeBase } from '#catalogue/knowledge-base.js';
import { MATTER_SORTS, type Matter, matterSchema } from '#catalogue/matters/schema.js';
import { REGION_LEVELS, type Region } from '#catalogue/regions.js';
import { QingdanError, shown } from '#errors.js';
import { type MatterSeen, matterSeenSchema, regionSeenSchema } from './catalogue-schema.js';
import { holds, wordsOf } from './catalogue-seen.js';
import { kbOf, type RoomsDesk, regionNameOf } from './desk.js';
import { unchanged } from './etag.js';
import { regionField } from './fields.js';
import { idParams, PUBLIC } from './lists.js';
import { pageFields, pageSchema, pageWithin } from './page.js';
import { type RoomApi, refusedWith } from './room.js';

const q = z.string().max(100).optional();

/** `…/matters` and `…/regions`: what questions are about, and where. */
export function serveMatters(room: RoomApi, desk: RoomsDesk): void {
  serveLibrary(room, desk);
  serveRegions(room, desk);
}

function serveLibrary({ app, open, is }: RoomApi, desk: RoomsDesk): void {
  // The library comes with the program.
  const library = readMatters();
  app.get(
    '/api/v1/matters',
    {
      config: open,
      schema: {
        ...is('listMatters', '事项库：问得到的事'),
        security: PUBLIC,
        querystring: z.strictObject({ sort: z.enum(MATTER_SORTS).optional(), q, ...pageFields }),
        response: { 200: pageSchema(matterSeenSchema), ...refusedWith() },
      },
    },
    async (request, reply) => {
      if (unchanged(request, reply, desk.editionToday())) return reply;
      const { sort, q: words, ...page } = request.query;
      const found = library.all.filter(
        (matter) =>
          (sort === undefined || matter.sort === sort) &&
          holds(`${matter.id} ${matter.name} ${matter.is}`, wordsOf(words)),
      );
      const { items, next } = pageWithin(found, page);
      const counts = rowsByMatter(kbOf(desk));
      return reply.send({ items: items.map((matter) => seen(matter, counts)), next });
    },
  );
  app.get(
    '/api/v1/matters/:id',
    {
      config: open,
      schema: {
        ...is('readMatter', '一个事项；它的条目用 /api/v1/items?matter= 取'),
        security: PUBLIC,
        params: idParams,
        response: {
          200: matterSeenSchema.extend({ triage: matterSchema.shape.triage }),
          ...refusedWith(404),
        },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const matter = library.byId.get(id);
      if (matter === undefined) throw new QingdanError('QD-ID', `事项库里没有「${shown(id)}」`);
      if (unchanged(request, reply, desk.editionToday())) return reply;
      return reply.send({ ...seen(matter, rowsByMatter(kbOf(desk))), triage: matter.triage });
    },
  );
}

const seen = ({ id, name, sort, is, triage }: Matter, counts: ReadonlyMap<string, number>): MatterSeen => ({
  id,
  name,
  sort,
  is,
  class: triage?.class ?? null,
  rows: counts.get(id) ?? 0,
});

const counted = new WeakMap<KnowledgeBase, ReadonlyMap<string, number>>();

/** How many rows are about each matter; counted once for each knowledge base. */
function rowsByMatter(kb: KnowledgeBase): ReadonlyMap<string, number> {
  const known = counted.get(kb);
  if (known !== undefined) return known;
  const counts = new Map<string, number>();
  const add = (id: string | undefined) => {
    if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1);
  };
  for (const { item } of kb.itemById.values()) add(item.matter);
  for (const { provision } of kb.provisionById.values()) add(provision.matter);
  counted.set(kb, counts);
  return counts;
}

function serveRegions({ app, open, is }: RoomApi, desk: RoomsDesk): void {
  app.get(
    '/api/v1/regions',
    {
      config: open,
      schema: {
        ...is('listRegions', '地区表：按上级、级别、字查'),
        security: PUBLIC,
        querystring: z.strictObject({
          parent: regionField.optional().describe('它下一级的'),
          level: z.enum(REGION_LEVELS).optional(),
          q,
          ...pageFields,
        }),
        response: { 200: pageSchema(regionSeenSchema), ...refusedWith() },
      },
    },
    async (request, reply) => {
      if (unchanged(request, reply, desk.editionToday())) return reply;
      const { parent, level, q: words, ...page } = request.query;
      const [above, wanted] = [regionNameOf(desk, parent), wordsOf(words)];
      const rows = kbOf(desk).regions.all.filter(
        (region) =>
          (above === undefined || region.parent === above) &&
          (level === undefined || region.level === level) &&
          holds(`${region.code} ${region.name} ${region.aliases.join(' ')}`, wanted),
      );
      const { items, next } = pageWithin(rows, page);
      return reply.send({ items: items.map(regionSeen), next });
    },
  );
}

const regionSeen = ({ code, name, level, parent }: Region): z.input<typeof regionSeenSchema> => ({
  code,
  name,
  level,
  parent: parent ?? null,
});
