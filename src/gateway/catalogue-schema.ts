import { z } from 'zod';
import type { Citation } from '#catalogue/citation.js';
import { MATTER_SORTS, TRIAGE_CLASSES } from '#catalogue/matters/schema.js';
import { REGION_LEVELS } from '#catalogue/regions.js';
import { COMMITTEES, EVIDENCE, LIST_KINDS, STATUS } from '#catalogue/schema.js';
import { citationSchema } from '#server/api/answer-schema.js';

const evidence = z.enum(EVIDENCE).describe('primary 已读全文，partial 只见部分原文，secondary 据报道转述');
const status = z.enum(STATUS).describe('in-force 有效，superseded 已被替代，repealed 已废止，unknown 未见');
const kind = z
  .enum(LIST_KINDS)
  .describe(
    'autonomy 自治，assist 协助，negative 负面，may-certify 可出具证明，must-not-certify 不应出具证明，reference 参考',
  );

export const listSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    kind,
    about: z.string().nullable().describe('参考清单说的是谁的职责'),
    region: z.string(),
    documentId: z.string(),
    title: z.string().describe('所在文件的名称'),
    number: z.string().nullable().describe('文号'),
    evidence,
    status,
    loaded: z.number().describe('已载几项'),
    declared: z.number().nullable().describe('文件说应有几项；没有说的为 null'),
    imported: z.boolean().describe('是不是本单位导入的'),
    gap: z.string().nullable().describe('缺什么'),
  })
  .meta({ id: 'List' });
export type ListSeen = z.infer<typeof listSchema>;

export const documentSeenSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    borne: z.boolean().describe('为 false 时名称是整理者起的，不加书名号'),
    issuer: z.string().nullable(),
    number: z.string().nullable(),
    type: z.string(),
    edition: z.string().nullable(),
    issuedOn: z.string().nullable(),
    effectiveFrom: z.string().nullable(),
    effectiveTo: z.string().nullable(),
    dateUnknown: z.string().nullable(),
    replacedBy: z.string().nullable(),
    status,
    committee: z.enum(COMMITTEES).nullable(),
    region: z.string(),
    evidence,
    sources: z.array(z.string()),
    note: z.string().nullable(),
    imported: z.boolean(),
    hasText: z.boolean().describe('有没有附上全文'),
    lists: z.number(),
    items: z.number(),
    provisions: z.number(),
  })
  .meta({ id: 'Document' });
export type DocumentSeen = z.infer<typeof documentSeenSchema>;

export const itemSchemaKinds = ['item', 'provision'] as const;

export const itemSeenSchema = z
  .object({
    id: z.string(),
    type: z.enum(itemSchemaKinds).describe('清单里的一项，或文件里的一条'),
    no: z.number().nullable(),
    name: z.string(),
    summary: z.string(),
    kind: kind.nullable(),
    listId: z.string().nullable(),
    listName: z.string().nullable(),
    matter: z.string().nullable().describe('事项库里的编号'),
    region: z.string(),
    committee: z.enum(COMMITTEES).nullable(),
    department: z.string().nullable().describe('责任部门'),
    route: z.string().nullable().describe('去哪办'),
    aliases: z.array(z.string()),
    exceptions: z.array(z.object({ when: z.string(), verdict: z.string(), locator: z.string() })),
    status,
    effectiveFrom: z.string().nullable(),
    effectiveTo: z.string().nullable(),
    inForceToday: z.boolean(),
    gap: z.string().nullable(),
    citation: citationSchema as z.ZodType<Citation>,
  })
  .meta({ id: 'Item' });
export type ItemSeen = z.infer<typeof itemSeenSchema>;

export const matterSeenSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    sort: z.enum(MATTER_SORTS).describe('paper 证明，duty 工作，demand 诉求，rule 规定'),
    is: z.string().describe('一句话说明'),
    class: z.enum(TRIAGE_CLASSES).nullable().describe('诉求的三事分流'),
    rows: z.number().describe('有几个清单条目'),
  })
  .meta({ id: 'Matter' });
export type MatterSeen = z.infer<typeof matterSeenSchema>;

export const regionSeenSchema = z
  .object({
    code: z.string(),
    name: z.string(),
    level: z.enum(REGION_LEVELS),
    parent: z.string().nullable(),
  })
  .meta({ id: 'Region' });
