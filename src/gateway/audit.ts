import { z } from 'zod';
import { requireMay } from '#access/actor.js';
import type { Replayed, Verified } from '#app/office-work.js';
import { VERDICTS } from '#ruling/index.js';
import { actorOf } from '#server/api/callers.js';
import type { AuditRow, LoggedQuestion } from '#storage/ports.js';
import type { RoomsDesk } from './desk.js';
import { day } from './fields.js';
import { pageFields, pageOf, pageSchema, placeIn } from './page.js';
import { type RoomApi, refusedWith } from './room.js';

/** What no region owns: the log is the whole store's. */
const EVERYWHERE = { region: '000000' };
/** Rows of the log that one request looks through for those it asks for. */
const LOOKED_THROUGH = 5000;
const PAGE = 1000;

const rowSchema: z.ZodType<AuditRow> = z
  .object({
    seq: z.number(),
    at: z.string(),
    actor: z.string(),
    action: z.string(),
    subject: z.string(),
    detail: z.record(z.string(), z.unknown()),
    previous: z.string(),
    hash: z.string(),
  })
  .meta({ id: 'AuditRow' });

const answerSchema = z
  .object({
    id: z.string().describe('答复编号'),
    at: z.string(),
    channel: z.string(),
    text: z.string().describe('问题，个人信息已遮去'),
    role: z.string().nullable(),
    region: z.string().nullable(),
    verdict: z.enum(VERDICTS),
    band: z.string(),
    probability: z.number(),
    itemId: z.string().nullable(),
    catalogueVersion: z.string(),
    replayable: z.boolean().describe('能不能用当时的清单重答'),
  })
  .meta({ id: 'LoggedAnswer' });

const orderField = z
  .enum(['newest', 'oldest'])
  .default('newest')
  .describe('newest 新的在前（不写时）；oldest 旧的在前，接着上次取后来的用。翻页时要与第一页一样');

/** `…/audit`: the log of changes, and what was asked and answered. */
export function serveAudit(room: RoomApi, desk: RoomsDesk): void {
  serveLog(room, desk);
  serveAnswers(room, desk);
  serveProofs(room, desk);
}

function serveLog({ app, config, is }: RoomApi, { storage }: RoomsDesk): void {
  app.get(
    '/api/v1/audit/entries',
    {
      config,
      schema: {
        ...is('listAudit', '变更记录，新的在前；order=oldest 时按先后'),
        querystring: z.strictObject({
          action: z.string().max(60).optional().describe('只看一种，如 document-published'),
          subject: z.string().max(200).optional().describe('只看一个对象的'),
          order: orderField,
          ...pageFields,
        }),
        response: { 200: pageSchema(rowSchema), ...refusedWith() },
      },
    },
    async (request, reply) => {
      requireMay(actorOf(request), 'read', 'audit', EVERYWHERE);
      const { action, subject, order, limit, cursor } = request.query;
      const wanted = (row: AuditRow) =>
        (action === undefined || row.action === action) && (subject === undefined || row.subject === subject);
      const found = await through<AuditRow, number | null>({
        after: placeIn(cursor, z.number().int().min(0)) ?? null,
        limit,
        wanted,
        read: (after, most) =>
          order === 'newest' ? storage.audit.newest(after, most) : storage.audit.list(after ?? 0, most),
        placeOf: ({ seq }) => seq,
      });
      return reply.send(found);
    },
  );
}

function serveAnswers({ app, config, is }: RoomApi, { storage }: RoomsDesk): void {
  app.get(
    '/api/v1/audit/answers',
    {
      config,
      schema: {
        ...is('listAnswers', '答过的问题，新的在前；order=oldest 时按先后；可按字、判定、日期找'),
        querystring: z.strictObject({
          find: z.string().max(100).optional().describe('问题里有这几个字'),
          verdict: z.enum(VERDICTS).optional(),
          from: day.optional(),
          to: day.optional().describe('到这一天止（含）'),
          order: orderField,
          ...pageFields,
        }),
        response: { 200: pageSchema(answerSchema), ...refusedWith() },
      },
    },
    async (request, reply) => {
      requireMay(actorOf(request), 'read', 'audit', EVERYWHERE);
      const { find, verdict, from, to, order, limit, cursor } = request.query;
      const stretch = {
        from: from === undefined ? undefined : startOf(from),
        to: to === undefined ? undefined : startOf(to, 1),
      };
      const { items, next } = await through<LoggedQuestion, { at: string; id: string } | undefined>({
        after: placeIn(cursor, z.object({ at: z.string(), id: z.string() })),
        limit,
        wanted: (row) =>
          (find === undefined || row.text.includes(find)) &&
          (verdict === undefined || row.verdict === verdict),
        read: (after, most) =>
          storage.questions.list({ ...stretch, after, limit: most, newestFirst: order === 'newest' }),
        placeOf: ({ at, id }) => ({ at, id }),
      });
      return reply.send({ items: items.map(answerToWire), next });
    },
  );
}

