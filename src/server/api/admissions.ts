import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Actor } from '#access/roles.js';
import { screeningOf } from '#admission/screening.js';
import { QingdanError } from '#errors.js';
import type { AdmissionSeen, OfficeDesk } from '../office-desk.js';
import type { ServerSettings } from '../options.js';
import {
  admissionFilterSchema,
  type admissionSchema,
  eventSchema,
  loginSchema,
  newAdmissionSchema,
} from './admission-schema.js';
import { readBody } from './read-body.js';

/** Logins a minute from one address; each costs some 20 ms of a core. */
const LOGINS_PER_MINUTE = 20;
const NO_STORE = { 'cache-control': 'no-store' } as const;

/** Sessions of users and `…/admissions`: every call is made by a user, and the ports ask whether they may. */
export function serveAdmissions(app: FastifyInstance, desk: OfficeDesk, settings: ServerSettings): void {
  const limited = (max: number) => ({ config: { rateLimit: { max, timeWindow: 60_000 } } });
  const posts = limited(settings.postsPerMinute);

  app.post('/api/v1/sessions', limited(LOGINS_PER_MINUTE), async (request, reply) => {
    const { name, password } = readBody(loginSchema, request.body);
    const { token, expiresAt, actor } = await desk.login(name, password);
    const { name: known, role, region } = actor;
    return reply.headers(NO_STORE).send({ token, expiresAt, user: { name: known, role, region } });
  });
  app.delete('/api/v1/sessions', posts, async (request, reply) => {
    await desk.logout(tokenOf(request));
    return reply.code(204).send();
  });
  app.get('/api/v1/admissions', posts, async (request, reply) => {
    const actor = await actorOf(request, desk);
    const filter = readBody(admissionFilterSchema, request.query);
    const admissions = (await desk.list(actor, filter)).map(toWire);
    return reply.headers(NO_STORE).send({ admissions });
  });
  app.post('/api/v1/admissions', posts, async (request, reply) => {
    const actor = await actorOf(request, desk);
    const { region, application } = readBody(newAdmissionSchema, request.body);
    return reply
      .code(201)
      .headers(NO_STORE)
      .send(toWire(await desk.open(actor, region, application)));
  });
  app.get<{ Params: { id: string } }>('/api/v1/admissions/:id', posts, async (request, reply) => {
    const actor = await actorOf(request, desk);
    return reply.headers(NO_STORE).send(toWire(await desk.find(actor, request.params.id)));
  });
  app.post<{ Params: { id: string } }>('/api/v1/admissions/:id/events', posts, async (request, reply) => {
    const actor = await actorOf(request, desk);
    const event = readBody(eventSchema, request.body);
    return reply.headers(NO_STORE).send(toWire(await desk.act(actor, request.params.id, event)));
  });
}

/** @throws QingdanError QD-LOGIN */
function tokenOf({ headers }: FastifyRequest): string {
  const [, token] = /^Bearer ([\w.-]{1,300})$/.exec(headers.authorization ?? '') ?? [];
  if (token !== undefined) return token;
  throw new QingdanError(
    'QD-LOGIN',
    '请先登录：POST /api/v1/sessions，再把 token 放在 Authorization: Bearer 里',
  );
}

/** @throws QingdanError QD-LOGIN */
async function actorOf(request: FastifyRequest, desk: OfficeDesk): Promise<Actor> {
  const actor = await desk.actorOf(tokenOf(request));
  if (actor !== null) return actor;
  throw new QingdanError('QD-LOGIN', '登录已失效，请重新登录');
}

/** What is given of an application; who owns it and by which procedure it goes is the program's own. */
function toWire(seen: AdmissionSeen): z.input<typeof admissionSchema> {
  const { owner: _owner, process: _process, screening, application, receipts, meeting, ...same } = seen;
  return {
    id: same.id,
    number: same.number,
    code: same.code,
    region: same.region,
    regionName: same.regionName,
    state: same.state,
    stateToday: same.stateToday,
    application: application as z.input<typeof admissionSchema>['application'],
    createdOn: same.createdOn,
    changedOn: same.changedOn,
    submittedOn: same.submittedOn,
    screening: screeningOf(screening),
    returned: same.returned,
    review: same.review,
    meeting: meeting === null ? null : { ...meeting, participants: [...meeting.participants] },
    decision: same.decision,
    receipts: [...receipts],
    revoked: same.revoked,
    withdrawn: same.withdrawn,
  };
}
