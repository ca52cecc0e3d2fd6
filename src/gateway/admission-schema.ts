import { z } from 'zod';
import { draftSchema as anyDraft, eventSchema as anyEvent } from '#admission/event-schema.js';
import { screeningSchema } from '#admission/screening.js';
import { KEPT_STATES } from '#admission/state.js';
import { EVENT_TYPES } from '#admission/transitions.js';
import type { HappenedEvent } from '#storage/ports.js';
import { regionField } from './fields.js';
import { pageFields } from './page.js';

const draftSchema = anyDraft.meta({ id: 'ApplicationDraft' });
export const eventSchema = anyEvent.meta({ id: 'AdmissionEvent' });

/** What POST /api/v1/admissions takes. */
export const newAdmissionSchema = z
  .strictObject({
    region: regionField.describe('在哪个地区实施'),
    application: draftSchema,
  })
  .meta({ id: 'NewAdmission' });

/** What GET /api/v1/admissions takes. */
export const admissionFilterSchema = z.strictObject({
  region: regionField.optional(),
  state: z.enum(KEPT_STATES).optional(),
  ...pageFields,
});

const on = z.object({ on: z.string(), by: z.string(), reason: z.string() });
const opinion = { on: z.string(), by: z.string(), agrees: z.boolean(), text: z.string() };

/** One application with what became of it. */
export const admissionSchema = z
  .object({
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
    review: z.object(opinion).nullable(),
    meeting: z.object({ ...opinion, participants: z.array(z.string()) }).nullable(),
    decision: z
      .object({
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
      z.object({
        means: z.enum(['funds', 'staff']),
        on: z.string(),
        by: z.string(),
        amount: z.number().nullable(),
        proof: z.string(),
      }),
    ),
    revoked: on.extend({ from: z.string() }).nullable(),
    withdrawn: on.nullable(),
  })
  .meta({ id: 'Admission' });

/** One application as it is read by itself. */
export const admissionSeenSchema = admissionSchema
  .extend({
    next: z.array(z.enum(EVENT_TYPES)).describe('现在您能办的步骤：按状态、当地的准入程序和您的身份'),
  })
  .meta({ id: 'AdmissionSeen' });

export const happenedSchema: z.ZodType<HappenedEvent> = z
  .object({
    number: z.number(),
    at: z.string(),
    day: z.string(),
    actorName: z.string(),
    event: z.union([z.object({ type: z.literal('create') }), anyEvent]),
  })
  .meta({ id: 'AdmissionHistory' });

export const admissionParams = z.strictObject({ id: z.string().max(64).describe('id 或编号') });
