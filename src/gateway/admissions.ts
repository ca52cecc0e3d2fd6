import { z } from 'zod';
import { screeningOf } from '#admission/screening.js';
import { stateOn } from '#admission/state.js';
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
  serveReading(room, desk);
  serveSteps(room, desk, processes);
  serveAdmissionPapers(room, desk, processes);
}

function serveReading({ app, config, is }: RoomApi, desk: RoomsDesk): void {
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
        response: { 200: admissionSchema, ...refusedWith(404) },
      },
    },
    async (request, reply) =>
      reply.send(toWire(await admissions.find(actorOf(request), request.params.id), desk)),
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

function serveSteps({ app, config, is }: RoomApi, desk: RoomsDesk, processes: Processes): void {
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
        response: { 201: admissionSchema, ...refusedWith() },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const { region, application } = request.body;
      const where = findRegion(kbOf(desk).regions, region);
      return reply.code(201).send(toWire(await counter().open(actor, where, application, desk.at()), desk));
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
        response: { 200: admissionSchema, ...refusedWith(404, 409) },
      },
    },
    async (request, reply) => {
      const done = await counter().apply(actorOf(request), request.params.id, request.body, desk.at());
      return reply.send(toWire(done, desk));
    },
  );
}

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
