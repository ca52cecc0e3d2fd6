import { z } from 'zod';
import { checkedValues, ENTRY_STATES, type Entry } from '#registers/entry.js';
import type { RegisterKind } from '#registers/kind.js';
import { REGISTERS } from '#registers/kinds/index.js';
import { type EntryEvent, stateWord } from '#registers/life.js';
import { actorOf } from '#server/api/callers.js';
import { type RoomsDesk, regionCodeOf, registerActOf } from './desk.js';
import { pageOf, pageSchema, placeIn } from './page.js';
import { serveRegisterFiles } from './register-files.js';
import {
  cellsOf,
  entryEventSchema,
  entryFilterSchema,
  entryParams,
  entryPlace,
  entrySchema,
  kindParams,
  kindSchema,
  newEntrySchema,
} from './register-schema.js';
import { serveRegisterSums } from './register-sums.js';
import { type RoomApi, refusedWith } from './room.js';

/** `…/registers`: seals, forms, boards, meetings… that communities and offices keep. */
export function serveRegisters(room: RoomApi, desk: RoomsDesk): void {
  serveKinds(room);
  serveSums(room, desk);
  serveEntries(room, desk);
  serveChanges(room, desk);
}

function serveSums(room: RoomApi, desk: RoomsDesk): void {
  serveRegisterSums(room, desk);
  serveRegisterFiles(room, desk);
}

function serveKinds({ app, config, is }: RoomApi): void {
  app.get(
    '/api/v1/registers',
    {
      config,
      schema: {
        ...is('listRegisters', '有哪几种台账，各有哪些栏目'),
        response: { 200: z.object({ items: z.array(kindSchema) }), ...refusedWith() },
      },
    },
    async (request, reply) => {
      actorOf(request);
      return reply.send({ items: Object.values(REGISTERS).map(kindToWire) });
    },
  );
}

function kindToWire(kind: RegisterKind): z.input<typeof kindSchema> {
  const { id, name, is, decision, fields } = kind;
  return {
    id,
    name,
    is,
    decides: decision?.of ?? null,
    fields: fields.map(
      ({ key, label, sort, choices = [], required = false, hint = null, personal = false }) => ({
        key,
        label,
        sort,
        choices: [...choices],
        required,
        hint,
        personal,
      }),
    ),
    states: Object.fromEntries(ENTRY_STATES.map((state) => [state, stateWord(kind, state)])),
  };
}

function serveEntries({ app, config, is }: RoomApi, desk: RoomsDesk): void {
  const { registers } = desk.storage;
  app.get(
    '/api/v1/registers/:kind/entries',
    {
      config,
      schema: {
        ...is('listRegisterEntries', '列出一个地区和它下面的登记，新的在前'),
        params: kindParams,
        querystring: entryFilterSchema,
        response: { 200: pageSchema(entrySchema), ...refusedWith() },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const { region, cursor, limit, ...filter } = request.query;
      const { kind } = request.params;
      const after = placeIn(cursor, entryPlace);
      const page = { ...filter, kind, region: regionCodeOf(desk, actor, region), limit, after };
      const rows = await registers.list(actor, page);
      return reply.send(pageOf(rows, limit, ({ day, id }) => ({ day, id })));
    },
  );
  app.get(
    '/api/v1/registers/:kind/entries/:id',
    {
      config,
      schema: {
        ...is('readRegisterEntry', '一条登记'),
        params: entryParams,
        response: { 200: entrySchema, ...refusedWith(404) },
      },
    },
    async (request, reply) => reply.send(await registers.find(actorOf(request), request.params.id)),
  );
}

function serveChanges({ app, config, is }: RoomApi, desk: RoomsDesk): void {
  const { registers } = desk.storage;
  app.post(
    '/api/v1/registers/:kind/entries',
    {
      config,
      schema: {
        ...is('addRegisterEntry', '登记一条'),
        params: kindParams,
        body: newEntrySchema,
        response: { 201: entrySchema, ...refusedWith(409) },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const { kind } = request.params;
      const { region, place, values } = request.body;
      const draft = {
        kind,
        region: regionCodeOf(desk, actor, region),
        place,
        values: checkedValues(REGISTERS[kind], cellsOf(values)),
      };
      const [added] = await registers.add(actor, [draft], registerActOf(desk));
      return reply.code(201).send(added as Entry);
    },
  );
  app.post(
    '/api/v1/registers/:kind/entries/:id/events',
    {
      config,
      schema: {
        ...is('actOnRegisterEntry', '修改、批准、不批准、重新研究、停用'),
        params: entryParams,
        body: entryEventSchema,
        response: { 200: entrySchema, ...refusedWith(404, 409) },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const { id } = request.params;
      const event = request.body;
      const done: EntryEvent =
        event.type === 'amend'
          ? { type: 'amend', values: amended(await registers.find(actor, id), event.values) }
          : event;
      return reply.send(await registers.change(actor, id, done, registerActOf(desk)));
    },
  );
}

/** All values of an entry, with those that are changed. @throws QingdanError QD-INPUT */
const amended = ({ kind, values }: Entry, changes: Parameters<typeof cellsOf>[0]) =>
  checkedValues(REGISTERS[kind], { ...cellsOf(values), ...cellsOf(changes) });
