import { z } from 'zod';
import type { Actor } from '#access/roles.js';
import { readRegisterFacts } from '#app/register-facts.js';
import type { Campaign } from '#inspection/campaign.js';
import { byCommunity, overall } from '#inspection/overview.js';
import { prefilledSheet } from '#inspection/sheet.js';
import type { Entry } from '#registers/entry.js';
import { KIND_IDS } from '#registers/kind.js';
import { actorOf } from '#server/api/callers.js';
import { type RoomsDesk, regionCodeOf, registerActOf } from './desk.js';
import { regionField } from './fields.js';
import { serveInspectionFiles } from './inspection-files.js';
import {
  campaignEventSchema,
  campaignSchema,
  findingEventSchema,
  findingSchema,
  type InspectionSeen,
  inspectionSchema,
  newCampaignSchema,
  sheetEventSchema,
  sheetSchema,
  visitSchema,
} from './inspection-schema.js';
import { idParams } from './lists.js';
import { allEntries } from './register-sums.js';
import { type RoomApi, refusedWith } from './room.js';

/** Campaigns listed at most, the newest. */
const MOST_CAMPAIGNS = 100;
const findingParams = idParams.extend({ no: z.coerce.number().int().min(1).max(1_000_000) });

/** `…/inspections`: 专项督察. */
export function serveInspections(room: RoomApi, desk: RoomsDesk): void {
  serveReading(room, desk);
  serveCampaigns(room, desk);
  serveSheets(room, desk);
  serveFindings(room, desk);
  serveInspectionFiles(room, desk);
}

function serveReading({ app, config, is }: RoomApi, desk: RoomsDesk): void {
  const { inspections } = desk.storage;
  let questions: InspectionSeen['questions'] | undefined;
  app.get(
    '/api/v1/inspections',
    {
      config,
      schema: {
        ...is(
          'listInspections',
          `一个地区和它下面的督察，还有上级督察这里的社区的，新的在前，最多 ${MOST_CAMPAIGNS} 次`,
        ),
        querystring: z.strictObject({ region: regionField.optional() }),
        response: { 200: z.object({ items: z.array(campaignSchema) }), ...refusedWith() },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const region = regionCodeOf(desk, actor, request.query.region);
      return reply.send({ items: await inspections.list(actor, region, MOST_CAMPAIGNS) });
    },
  );
  app.get(
    '/api/v1/inspections/:id',
    {
      config,
      schema: {
        ...is('readInspection', '一次督察：能看的自查表、问题，各社区的情况'),
        params: idParams,
        response: { 200: inspectionSchema, ...refusedWith(404) },
      },
    },
    async (request, reply) => {
      const whole = await inspections.read(actorOf(request), request.params.id);
      questions ??= questionsAsked();
      const [line, communities] = [overall(whole, desk.today()), byCommunity(whole, desk.today())];
      return reply.send({ ...whole, overall: line, communities, questions });
    },
  );
}

/** The questions of the self-check sheets, with the names of their chapters. */
function questionsAsked(): InspectionSeen['questions'] {
  const { chapters, questions } = readRegisterFacts().selfCheck;
  const names = new Map(chapters.map(({ id, name }) => [id, name]));
  return questions.map(({ id, chapter, ask }) => ({ id, chapter: names.get(chapter) ?? '', ask }));
}

function serveCampaigns({ app, config, is }: RoomApi, desk: RoomsDesk): void {
  const { inspections } = desk.storage;
  app.post(
    '/api/v1/inspections',
    {
      config,
      schema: {
        ...is('beginInspection', '开始一次督察：给每个社区一张自查表，登记里有的数先填好'),
        body: newCampaignSchema,
        response: { 201: campaignSchema, ...refusedWith() },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      return reply.code(201).send(await begin(desk, actor, request.body));
    },
  );
  app.post(
    '/api/v1/inspections/:id/events',
    {
      config,
      schema: {
        ...is('actOnInspection', '开始明察暗访、延长自查、办结'),
        params: idParams,
        body: campaignEventSchema,
        response: { 200: campaignSchema, ...refusedWith(404, 409) },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      return reply.send(await inspections.change(actorOf(request), id, request.body, registerActOf(desk)));
    },
  );
}

async function begin(
  desk: RoomsDesk,
  actor: Actor,
  given: z.infer<typeof newCampaignSchema>,
): Promise<Campaign> {
  const { title, selfCheckBy, communities } = given;
  const act = registerActOf(desk);
  const region = regionCodeOf(desk, actor, given.region);
  const from = given.from ?? `${act.day.slice(0, 4)}-01-01`;
  const byCommunity = new Map<string, Entry[]>(communities.map((one) => [one.region, []]));
  for (const kind of KIND_IDS) {
    for (const entry of await allEntries(desk, actor, { kind, region, from })) {
      byCommunity.get(entry.region)?.push(entry);
    }
  }
  const { selfCheck } = readRegisterFacts();
  const sheets = communities.map((community) =>
    prefilledSheet('', community, selfCheck, byCommunity.get(community.region) ?? []),
  );
  return desk.storage.inspections.begin(actor, { title, region, begun: act.day, selfCheckBy }, sheets, act);
}

function serveSheets({ app, config, is }: RoomApi, desk: RoomsDesk): void {
  const { inspections } = desk.storage;
  app.post(
    '/api/v1/inspections/:id/sheets/:region/events',
    {
      config,
      schema: {
        ...is('actOnSheet', '一个社区的自查表：回答、提交、退回'),
        params: idParams.extend({ region: z.string().regex(/^\d{6,12}$/) }),
        body: sheetEventSchema,
        response: { 200: sheetSchema, ...refusedWith(404, 409) },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const { id, region } = request.params;
      return reply.send(await inspections.changeSheet(actor, id, region, request.body, registerActOf(desk)));
    },
  );
}

function serveFindings({ app, config, is }: RoomApi, desk: RoomsDesk): void {
  const { inspections } = desk.storage;
  app.post(
    '/api/v1/inspections/:id/visits',
    {
      config,
      schema: {
        ...is('recordVisit', '记下明察暗访发现的问题'),
        params: idParams,
        body: visitSchema,
        response: { 201: z.object({ items: z.array(findingSchema) }), ...refusedWith(404, 409) },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const act = registerActOf(desk);
      const { region, day = act.day, by = actor.name, ...visit } = request.body;
      const where = regionCodeOf(desk, actor, region);
      const items = await inspections.visit(
        actor,
        request.params.id,
        { ...visit, region: where, day, by },
        act,
      );
      return reply.code(201).send({ items });
    },
  );
  app.post(
    '/api/v1/inspections/:id/findings/:no/events',
    {
      config,
      schema: {
        ...is('actOnFinding', '一个问题：报整改、复查、延期'),
        params: findingParams,
        body: findingEventSchema,
        response: { 200: findingSchema, ...refusedWith(404, 409) },
      },
    },
    async (request, reply) => {
      const { id, no } = request.params;
      const done = await inspections.changeFinding(
        actorOf(request),
        `${id}/${no}`,
        request.body,
        registerActOf(desk),
      );
      return reply.send(done);
    },
  );
}
