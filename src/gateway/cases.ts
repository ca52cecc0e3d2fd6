import { z } from 'zod';
import { CASE_STATES, isOpen, statisticsOf } from '#cases/index.js';
import { actorOf } from '#server/api/callers.js';
import { serveCaseFiles } from './case-files.js';
import { caseRefFields, foundCase, seen } from './case-found.js';
import { caseEventSchema, caseFilterSchema, newCaseSchema } from './case-input.js';
import { caseRowSchema, caseSeenSchema, statisticsSchema, statusSchema } from './case-schema.js';
import { type RoomsDesk, regionCodeOf } from './desk.js';
import { day, regionField } from './fields.js';
import { pageOf, pageSchema, placeIn } from './page.js';
import { type RoomApi, refusedWith } from './room.js';

/** Questions for the status a minute from one address: codes aren't to be tried out. */
const STATUS_PER_MINUTE = 20;

/** `…/cases`: the one-stop window. */
export function serveCases(room: RoomApi, desk: RoomsDesk): void {
  serveReading(room, desk);
  serveStatistics(room, desk);
  serveOne(room, desk);
  serveSteps(room, desk);
  serveStatus(room, desk);
  serveCaseFiles(room, desk);
}

function serveReading({ app, config, is }: RoomApi, desk: RoomsDesk): void {
  const { storage } = desk;
  app.get(
    '/api/v1/cases',
    {
      config,
      schema: {
        ...is('listCases', '列出能看的件，最近的在前'),
        querystring: caseFilterSchema,
        response: { 200: pageSchema(caseRowSchema), ...refusedWith() },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const { region, state, open, limit, cursor, ...filter } = request.query;
      const states =
        state !== undefined
          ? [state]
          : open === undefined
            ? undefined
            : CASE_STATES.filter((one) => isOpen({ state: one }) === (open === 'true'));
      const rows = await storage.cases.list(
        {
          ...filter,
          region: region === undefined ? undefined : regionCodeOf(desk, actor, region),
          states,
          limit,
          after: placeIn(cursor, z.string()),
        },
        actor,
      );
      return reply.send(pageOf(rows, limit, ({ receivedOn, id }) => `${receivedOn} ${id}`));
    },
  );
}

function serveStatistics({ app, config, is }: RoomApi, desk: RoomsDesk): void {
  const { storage } = desk;
  app.get(
    '/api/v1/cases/statistics',
    {
      config,
      schema: {
        ...is('caseStatistics', '统计：多少件、哪几类、按时多少、满意多少'),
        querystring: z.strictObject({
          region: regionField.optional(),
          from: day.optional().describe('从这一天起接的件'),
          to: day.optional().describe('这一天以前接的件'),
        }),
        response: { 200: statisticsSchema, ...refusedWith() },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const { region, ...filter } = request.query;
      const code = region === undefined ? undefined : regionCodeOf(desk, actor, region);
      const figures = await storage.cases.figures({ ...filter, region: code }, actor);
      return reply.send(statisticsOf(figures, desk.today()));
    },
  );
}

function serveOne({ app, config, is }: RoomApi, desk: RoomsDesk): void {
  app.get(
    '/api/v1/cases/:number',
    {
      config,
      schema: {
        ...is('readCase', '一件的全部'),
        ...caseRefFields,
        response: { 200: caseSeenSchema, ...refusedWith(404) },
      },
    },
    async (request, reply) => reply.send(seen(await foundCase(desk, request))),
  );
}

function serveSteps({ app, config, is }: RoomApi, desk: RoomsDesk): void {
  const { storage, window } = desk;
  app.post(
    '/api/v1/cases',
    {
      config,
      schema: {
        ...is('openCase', '接件：登记一件诉求或开证明的，给出件号和查询码'),
        body: newCaseSchema,
        response: { 201: caseSeenSchema, ...refusedWith() },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const { region, key, contact, ...wanted } = request.body;
      const entry = window.entryOf({
        ...wanted,
        region: regionCodeOf(desk, actor, region),
        // Another user's request with the same number is another one.
        key: key === undefined ? desk.newId() : `${actor.id} ${key}`,
        contact,
      });
      const stored = await storage.cases.open(entry, window.moment(entry.region), actor);
      return reply.code(201).send(seen(stored));
    },
  );
  app.post(
    '/api/v1/cases/:number/events',
    {
      config,
      schema: {
        ...is(
          'actOnCase',
          '办一步：分流、流转、退回、提级、协商、引导、报送结果、出具或不予出具、出件、回访、办结、撤回、延期',
        ),
        ...caseRefFields,
        body: caseEventSchema,
        response: { 200: caseSeenSchema, ...refusedWith(404, 409) },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const { number, region } = await foundCase(desk, request);
      const changed = await storage.cases.change(
        { number, region },
        request.body,
        window.moment(region),
        actor,
      );
      return reply.send(seen(changed));
    },
  );
}

function serveStatus({ app, limited, is }: RoomApi, { storage, today }: RoomsDesk): void {
  app.post(
    '/api/v1/cases/status',
    {
      config: limited(STATUS_PER_MINUTE),
      schema: {
        ...is('caseStatus', '凭件号和查询码查办到哪一步，不用登录'),
        security: [{}],
        body: z.strictObject({ number: z.string().max(60), code: z.string().max(60) }),
        response: { 200: statusSchema, ...refusedWith(404) },
      },
    },
    async (request, reply) =>
      reply.send(await storage.cases.status(request.body.number, request.body.code, today())),
  );
}
