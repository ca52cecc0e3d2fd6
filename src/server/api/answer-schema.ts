import { z } from 'zod';
import { type Answer, SECTIONS } from '#answer/index.js';
import type { Citation } from '#catalogue/citation.js';
import { EVIDENCE, LIST_KINDS } from '#catalogue/schema.js';
import { CASE_SORTS, type Question, ROLES, VERDICTS } from '#ruling/index.js';

/** What POST /api/v1/answers takes. */
export const questionSchema = z.strictObject({
  text: z.string().describe('要问的事，1 到 1000 个字'),
  role: z.enum(ROLES).optional().describe('谁在问：居民、社区工作者、机关干部'),
  region: z.string().max(64).optional().describe('所在地区的全称或简称，如 重庆市、南岸区'),
  date: z.string().max(64).optional().describe('按哪一天有效的规定回答，YYYY-MM-DD'),
}) satisfies z.ZodType<Question>;

export const citationSchema = z.strictObject({
  documentId: z.string(),
  title: z.string().describe('文件名，不带书名号'),
  borne: z.boolean().optional().describe('为 false 时名称是整理者起的，不加书名号'),
  edition: z.string().optional().describe('所见版本，如 2025年修正；有几个版本时才有'),
  number: z.string().nullable().describe('文号'),
  locator: z.string().describe('第几条、第几项；来源没有写明的为“条目未见”'),
  region: z.string(),
  effectiveFrom: z.string().nullable().describe('起效日期，精确到来源所载'),
  evidence: z.enum(EVIDENCE).describe('已读全文、只见部分原文、据报道转述'),
  summary: z.string(),
  url: z.string().nullable(),
  quote: z.string().optional().describe('条款原文；附有文件全文时才有'),
}) satisfies z.ZodType<Citation>;

export const verdictSchema = z.enum(VERDICTS);
export const choiceSchema = z.strictObject({ id: z.string(), label: z.string() });
const probability = z.number().min(0).max(1);

const answerFields = {
  question: z.string().describe('问题，其中的证件号、电话等已隐去'),
  verdict: verdictSchema,
  band: z.enum(['answer', 'confirm', 'abstain']),
  probability: probability.describe('第一个候选就是所问之事的概率'),
  item: z
    .strictObject({
      id: z.string(),
      name: z.string(),
      list: z.string(),
      kind: z.enum(LIST_KINDS),
      documentId: z.string(),
    })
    .nullable(),
  candidates: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      kind: z.enum([...LIST_KINDS, 'provision']),
      probability,
    }),
  ),
  citations: z.array(citationSchema),
  route: z.string().nullable().describe('去哪办'),
  text: z.string().describe('完整的中文回答'),
  sections: z
    .array(z.strictObject({ is: z.enum(SECTIONS), text: z.string() }))
    .describe('回答的各部分，判定在前'),
  choices: z.array(choiceSchema).describe('问得不清楚时的选项，最多三个'),
  explanation: z.strictObject({
    sort: z.enum(CASE_SORTS).describe('问的是证明、工作、规定还是清单'),
    frame: z.strictObject({ act: z.string(), capacity: z.string(), object: z.string() }),
    subject: z.string().nullable().describe('所问的事项名称；没有认出来的为 null'),
    region: z.string(),
    date: z.string(),
    wording: z.string().nullable(),
    matched: z.array(z.string()),
    differed: z.array(z.string()),
    decidedBy: z.string().nullable(),
    rows: z.array(z.string()),
    level: z.string().nullable(),
    lists: z.array(z.enum(LIST_KINDS)).describe('列出的是哪几种清单'),
    vetoes: z.array(z.strictObject({ id: z.string(), reason: z.string() })),
    threshold: z.strictObject({ answer: z.number(), confirm: z.number() }),
    notes: z.array(z.string()),
  }),
  catalogueVersion: z.string(),
};

/** The whole answer; `satisfies` holds it to the type that is given. */
export const answerSchema = z.strictObject({
  ...answerFields,
  further: z
    .array(z.strictObject({ ...answerFields, further: z.tuple([]) }))
    .describe('同一条里另外问的事，最多两件'),
}) satisfies z.ZodType<Answer>;