/** The rows that are wanted, page by page, until enough are found or enough has been looked through. */
async function through<Row, Place>(parts: {
  after: Place;
  limit: number;
  wanted(row: Row): boolean;
  read(after: Place, most: number): Promise<Row[]>;
  placeOf(row: Row): Place;
}): Promise<ReturnType<typeof pageOf<Row>>> {
  const { limit, wanted, read, placeOf } = parts;
  const found: Row[] = [];
  let place = parts.after;
  for (let looked = 0; looked < LOOKED_THROUGH; ) {
    const rows = await read(place, PAGE);
    for (const row of rows) {
      place = placeOf(row);
      if (wanted(row)) found.push(row);
      if (found.length === limit) return pageOf(found, limit, placeOf);
    }
    looked += rows.length;
    if (rows.length < PAGE) return { items: found, next: null };
  }
  // What comes after has not been looked at yet: the next page goes on there.
  return { ...pageOf(found, 0, () => place), next: pageOf([place], 1, () => place).next };
}

function answerToWire(row: LoggedQuestion): z.input<typeof answerSchema> {
  const { edition } = row;
  return { ...row, replayable: edition !== null };
}

/** China is eight hours ahead of UTC all year. */
const CHINA_MS = 8 * 3600_000;
const startOf = (date: string, days = 0): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) - CHINA_MS + days * 24 * 3600_000).toISOString();

const replayedSchema: z.ZodType<Replayed> = z
  .object({
    id: z.string(),
    at: z.string(),
    question: z.string(),
    catalogueVersion: z.string().describe('当时的清单版本'),
    program: z.string(),
    answer: z.string().describe('重答的全文'),
    same: z.boolean().describe('与当时的答复是否完全一致'),
  })
  .meta({ id: 'Replay' });
const verifiedSchema: z.ZodType<Verified> = z
  .object({
    rows: z.number(),
    head: z.object({ seq: z.number(), hash: z.string() }),
    findings: z.array(
      z.object({
        seq: z.number(),
        fault: z
          .custom<Verified['findings'][number]['fault']>((value) => typeof value === 'string')
          .meta({ type: 'string' }),
        message: z.string(),
      }),
    ),
  })
  .meta({ id: 'AuditReport' });

/** What shows that the records are those that were written. */
function serveProofs({ app, config, is }: RoomApi, { work }: RoomsDesk): void {
  app.post(
    '/api/v1/audit/answers/:id/replay',
    {
      config,
      schema: {
        ...is('replayAnswer', '用当时的清单重答以前的一个问题，看是否与当时一致'),
        params: z.strictObject({ id: z.string().max(100) }),
        response: { 200: replayedSchema, ...refusedWith(404) },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      requireMay(actor, 'read', 'audit', EVERYWHERE);
      return reply.send(await work.replay(actor.id, request.params.id));
    },
  );
  app.post(
    '/api/v1/audit/verification',
    {
      config,
      schema: {
        ...is('verifyAudit', '核验变更记录和答复：有没有被改过、删过、换过次序'),
        body: z.strictObject({
          witness: z
            .strictObject({ seq: z.number().int().min(0), hash: z.string().regex(/^[0-9a-f]{64}$/) })
            .optional()
            .describe('以前另外抄下的末行'),
        }),
        response: { 200: verifiedSchema, ...refusedWith() },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      requireMay(actor, 'read', 'audit', EVERYWHERE);
      return reply.send(await work.verify(actor.id, request.body.witness));
    },
  );
}
