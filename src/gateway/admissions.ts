import { z } from 'zod';
import { type Actor, may } from '#access/actor.js';
import { screeningOf } from '#admission/screening.js';
import { type EventType, stateOn } from '#admission/state.js';
import { type Circumstances, nextEvents, TRANSITIONS } from '#admission/transitions.js';
import { createAdmissionDesk } from '#app/admission-desk.js';
import { type Processes, readProcesses } from '#app/processes.js';
import { findRegion } from '#catalogue/find-region.js';
import { actorOf } from '#server/api/callers.js';
import type { StoredAdmission } from '#storage/ports.js';
import { serveAdmissionPapers } from './admission-papers.js';
import {
  admissionFilterSchema,
  admissionParams,
  admissionSchema,
  admissionSeenSchema,
  eventSchema,
  happenedSchema,
  newAdmissionSchema,
} from './admission-schema.js';
import { kbOf, type RoomsDesk, regionCodeOf } from './desk.js';
import { pageOf, pageSchema, placeIn } from './page.js';
import { type RoomApi, refusedWith } from './room.js';

/** `…/admissions`: 社区工作准入. */
export function serveAdmissions(room: RoomApi, desk: RoomsDesk): void {
  // The regions may grow while the service runs; the procedures come with the program.
  const processes = readProcesses({
    get regions() {
      return kbOf(desk).regions;
    },
  });
  const seenBy = (actor: Actor, stored: StoredAdmission) => ({
    ...toWire(stored, desk),
    next: stepsOpen(actor, stored, { day: desk.today(), process: processFor(desk, processes, stored) }),
  });
  serveReading(room, desk, seenBy);
  serveSteps(room, desk, { processes, seenBy });
  serveAdmissionPapers(room, desk, processes);
}

type SeenBy = (actor: Actor, stored: StoredAdmission) => z.input<typeof admissionSeenSchema>;

function serveReading({ app, config, is }: RoomApi, desk: RoomsDesk, seenBy: SeenBy): void {
  const { admissions } = desk.storage;
  app.get(
    '/api/v1/admissions',
    {
      config,
      schema: {
        ...is('listAdmissions', '列出能看的准入申请，新的在前'),
        querystring: admissionFilterSchema,
        response: { 200: pageSchema(admissionSchema), ...refusedWith() },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const { region, state, limit, cursor } = request.query;
      const rows = await admissions.list(actor, {
        region: region === undefined ? undefined : regionCodeOf(desk, actor, region),
        states: state === undefined ? undefined : [state],
        after: placeIn(cursor, z.string()),
        limit,
      });
      const { items, next } = pageOf(rows, limit, ({ id }) => id);
      return reply.send({ items: items.map((one) => toWire(one, desk)), next });
    },
  );
  app.get(
    '/api/v1/admissions/:id',
    {
      config,
      schema: {
        ...is('readAdmission', '一件准入申请'),
        params: admissionParams,
        response: { 200: admissionSeenSchema, ...refusedWith(404) },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      return reply.send(seenBy(actor, await admissions.find(actor, request.params.id)));
    },
  );
  app.get(
    '/api/v1/admissions/:id/history',
    {
      config,
      schema: {
        ...is('admissionHistory', '谁在什么时候办了哪一步'),
        params: admissionParams,
        response: { 200: z.object({ items: z.array(happenedSchema) }), ...refusedWith(404) },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const { id } = await admissions.find(actor, request.params.id);
      return reply.send({ items: await admissions.history(actor, id) });
    },
  );
}

function serveSteps(
  { app, config, is }: RoomApi,
  desk: RoomsDesk,
  { processes, seenBy }: { processes: Processes; seenBy: SeenBy },
): void {
  const counter = () =>
    createAdmissionDesk({
      admissions: desk.storage.admissions,
      kb: kbOf(desk),
      processes,
      task: (name, options) => desk.live.assistant.screener.task(name, options),
      today: () => desk.today(),
    });
  app.post(
    '/api/v1/admissions',
    {
      config,
      schema: {
        ...is('openAdmission', '新建准入申请（草稿）'),
        body: newAdmissionSchema,
        response: { 201: admissionSeenSchema, ...refusedWith() },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const { region, application } = request.body;
      const where = findRegion(kbOf(desk).regions, region);
      return reply.code(201).send(seenBy(actor, await counter().open(actor, where, application, desk.at())));
    },
  );
  app.post(
    '/api/v1/admissions/:id/events',
    {
      config,
      schema: {
        ...is('actOnAdmission', '办一步：修改、提交、退回、审核、会商、决定、撤回、撤销、登记到位'),
        params: admissionParams,
        body: eventSchema,
        response: { 200: admissionSeenSchema, ...refusedWith(404, 409) },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const done = await counter().apply(actor, request.params.id, request.body, desk.at());
      return reply.send(seenBy(actor, done));
    },
  );
}

/** What the actor may do next: by state, procedure and role, and by the rights over the row. */
function stepsOpen(
  actor: Actor,
  stored: StoredAdmission,
  { day, process }: Pick<Circumstances, 'day' | 'process'>,
): EventType[] {
  const { region, owner, application } = stored;
  const place = { region, owner, department: application.department };
  return nextEvents(stored, { day, actor, process }).filter((type) =>
    may(actor, TRANSITIONS[type].right, 'admission', place),
  );
}

const processFor = (desk: RoomsDesk, processes: Processes, { regionName }: StoredAdmission) =>
  processes.of(kbOf(desk).regions.get(regionName));

/** What is given of an application; who owns it and by which procedure it goes is the program's own. */
function toWire(stored: StoredAdmission, { today }: RoomsDesk): z.input<typeof admissionSchema> {
  const { application, screening, meeting, receipts } = stored;
  return {
    ...stored,
    stateToday: stateOn(stored, today()),
    application: application as z.input<typeof admissionSchema>['application'],
    screening: screeningOf(screening),
    meeting: meeting === null ? null : { ...meeting, participants: [...meeting.participants] },
    receipts: [...receipts],
  };
}
