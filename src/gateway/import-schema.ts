import { z } from 'zod';
import { EVIDENCE, LIST_KINDS, STATUS } from '#catalogue/schema.js';
import type { Difference } from '#importing/differences.js';
import { IMPORT_SETTINGS, type ImportFinding } from '#importing/extracted.js';
import { FIELDS } from '#importing/field-names.js';
import type { DocumentPlanned, ImportSeen, ListPlanned, RowPlanned } from '#importing/seen.js';
import { named, regionField } from './fields.js';

/** Rows that a choice may be sent for at once: more doesn't fit into a field of a form. */
const MOST_CHOICES = 4000;

const said = named.min(1).optional();

/** What may be said of a file; what isn't said is looked for in it. */
export const importAskedSchema = z
  .strictObject({
    region: regionField.optional().describe('清单是哪个地区的；不写时从标题里找'),
    document: said.describe('装入哪份文件：已有的编号就是更新，新编号就是新建'),
    title: said.describe('文件标题'),
    number: said.describe('文号'),
    issuer: said.describe('发文机关'),
    issued: said.describe('成文日期，如 2024-05-01'),
    from: said.describe('施行日期'),
    evidence: z.enum(EVIDENCE).optional(),
    status: z.enum(STATUS).optional(),
    skipBadRows: z.boolean().default(false).describe('跳过有错误的行，导入其余的'),
    kinds: z
      .array(
        z.strictObject({
          part: named.optional().describe('工作表或表的名称；不写就是全部'),
          kind: z.enum(LIST_KINDS),
        }),
      )
      .max(200)
      .default([])
      .describe('清单是哪一种'),
    columns: z
      .array(
        z.strictObject({
          signature: said.describe('哪一个表头（试导入的结果里有）；不写就是全部'),
          column: named.min(1).describe('列：字母，如 C，或者表头的字'),
          field: z.enum(FIELDS).nullable().describe('这一列是什么；null 为不读'),
        }),
      )
      .max(500)
      .default([])
      .describe('表头认错了的列'),
    choices: z
      .record(z.string().max(200), named.min(1))
      .refine((given) => Object.keys(given).length <= MOST_CHOICES, `最多 ${MOST_CHOICES} 行`)
      .default({})
      .describe('各行归入哪个事项：条目编号对事项编号或 new（本单位的新事项）'),
  })
  .meta({ id: 'ImportAsked' });
export type ImportAsked = z.infer<typeof importAskedSchema>;

const place = z.object({ part: z.string(), line: z.number() }).nullable();
const kind = z.enum(LIST_KINDS);

export const differenceSchema: z.ZodType<Difference> = z
  .object({
    change: z.enum(['added', 'removed', 'changed']),
    id: z.string(),
    name: z.string(),
    fields: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })),
  })
  .meta({ id: 'Difference' });

const documentPlannedSchema: z.ZodType<DocumentPlanned> = z.object({
  id: z.string(),
  title: z.string(),
  region: z.string(),
  issuer: z.string().nullable(),
  number: z.string().nullable(),
  issuedOn: z.string().nullable(),
  effectiveFrom: z.string().nullable(),
  isNew: z.boolean().describe('是新建，不是更新'),
  may: z.boolean().describe('当前用户能不能发布'),
  changes: z.array(differenceSchema).describe('与现行的一份有什么不同；新建的为空'),
});
const listPlannedSchema: z.ZodType<ListPlanned> = z.object({
  part: z.string().describe('工作表或表的名称'),
  title: z.string(),
  kind,
  documentId: z.string(),
  listId: z.string(),
  rows: z.number(),
  declared: z.number().nullable().describe('文件说应有几项'),
  before: z.number().describe('现行的有几项'),
  isKindTold: z.boolean().describe('种类是写明的，不是从标题认出来的'),
  signature: z.string().nullable().describe('表头的记号，纠正列时写它'),
  columns: z.array(z.object({ column: z.string(), header: z.string(), field: z.enum(FIELDS).nullable() })),
});
const rowPlannedSchema: z.ZodType<RowPlanned> = z.object({
  id: z.string(),
  listId: z.string(),
  name: z.string(),
  kind,
  place: place.describe('在文件里的位置'),
  original: z.array(z.string()).describe('文件里这一行的各格'),
  by: z
    .enum(['chosen', 'before', 'sure', 'open', 'new', 'given', 'others'])
    .describe(
      'chosen 已选定，before 同上一版，sure 有把握，open 待选，new 本单位的新事项，given 文件写明，others 他人职责、不归类',
    ),
  matter: z.string().nullable(),
  matterName: z.string().nullable(),
  isWorded: z.boolean().describe('群众平常的说法问不问得到'),
  proposals: z.array(z.object({ matter: z.string(), name: z.string(), confidence: z.number() })),
});
const findingSchema: z.ZodType<ImportFinding> = z.object({
  severity: z.enum(['error', 'warning', 'note']),
  place,
  problem: z.string(),
  advice: z.string(),
  needs: z.enum(IMPORT_SETTINGS).optional().describe('改哪一项设置就能解决'),
});

export const importSeenSchema: z.ZodType<ImportSeen> = z
  .object({
    canLoad: z.boolean().describe('没有错误，可以发布'),
    seen: z.string().describe('发布时原样带上：发布的就是看过的这一份'),
    documents: z.array(documentPlannedSchema),
    lists: z.array(listPlannedSchema),
    rows: z.array(rowPlannedSchema),
    findings: z.array(findingSchema),
  })
  .meta({ id: 'ImportSeen' });
