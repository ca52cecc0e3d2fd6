import { z } from 'zod';
import {
  CASE_KINDS,
  CASE_SOURCES,
  CASE_STATES,
  type Case,
  type CaseEvent,
  type CaseStatistics,
  type CaseStatus,
  LONGEST_DEMAND,
} from '#cases/index.js';
import { TRIAGE_CLASSES } from '#catalogue/matters/schema.js';
import { VERDICTS } from '#ruling/index.js';
import type { CaseHistory, CaseRow, Contact } from '#storage/ports.js';
import { day, named, regionField, said } from './fields.js';
import { pageFields } from './page.js';

const triage = z.enum(TRIAGE_CLASSES).describe('三事分流：government 大事，consult 小事，self 私事');
const state = z
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

export const newCaseSchema = z
  .strictObject({
    text: z
      .string()
      .min(1)
      .max(2 * LONGEST_DEMAND)
      .describe('要办的事'),
    region: regionField.optional().describe('哪个社区；不写为自己的'),
    source: z
      .enum(CASE_SOURCES)
      .default('window')
      .describe('window 窗口，phone 电话记录，chat 对话，page 网页'),
    kind: z.enum(CASE_KINDS).optional().describe('诉求还是开证明；不写由程序看'),
    contact: z
      .strictObject({
        name: named.nullable().default(null),
        phone: named.nullable().default(null),
        place: named.nullable().default(null),
      })
      .optional()
      .describe('怎么称呼、电话、地点；加密保存'),
    key: z
      .string()
      .regex(/^[\w-]{16,64}$/)
      .optional()
      .describe('请求编号，自己取一个猜不到的；同一个编号再来一次不会再接一件'),
  })
  .meta({ id: 'NewCase' });

const step = <Type extends string, Fields extends z.core.$ZodShape>(type: Type, fields: Fields) =>
  z.strictObject({ type: z.literal(type), ...fields });

/** What people do to a case; attachments have an address of their own. */
export const caseEventSchema = z
  .discriminatedUnion('type', [
    step('sort', { class: triage, reason: said }),
    step('route', { to: named, level: level.default('street') }),
    step('return', { reason: said }),
    step('escalate', { to: named, level: level.default('street'), reason: said }),
    step('meet', {
      participants: z.array(named).max(50),
      place: named.nullable().default(null),
      note: said,
      result: said,
      agreed: z.boolean(),
    }),
    step('guide', { text: said }),
    step('resolve', { text: said }),
    step('issue', { text: said, basis: said.nullable().default(null) }),
    step('refuse', { reason: said }),
    step('reply', { text: said, how: named }),
    step('visit', { satisfied: z.boolean(), note: said }),
    step('close', { reason: said }),
    step('withdraw', { reason: said }),
    step('extend', { days: z.number().int().min(1).max(30), reason: said }),
  ])
  .meta({ id: 'CaseEvent' }) satisfies z.ZodType<CaseEvent>;

export const caseFilterSchema = z.strictObject({
  region: regionField.optional().describe('一个地区和它下面的；不写为自己能看的全部'),
  state: state.optional(),
  open: z.enum(['true', 'false']).optional().describe('true 只看没有办结的，false 只看办结和撤回的'),
  class: triage.optional(),
  from: day.optional().describe('从这一天起接的件'),
  to: day.optional().describe('这一天以前接的件'),
  dueBy: day.optional().describe('到这一天应办的'),
  ...pageFields,
});

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
