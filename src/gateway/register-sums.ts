import { z } from 'zod';
import type { Actor } from '#access/roles.js';
import { readRegisterFacts } from '#app/register-facts.js';
import { citedPlace } from '#catalogue/citation.js';
import { assessmentPlan } from '#registers/assessment-plan.js';
import type { Entry } from '#registers/entry.js';
import type { KindId, RegisterKind } from '#registers/kind.js';
import { REGISTERS } from '#registers/kinds/index.js';
import { checkLimits } from '#registers/limits.js';
import { regionOfCode } from '#registers/places.js';
import { planTables } from '#registers/plan-said.js';
import { limitLine, sharedFieldRows, summaryLine, summaryTables } from '#registers/said.js';
import { askedBySeveral, askedFields } from '#registers/shared-fields.js';
import { summaryOf } from '#registers/tally.js';
import { actorOf } from '#server/api/callers.js';
import { allEntries as entriesOf } from '#storage/all-entries.js';
import type { RegisterPage } from '#storage/ports.js';
import { kbOf, type RoomsDesk, regionCodeOf } from './desk.js';
import { regionField, stretchFields } from './fields.js';
import { kindParams, summarySchema, tablesSchema } from './register-schema.js';
import { type RoomApi, refusedWith } from './room.js';

/** Every entry of a page and those behind it. */
export const allEntries = (
  { storage }: RoomsDesk,
  actor: Actor,
  page: Omit<RegisterPage, 'limit' | 'after'>,
) => entriesOf(storage.registers, actor, page);

/** What registers add up to. */
export function serveRegisterSums(room: RoomApi, desk: RoomsDesk): void {
  serveSummary(room, desk);
  serveTables(room, desk);
}

function serveSummary({ app, config, is }: RoomApi, desk: RoomsDesk): void {
  app.get(
    '/api/v1/registers/:kind/summary',
    {
      config,
      schema: {
        ...is('registerSummary', '汇总：各有多少，谁要的最多'),
        params: kindParams,
        querystring: z.strictObject(stretchFields),
        response: { 200: summarySchema, ...refusedWith() },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const { region: named, ...stretch } = request.query;
      const region = regionCodeOf(desk, actor, named);
      const kind: RegisterKind = REGISTERS[request.params.kind];
      const tallies = await desk.storage.registers.tally(actor, { kind: kind.id, region, ...stretch });
      const summary = summaryOf(tallies);
      return reply.send({
        total: summary.total,
        line: summaryLine(kind, summary),
        tables: summaryTables(kind, summary).map(({ name, rows }) => ({
          name,
          rows: rows.map((row) => [...row]),
        })),
        limits: await limitLines(desk, actor, kind, region),
      });
    },
  );
}

/** The limits of the region, held against the entries of each place by itself. */
async function limitLines(
  desk: RoomsDesk,
  actor: Actor,
  kind: RegisterKind,
  region: string,
): Promise<string[]> {
  const limits = readRegisterFacts().limits.filter(({ register }) => register === kind.id);
  if (limits.length === 0) return [];
  const kb = kbOf(desk);
  const byPlace = new Map<string, Entry[]>();
  for (const entry of await allEntries(desk, actor, { kind: kind.id, region })) {
    const there = byPlace.get(entry.region);
    if (there === undefined) byPlace.set(entry.region, [entry]);
    else there.push(entry);
  }
  return [...byPlace].flatMap(([code, entries]) => {
    const where = { region: regionOfCode(kb.regions, code)?.name ?? '', day: desk.today(), what: kind.what };
    return checkLimits(kb, limits, entries, where).map(
      (check) => `${code}：${limitLine(kind, check)}（${citedPlace(check.citation)}）`,
    );
  });
}

function serveTables({ app, config, is }: RoomApi, desk: RoomsDesk): void {
  const all = async (actor: Actor, kind: KindId, named: string | undefined) =>
    allEntries(desk, actor, { kind, region: regionCodeOf(desk, actor, named) });
  app.get(
    '/api/v1/registers/shared-fields',
    {
      config,
      schema: {
        ...is('sharedFields', '几个单位都要的数据项：一次采集、多方共享'),
        querystring: z.strictObject({
          region: regionField.optional(),
          all: z.enum(['true', 'false']).default('false').describe('只有一个单位要的也列出'),
        }),
        response: { 200: z.object({ tables: tablesSchema }), ...refusedWith() },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const { region, all: every } = request.query;
      const [forms, fields] = [await all(actor, 'forms', region), await all(actor, 'fields', region)];
      const asked = askedFields(forms, fields, readRegisterFacts().fieldNames);
      const rows = sharedFieldRows(every === 'true' ? asked : askedBySeveral(asked));
      return reply.send({ tables: [{ name: '数据项共享', rows }] });
    },
  );
  app.get(
    '/api/v1/registers/assessment-plan',
    {
      config,
      schema: {
        ...is('assessmentPlan', '一揽子综合考评：一年的考核评比并在一起，前后各几项'),
        querystring: z.strictObject({
          region: regionField.optional(),
          year: z.coerce.number().int().min(2000).max(2999),
        }),
        response: { 200: z.object({ tables: tablesSchema }), ...refusedWith() },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const { region, year } = request.query;
      const assessments = await all(actor, 'assessments', region);
      const plan = assessmentPlan(assessments, await all(actor, 'plans', region), year);
      return reply.send({ tables: planTables(plan) });
    },
  );
}
