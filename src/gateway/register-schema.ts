import { z } from 'zod';
import { ENTRY_STATES, type Entry } from '#registers/entry.js';
import { cellOf, type Value } from '#registers/field.js';
import { KIND_IDS } from '#registers/kind.js';
import { day, named, regionField, said, stretchFields } from './fields.js';
import { pageFields } from './page.js';

const state = z
  .enum(ENTRY_STATES)
  .describe('recorded 在册、还没有决定，admitted 已批准，refused 不批准，ended 已停用');
const valueSchema = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);
export const kindParams = z.strictObject({ kind: z.enum(KIND_IDS).describe('哪一种台账') });
export const entryParams = kindParams.extend({ id: z.string().max(100) });

export const kindSchema = z
  .object({
    id: z.enum(KIND_IDS),
    name: z.string(),
    is: z.string().describe('记什么'),
    decides: z.string().nullable().describe('要谁决定的叫什么：准入、核准；只是记录的为 null'),
    fields: z.array(
      z.object({
        key: z.string(),
        label: z.string(),
        sort: z.enum(['text', 'date', 'whole', 'choice', 'list', 'yes']),
        choices: z.array(z.string()),
        required: z.boolean(),
        hint: z.string().nullable(),
        personal: z.boolean().describe('写的是个人，只有本社区看得到'),
      }),
    ),
    states: z.record(z.string(), z.string()).describe('各种状态在这本台账里怎么说'),
  })
  .meta({ id: 'RegisterKind' });

export const entrySchema: z.ZodType<Entry> = z
  .object({
    id: z.string(),
    number: z.string(),
    kind: z.enum(KIND_IDS),
    region: z.string(),
    place: z.string(),
    day: z.string(),
    state,
    values: z.record(z.string(), valueSchema),
    decided: z
      .object({
        day: z.string(),
        by: z.string(),
        number: z.string().nullable(),
        reason: z.string().nullable(),
      })
      .nullable(),
    ended: z.object({ day: z.string(), reason: z.string() }).nullable(),
  })
  .meta({ id: 'RegisterEntry' });

const valuesSchema = z
  .record(
    z.string().max(60),
    z.union([z.string().max(1000), z.number(), z.boolean(), z.array(named).max(100)]),
  )
  .describe('按栏目的 key 填');

export const newEntrySchema = z
  .strictObject({
    region: regionField.optional().describe('哪个社区；不写为自己的'),
    place: named.default('').describe('社区（村）的名称'),
    values: valuesSchema,
  })
  .meta({ id: 'NewRegisterEntry' });

export const entryEventSchema = z
  .discriminatedUnion('type', [
    z.strictObject({ type: z.literal('amend'), values: valuesSchema.describe('只写要改的栏目') }),
    z.strictObject({
      type: z.literal('admit'),
      number: named.nullable().default(null),
      reason: said.nullable().default(null),
    }),
    z.strictObject({ type: z.literal('refuse'), reason: said }),
    z.strictObject({ type: z.literal('reopen'), reason: said }),
    z.strictObject({ type: z.literal('end'), reason: said }),
  ])
  .meta({ id: 'RegisterEvent' });

export const entryFilterSchema = z.strictObject({ ...stretchFields, state: state.optional(), ...pageFields });
export const entryPlace = z.object({ day, id: z.string() });

/** Tables as a report has them, the first row their header. */
export const tablesSchema = z.array(z.object({ name: z.string(), rows: z.array(z.array(z.string())) }));

export const summarySchema = z
  .object({
    total: z.number(),
    line: z.string().describe('一句话'),
    tables: tablesSchema,
    limits: z.array(z.string()).describe('对照本地区规定的数量，超没超'),
  })
  .meta({ id: 'RegisterSummary' });

/** Values as the cells of a form have them, by which they are checked. */
export const cellsOf = (values: Readonly<Record<string, Value>>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, cellOf(value)]));
