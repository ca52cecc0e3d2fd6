import { z } from 'zod';
import type { KnowledgeBase, ListRow } from '#catalogue/knowledge-base.js';
import { effective, kindOf, type Row } from '#catalogue/rows.js';
import { LIST_KINDS } from '#catalogue/schema.js';
import { QingdanError, shown } from '#errors.js';
import { itemSchemaKinds, itemSeenSchema, listSchema } from './catalogue-schema.js';
import { holds, itemSeen, listSeen, searchableRows, wordsOf } from './catalogue-seen.js';
import { kbOf, type RoomsDesk, regionNameOf } from './desk.js';
import { unchanged } from './etag.js';
import { regionField } from './fields.js';
import { pageFields, pageSchema, pageWithin } from './page.js';
import { type RoomApi, refusedWith } from './room.js';

const search = z
  .string()
  .max(100)
  .optional()
  .describe('名称、说明、别名里有这几个字；几个词用空格分开，都要有');
const listFilter = z.strictObject({
  kind: z.enum(LIST_KINDS).optional(),
  region: regionField.optional().describe('只看一个地区的'),
  document: z.string().max(100).optional().describe('只看一份文件的'),
  q: search,
  ...pageFields,
});
const itemFilter = z.strictObject({
  type: z.enum(itemSchemaKinds).optional(),
  kind: z.enum(LIST_KINDS).optional(),
  region: regionField.optional(),
  holdsIn: regionField.optional().describe('在这个地区算数的：它自己的和上级的'),
  document: z.string().max(100).optional(),
  list: z.string().max(100).optional(),
  matter: z.string().max(100).optional(),
  inForce: z.enum(['true', 'false']).optional().describe('true 只看今天有效的'),
  q: search,
  ...pageFields,
});
export const idParams = z.strictObject({ id: z.string().max(100) });

/** `…/lists` and `…/items`: what the catalogue holds; public, as lists are. */
export function serveLists(room: RoomApi, desk: RoomsDesk): void {
  serveWholeLists(room, desk);
  serveItems(room, desk);
}

function serveWholeLists({ app, open, is }: RoomApi, desk: RoomsDesk): void {
  app.get(
    '/api/v1/lists',
    {
      config: open,
      schema: {
        ...is('listLists', '各张清单，已载几项、应有几项'),
        security: PUBLIC,
        querystring: listFilter,
        response: { 200: pageSchema(listSchema), ...refusedWith() },
      },
    },
    async (request, reply) => {
      const kb = kbOf(desk);
      if (unchanged(request, reply, desk.editionToday())) return reply;
      const { kind, region, document, q, ...page } = request.query;
      const [where, words] = [regionNameOf(desk, region), wordsOf(q)];
      const rows = [...kb.listById.values()]
        .map(listSeen)
        .filter(
          (list) =>
            (kind === undefined || list.kind === kind) &&
            (where === undefined || list.region === where) &&
            (document === undefined || list.documentId === document) &&
            holds(`${list.id} ${list.name} ${list.title}`, words),
        );
      return reply.send(pageWithin(rows, page));
    },
  );
  app.get(
    '/api/v1/lists/:id',
    {
      config: open,
      schema: {
        ...is('readList', '一张清单；它的各项用 /api/v1/items?list= 取'),
        security: PUBLIC,
        params: idParams,
        response: { 200: listSchema, ...refusedWith(404) },
      },
    },
    async (request, reply) => {
      const row = listById(kbOf(desk), request.params.id);
      return unchanged(request, reply, desk.editionToday()) ? reply : reply.send(listSeen(row));
    },
  );
}

function serveItems({ app, open, is }: RoomApi, desk: RoomsDesk): void {
  app.get(
    '/api/v1/items',
    {
      config: open,
      schema: {
        ...is('listItems', '清单里的各项和文件里的各条，可按字查'),
        security: PUBLIC,
        querystring: itemFilter,
        response: { 200: pageSchema(itemSeenSchema), ...refusedWith() },
      },
    },
    async (request, reply) => {
      if (unchanged(request, reply, desk.editionToday())) return reply;
      const kb = kbOf(desk);
      const { limit, cursor, region, holdsIn, q, inForce, ...filter } = request.query;
      const [where, words] = [regionNameOf(desk, region), wordsOf(q)];
      const within = lineageOf(desk, holdsIn);
      const found = searchableRows(kb).filter(
        ({ row, text }) =>
          fits(row, filter) &&
          (within === undefined || within.has(effective(row).region)) &&
          holds(text, words),
      );
      const seen = (row: Row) => itemSeen(kb, row, desk.today());
      if (where === undefined && inForce === undefined) {
        const { items, next } = pageWithin(found, { limit, cursor });
        return reply.send({ items: items.map(({ row }) => seen(row)), next });
      }
      const rows = found
        .map(({ row }) => seen(row))
        .filter(
          (one) =>
            (where === undefined || one.region === where) &&
            (inForce === undefined || one.inForceToday === (inForce === 'true')),
        );
      return reply.send(pageWithin(rows, { limit, cursor }));
    },
  );
  app.get(
    '/api/v1/items/:id',
    {
      config: open,
      schema: {
        ...is('readItem', '一项或一条，带出处'),
        security: PUBLIC,
        params: idParams,
        response: { 200: itemSeenSchema, ...refusedWith(404) },
      },
    },
    async (request, reply) => {
      const kb = kbOf(desk);
      const { id } = request.params;
      const row = kb.itemById.get(id) ?? kb.provisionById.get(id);
      if (row === undefined) throw new QingdanError('QD-ID', `知识库里没有编号「${shown(id)}」`);
      return unchanged(request, reply, desk.editionToday())
        ? reply
        : reply.send(itemSeen(kb, row, desk.today()));
    },
  );
}

/** Whoever asks; with a key where the operator wants one. */
export const PUBLIC = [{}, { key: [] }, { session: [] }, { user: [] }];

type ItemFilter = Omit<
  z.infer<typeof itemFilter>,
  'limit' | 'cursor' | 'region' | 'holdsIn' | 'q' | 'inForce'
>;

/** Names of a region and of those above it; undefined where none is asked for. @throws QingdanError QD-REGION */
function lineageOf(desk: RoomsDesk, named: string | undefined): ReadonlySet<string> | undefined {
  const { regions } = kbOf(desk);
  const name = regionNameOf(desk, named);
  const region = name === undefined ? undefined : regions.get(name);
  return region && new Set([region, ...regions.lineage(region)].map((one) => one.name));
}

function fits(row: Row, { type, kind, document, list, matter }: ItemFilter): boolean {
  const item = row.type === 'item' ? row : null;
  const own = row.type === 'item' ? row.item : row.provision;
  return (
    (type === undefined || row.type === type) &&
    (kind === undefined || (item !== null && kindOf(item) === kind)) &&
    (document === undefined || row.document.id === document) &&
    (list === undefined || item?.list.id === list) &&
    (matter === undefined || own.matter === matter)
  );
}

function listById(kb: KnowledgeBase, id: string): ListRow {
  const row = kb.listById.get(id);
  if (row !== undefined) return row;
  throw new QingdanError('QD-ID', `知识库里没有清单「${shown(id)}」`);
}
