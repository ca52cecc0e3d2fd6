import { z } from 'zod';
import { ROLES } from '#access/roles.js';
import { draftSchema, eventSchema } from '#admission/event-schema.js';
import { screeningSchema } from '#admission/screening.js';
import { KEPT_STATES } from '#admission/state.js';

export { eventSchema };

/** What POST /api/v1/sessions takes and gives. */
export const loginSchema = z.strictObject({ name: z.string().max(100), password: z.string().max(1000) });
export const sessionSchema = z.strictObject({
  token: z.string().describe('以后的请求放在 Authorization: Bearer 里'),
  expiresAt: z.string(),
  user: z.strictObject({ name: z.string(), role: z.enum(ROLES), region: z.string() }),
});

/** What POST /api/v1/admissions takes. */
export const newAdmissionSchema = z.strictObject({
  region: z.string().max(64).describe('在哪个地区实施，全称或简称'),
  application: draftSchema,
});

/** What GET /api/v1/admissions takes. */
export const admissionFilterSchema = z.strictObject({
  region: z.string().max(64).optional(),
  state: z.enum(KEPT_STATES).optional(),
  after: z.string().max(64).optional().describe('上一页最后一件的 id'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

const on = z.strictObject({ on: z.string(), by: z.string(), reason: z.string() });
const opinion = { on: z.string(), by: z.string(), agrees: z.boolean(), text: z.string() };

/** One application with what became of it. */
export const admissionSchema = z.strictObject({
  id: z.string(),
  number: z.string(),
  code: z.string().describe('查询码'),
  region: z.string(),
  regionName: z.string(),
  state: z.enum(KEPT_STATES),
  stateToday: z
    .enum([...KEPT_STATES, 'in-force', 'expired'])
    .describe('今天的状态：实施中、已到期由日期推出'),
  application: draftSchema,
  createdOn: z.string(),
  changedOn: z.string(),
  submittedOn: z.string().nullable(),
  screening: screeningSchema.nullable().describe('提交时对照清单、核对依据的结果'),
  returned: on.nullable(),
  review: z.strictObject(opinion).nullable(),
  meeting: z.strictObject({ ...opinion, participants: z.array(z.string()) }).nullable(),
  decision: z
    .strictObject({
      on: z.string(),
      by: z.string(),
      admitted: z.boolean(),
      reason: z.string(),
      number: z.string(),
      from: z.string().nullable(),
      to: z.string().nullable(),
    })
    .nullable(),
  receipts: z.array(
    z.strictObject({
      means: z.enum(['funds', 'staff']),
      on: z.string(),
      by: z.string(),
      amount: z.number().nullable(),
      proof: z.string(),
    }),
  ),
  revoked: on.extend({ from: z.string() }).nullable(),
  withdrawn: on.nullable(),
});
export const admissionsSchema = z.strictObject({ admissions: z.array(admissionSchema) });
