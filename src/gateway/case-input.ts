import { z } from 'zod';
import { CASE_KINDS, CASE_SOURCES, type CaseEvent, LONGEST_DEMAND } from '#cases/index.js';
import { state, triage } from './case-schema.js';
import { day, named, regionField, said } from './fields.js';
import { pageFields } from './page.js';

const level = z.enum(['street', 'department']);

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
