import { z } from 'zod';
import { CAMPAIGN_STATES, type Campaign, type CampaignEvent } from '#inspection/campaign.js';
import { FINDING_STATES, type Finding, type FindingEvent } from '#inspection/finding.js';
import type { Inspection, OverviewLine } from '#inspection/overview.js';
import { SHEET_STATES, type Sheet, type SheetEvent } from '#inspection/sheet.js';
import { day, named, regionField, said } from './fields.js';

export const campaignSchema: z.ZodType<Campaign> = z
  .object({
    id: z.string(),
    number: z.string(),
    title: z.string(),
    region: z.string(),
    state: z.enum(CAMPAIGN_STATES).describe('self-check 自查，on-site 明察暗访和整改，closed 已办结'),
    begun: z.string(),
    selfCheckBy: z.string().describe('自查表哪天以前交'),
    closed: z.object({ day: z.string(), by: z.string(), note: z.string() }).nullable(),
  })
  .meta({ id: 'Campaign' });

export const sheetSchema: z.ZodType<Sheet> = z
  .object({
    campaign: z.string(),
    region: z.string(),
    place: z.string(),
    state: z.enum(SHEET_STATES),
    answers: z.record(
      z.string(),
      z.object({ counted: z.number().nullable().describe('登记里的数'), said: z.string() }),
    ),
    submitted: z.object({ day: z.string(), by: z.string() }).nullable(),
    returned: z.string().nullable(),
  })
  .meta({ id: 'SelfCheckSheet' });

export const findingSchema: z.ZodType<Finding> = z
  .object({
    id: z.string(),
    campaign: z.string(),
    region: z.string(),
    place: z.string(),
    state: z.enum(FINDING_STATES).describe('open 整改中，rectified 待复查，closed 已销号'),
    visit: z.object({ day: z.string(), by: z.string(), announced: z.boolean() }),
    question: z.string().nullable(),
    text: z.string(),
    photos: z.array(z.string()),
    due: z.string(),
    rectified: z
      .object({ day: z.string(), by: z.string(), text: z.string(), proofs: z.array(z.string()) })
      .nullable(),
    rechecks: z.array(z.object({ day: z.string(), by: z.string(), done: z.boolean(), note: z.string() })),
  })
  .meta({ id: 'Finding' });

const lineSchema: z.ZodType<OverviewLine> = z.object({
  region: z.string(),
  place: z.string(),
  sheets: z.number(),
  submitted: z.number(),
  findings: z.number(),
  open: z.number(),
  overdue: z.number(),
  rectified: z.number(),
  closed: z.number(),
});

/** A campaign with where each community stands. */
export interface InspectionSeen extends Inspection {
  /** What the sheets ask, in their order. */
  questions: readonly { id: string; chapter: string; ask: string }[];
  overall: OverviewLine;
  communities: readonly OverviewLine[];
}
export const inspectionSchema: z.ZodType<InspectionSeen> = z
  .object({
    campaign: campaignSchema,
    sheets: z.array(sheetSchema),
    findings: z.array(findingSchema),
    overall: lineSchema,
    communities: z.array(lineSchema),
    questions: z
      .array(z.object({ id: z.string(), chapter: z.string(), ask: z.string() }))
      .describe('自查表的题：answers 里的编号、哪一方面、怎么问'),
  })
  .meta({ id: 'Inspection' });

export const newCampaignSchema = z
  .strictObject({
    title: named.min(1),
    region: regionField.optional().describe('督察哪个地区；不写为自己的'),
    selfCheckBy: day.describe('自查表哪天以前交'),
    from: day.optional().describe('登记从哪天起算；不写为当年1月1日'),
    communities: z
      .array(z.strictObject({ region: z.string().regex(/^\d{6,12}$/), place: named }))
      .min(1)
      .max(2000)
      .describe('给哪些社区（村）自查表'),
  })
  .meta({ id: 'NewCampaign' });

export const campaignEventSchema = z
  .discriminatedUnion('type', [
    z.strictObject({ type: z.literal('start-visits') }),
    z.strictObject({ type: z.literal('extend'), selfCheckBy: day }),
    z.strictObject({ type: z.literal('close'), note: said.default('') }),
  ])
  .meta({ id: 'CampaignEvent' }) satisfies z.ZodType<CampaignEvent>;

export const sheetEventSchema = z
  .discriminatedUnion('type', [
    z.strictObject({ type: z.literal('answer'), said: z.record(z.string().max(60), z.string().max(2000)) }),
    z.strictObject({ type: z.literal('submit') }),
    z.strictObject({ type: z.literal('return'), reason: said }),
  ])
  .meta({ id: 'SheetEvent' }) satisfies z.ZodType<SheetEvent>;

const hash = z.string().regex(/^[0-9a-f]{64}$/);
export const photoParams = z.strictObject({ hash });
export const visitSchema = z
  .strictObject({
    region: regionField.describe('哪个社区'),
    place: named.default(''),
    day: day.optional().describe('哪天去的；不写为今天'),
    by: named.optional().describe('谁去的；不写为记录的人'),
    announced: z.boolean().default(true).describe('明察为 true，暗访为 false'),
    findings: z
      .array(
        z.strictObject({
          text: said.min(1),
          question: z.string().max(60).nullable().default(null).describe('自查表里的哪一题'),
          photos: z.array(hash).max(20).default([]),
          due: day.describe('哪天以前改好'),
        }),
      )
      .min(1)
      .max(100),
  })
  .meta({ id: 'NewVisit' });

export const findingEventSchema = z
  .union([
    z.strictObject({ type: z.literal('rectify'), text: said, proofs: z.array(hash).max(20).default([]) }),
    z.strictObject({ type: z.literal('recheck'), done: z.literal(true), note: said.default('') }),
    z.strictObject({ type: z.literal('recheck'), done: z.literal(false), note: said.default(''), due: day }),
    z.strictObject({ type: z.literal('extend'), due: day }),
  ])
  .meta({ id: 'FindingEvent' }) satisfies z.ZodType<FindingEvent>;
