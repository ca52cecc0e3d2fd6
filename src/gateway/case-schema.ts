import { z } from 'zod';
import {
  CASE_KINDS,
  CASE_SOURCES,
  CASE_STATES,
  type Case,
  type CaseStatistics,
  type CaseStatus,
} from '#cases/index.js';
import { TRIAGE_CLASSES } from '#catalogue/matters/schema.js';
import { VERDICTS } from '#ruling/index.js';
import type { CaseHistory, CaseRow, Contact } from '#storage/ports.js';

export const triage = z.enum(TRIAGE_CLASSES).describe('三事分流：government 大事，consult 小事，self 私事');
export const state = z
  .enum(CASE_STATES)
  .describe(
    'received 已接件，consulting 协商中，routed 已流转，returned 已退回，resolved 待出件，replied 待回访，closed 已办结，withdrawn 已撤回',
  );
const level = z.enum(['street', 'department']);
const due = z
  .object({
    for: z.enum(['move', 'result', 'reply', 'visit']).describe('下一步：流转、办出结果、出件、回访'),
    day: z.string(),
    sure: z.boolean().describe('为 false 时这一年的放假安排未见，只除去了周末'),
  })
  .nullable();
const lines = z.array(z.string());

export const caseRowSchema: z.ZodType<CaseRow> = z
  .object({
    id: z.string(),
    number: z.string().describe('件号'),
    region: z.string(),
    kind: z.enum(CASE_KINDS).describe('demand 诉求，paper 开证明'),
    state,
    class: triage.nullable(),
    text: z.string().describe('诉求内容，个人信息已遮去'),
    matter: z.string().nullable(),
    office: z.string().nullable().describe('现在由谁办'),
    receivedOn: z.string(),
    due,
    told: z.object({ soon: z.string().nullable(), late: z.string().nullable() }),
  })
  .meta({ id: 'CaseRow' });

const caseSchema: z.ZodType<Case> = z.object({
  kind: z.enum(CASE_KINDS),
  state,
  region: z.string(),
  source: z.enum(CASE_SOURCES),
  receivedOn: z.string(),
  text: z.string(),
  sorting: z.object({
    class: triage.nullable(),
    matter: z.string().nullable(),
    why: z.string(),
    responsible: z.string().nullable(),
    committee: z.string().nullable(),
    turnTo: z.string().nullable(),
    basis: lines,
    by: z.enum(['lists', 'person']),
  }),
  paper: z
    .object({
      name: z.string(),
      verdict: z.enum(VERDICTS),
      band: z.enum(['answer', 'confirm', 'abstain']),
      says: lines,
      gaps: lines,
      route: z.string().nullable(),
      basis: lines,
    })
    .nullable(),
  office: z.object({ name: z.string(), level, since: z.string() }).nullable(),
  meetings: z.array(
    z.object({
      day: z.string(),
      place: z.string().nullable(),
      participants: lines,
      note: z.string(),
      result: z.string(),
      agreed: z.boolean(),
    }),
  ),
  returns: z.array(z.object({ day: z.string(), from: z.string(), reason: z.string() })),
  escalations: z.number(),
  extended: z.string().nullable(),
  result: z
    .object({
      day: z.string(),
      text: z.string(),
      outcome: z.enum(['done', 'guided', 'agreed', 'issued', 'refused']),
      paperNumber: z.string().nullable(),
    })
    .nullable(),
  reply: z.object({ day: z.string(), text: z.string(), how: z.string() }).nullable(),
  visits: z.array(z.object({ day: z.string(), satisfied: z.boolean().nullable(), note: z.string() })),
  due,
  told: z.object({ soon: z.string().nullable(), late: z.string().nullable() }),
  attachments: z.array(
    z.object({
      no: z.number(),
      name: z.string(),
      mediaType: z.string(),
      size: z.number(),
      sha256: z.string(),
    }),
  ),
});

/** A case with what only those who may read it see. */
export interface CaseSeen {
  number: string;
  region: string;
  code: string;
  case: Case;
  contact: Contact | null;
  history: readonly CaseHistory[];
}
export const caseSeenSchema: z.ZodType<CaseSeen> = z
  .object({
    number: z.string(),
    region: z.string(),
    code: z.string().describe('查询码，给来办事的人'),
    case: caseSchema,
    contact: z
      .object({ name: z.string().nullable(), phone: z.string().nullable(), place: z.string().nullable() })
      .nullable(),
    history: z.array(
      z.object({
        at: z.string(),
        actor: z.string(),
        type: z.custom<CaseHistory['type']>((value) => typeof value === 'string').meta({ type: 'string' }),
        detail: z.record(z.string(), z.unknown()),
      }),
    ),
  })
  .meta({ id: 'Case' });

export const statisticsSchema: z.ZodType<CaseStatistics> = z
  .object({
    total: z.number(),
    open: z.number(),
    overdue: z.number(),
    closed: z.number(),
    byClass: z.object({
      government: z.number(),
      consult: z.number(),
      self: z.number(),
      unsorted: z.number(),
    }),
    byKind: z.object({ demand: z.number(), paper: z.number() }),
    issued: z.number(),
    refused: z.number(),
    returned: z.number(),
    escalated: z.number(),
    medianDays: z.number().nullable().describe('一半的件在几天内办出结果；还没有的为 null'),
    inTime: z.number().nullable().describe('按时的比例，0 到 1'),
    visited: z.number(),
    satisfied: z.number(),
    matters: z.array(z.tuple([z.string(), z.number()])).describe('最多的事，各几件'),
  })
  .meta({ id: 'CaseStatistics' });

export const statusSchema: z.ZodType<CaseStatus> = z
  .object({
    number: z.string(),
    receivedOn: z.string(),
    kind: z.enum(CASE_KINDS),
    about: z.string(),
    state: z.string(),
    sorted: z.string(),
    why: z.string(),
    office: z.string().nullable(),
    due: z.string().nullable(),
    result: z.string().nullable(),
    paperNumber: z.string().nullable(),
    reply: z.string().nullable(),
    returns: lines,
  })
  .meta({ id: 'CaseStatus' });
