import { z } from 'zod';
import { MATTER_SORTS } from '#catalogue/matters/schema.js';
import {
  aimSchema,
  GROUP_STATES,
  keptSchema,
  OPEN_REASONS,
  PROPOSAL_STATES,
  proposalEventSchema,
} from '#review/index.js';
import { ROLES, VERDICTS } from '#ruling/index.js';
import { regionField } from './fields.js';
import { pageFields } from './page.js';

const days = z.coerce.number().int().min(1).max(3660).default(90).describe('最近多少天');

export const groupFilterSchema = z.strictObject({
  days,
  why: z.enum(OPEN_REASONS).optional(),
  state: z.enum(GROUP_STATES).optional(),
  find: z.string().max(100).optional().describe('问题里有这几个字'),
  ...pageFields,
});

const questionSchema = z
  .object({
    id: z.string().describe('答复编号'),
    at: z.string(),
    text: z.string().describe('已去个人信息'),
    role: z.enum(ROLES).nullable(),
    region: z.string().nullable(),
    verdict: z.enum(VERDICTS),
    why: z
      .enum(OPEN_REASONS)
      .describe('wrong 被说不对，asked-back 反问，not-listed 清单未列，out-of-scope 不在范围'),
    said: z.array(z.string()).describe('说不对以后讲的原因'),
  })
  .meta({ id: 'OpenQuestion' });

const groupFields = {
  id: z.string(),
  state: z.enum(GROUP_STATES).describe('open 待办，proposed 已提案'),
  count: z.number(),
  counts: z.record(z.enum(OPEN_REASONS), z.number()),
  newest: z.string(),
  questions: z.array(questionSchema).describe('新的在前；列表里最多 3 个，单看一组最多 500 个'),
  proposals: z.array(z.string()).describe('由这组问题提过的提案'),
};
export const groupSchema = z.object(groupFields).meta({ id: 'ReviewGroup' });
export const groupsSchema = z.object({
  items: z.array(groupSchema),
  next: z.string().nullable(),
  total: z.object({ groups: z.number(), questions: z.number() }),
  more: z.boolean().describe('还有更早的没有看'),
});
export const groupSeenSchema = z.object({
  ...groupFields,
  suggestions: z
    .array(
      z.object({
        id: z.string(),
        name: z.string(),
        sort: z.enum(MATTER_SORTS).nullable(),
        is: z.string().nullable(),
        share: z.number().describe('像的程度，0 到 1'),
      }),
    )
    .describe('最像的事项'),
});

export const newProposalSchema = z
  .strictObject({
    aim: aimSchema,
    group: z.string().max(64).optional().describe('哪一组未答问题'),
    questions: z.array(z.string().max(64)).max(500).optional().describe('只用组里的这几个问题'),
    wordings: z.array(z.string().max(400)).max(100).optional().describe('问法；不写就用问题的原话'),
    note: z.string().max(500).nullable().default(null),
    region: regionField.optional().describe('为哪个地区提；不写为自己的'),
  })
  .meta({ id: 'NewProposal' });

export const proposalFilterSchema = z.strictObject({
  state: z.enum(PROPOSAL_STATES).optional(),
  ...pageFields,
});
export const eventSchema = proposalEventSchema.meta({ id: 'ProposalEvent' });

const saidSchema = z.object({
  verdict: z.enum(VERDICTS),
  band: z.enum(['answer', 'confirm', 'abstain']),
  name: z.string().nullable(),
  row: z.string().nullable(),
});
const changeSchema = z
  .object({
    text: z.string(),
    region: z.string().nullable(),
    before: saidSchema,
    after: saidSchema,
    right: z
      .object({ before: z.boolean(), after: z.boolean() })
      .nullable()
      .describe('原来对不对、以后对不对'),
  })
  .meta({ id: 'AnswerChange' });
const setSchema = z.object({
  asked: z.number(),
  changed: z.number(),
  worse: z.number(),
  better: z.number(),
  changes: z.array(changeSchema),
});
const trialSchema = z
  .object({
    at: z.string(),
    own: z.array(changeSchema).describe('提案里的问法'),
    office: setSchema.describe('本单位留存的问题'),
    shipped: setSchema.describe('随程序发布的问题'),
  })
  .meta({ id: 'ProposalTrial' });

const who = z.object({ id: z.string(), name: z.string() });
export const proposalSchema = z
  .object({
    id: z.string(),
    state: z.enum(PROPOSAL_STATES),
    region: z.string(),
    regionName: z.string(),
    aim: aimSchema,
    matterName: z.string(),
    wordings: z.array(z.string()),
    questions: z.number().describe('由几个问题提的'),
    note: z.string().nullable(),
    proposedBy: who,
    proposedAt: z.string(),
    decidedBy: who.nullable(),
    decidedAt: z.string().nullable(),
    reason: z.string().nullable(),
    trial: trialSchema.nullable(),
    fresh: z.boolean().describe('试答以后清单没有变过，可以接受'),
    trying: z.object({ done: z.number(), total: z.number() }).nullable().describe('正在试答，做到哪里'),
    failed: z.string().nullable().describe('上次试答没有做完的原因'),
    may: z.object({
      accept: z.boolean(),
      reject: z.boolean(),
      withdraw: z.boolean(),
      revoke: z.boolean(),
    }),
  })
  .meta({ id: 'Proposal' });

export const newKeptSchema = z
  .strictObject({
    question: z.string().min(2).max(1000).describe('答复编号，或问题本身'),
    ...keptSchema.omit({ text: true, role: true }).shape,
  })
  .meta({ id: 'NewKeptQuestion' });
export const keptWireSchema = z
  .object({
    id: z.string(),
    text: z.string(),
    role: z.enum(ROLES).nullable(),
    region: z.string().nullable(),
    expected: z.array(z.enum(VERDICTS)),
    row: z.string().nullable(),
    note: z.string().nullable(),
    keptBy: z.string(),
    keptAt: z.string(),
  })
  .meta({ id: 'KeptQuestion' });

export const idParams = z.strictObject({ id: z.string().max(64) });
