import { z } from 'zod';
import { applicationSchema } from './application.js';
import type { AdmissionEvent } from './state.js';

const said = z.string().max(2000);
const day = z.string().max(10);

/** Any part of an application. */
export const draftSchema = applicationSchema.partial();

/** What somebody does to an application, as it comes from outside; the model checks what it says. */
export const eventSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('amend'), application: draftSchema }),
  z.strictObject({ type: z.literal('submit') }),
  z.strictObject({ type: z.literal('return'), reason: said.describe('要补什么') }),
  z.strictObject({ type: z.literal('review'), agrees: z.boolean(), text: said.describe('审核意见') }),
  z.strictObject({
    type: z.literal('meet'),
    agrees: z.boolean(),
    text: said.describe('会商意见'),
    participants: z.array(z.string().max(100)).max(50).describe('参加会商的单位'),
  }),
  z.strictObject({
    type: z.literal('decide'),
    admit: z.boolean(),
    reason: said,
    number: z.string().min(1).max(60).optional().describe('决定书的文号，默认用申请的编号'),
    from: day.optional().describe('从哪天起，默认按申请'),
    to: day.optional().describe('到哪天止，默认按申请'),
  }),
  z.strictObject({ type: z.literal('withdraw'), reason: said }),
  z.strictObject({ type: z.literal('revoke'), reason: said, from: day.optional() }),
  z.strictObject({
    type: z.literal('receive'),
    means: z.enum(['funds', 'staff']),
    amount: z.number().nonnegative().max(1e12).optional(),
    proof: said.describe('凭证或说明'),
  }),
]) satisfies z.ZodType<AdmissionEvent>;
