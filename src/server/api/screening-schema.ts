import { z } from 'zod';
import { type Correction, MOST_CORRECTIONS, type Screening } from '#answer/index.js';
import { REPORT_FORMATS } from '#answer/report/index.js';
import { DEMAND_KINDS } from '#language/index.js';
import type { VERDICTS } from '#ruling/index.js';
import { answerSchema, citationSchema, verdictSchema } from './answer-schema.js';
import { attachmentSchema } from './attachments.js';

const DIGITS = z.number().int().min(0).max(1_000_000);

/** What a person says of a stretch of a notice. */
export const correctionSchema: z.ZodType<Correction> = z.strictObject({
  start: DIGITS.describe('在所读文字里的起点，UTF-16 单位'),
  end: DIGITS.describe('终点（不含）'),
  says: z
    .discriminatedUnion('is', [
      z.strictObject({ is: z.literal('none').describe('不算任务') }),
      z.strictObject({ is: z.literal('task').describe('漏标的任务，判定由程序定') }),
      z.strictObject({
        is: z.literal('row').describe('落在清单的这一条上'),
        id: z.string().min(1).max(200),
      }),
      z.strictObject({
        is: z.literal('formality').describe('考核、台账等形式要求'),
        sort: z.enum(DEMAND_KINDS),
      }),
      z.strictObject({
        is: z.literal('unlisted').describe('哪份清单都没有'),
        paper: z.boolean().describe('是不是要求出具的证明'),
      }),
    ])
    .describe('人工核对以后是什么'),
});
export const correctionsSchema = z.array(correctionSchema).max(MOST_CORRECTIONS);

/** What POST /api/v1/screenings takes: the text of a notice, or a file with it. */
export const noticeSchema = z.strictObject({
  text: z.string().optional().describe('通知全文；与 file 二选一'),
  file: attachmentSchema
    .optional()
    .describe('通知文件：.docx、.doc、.wps、.pdf、.ofd、.rtf、.odt、.eml、.txt'),
  region: z.string().max(64).optional().describe('所在地区；不写时看标题和落款'),
  date: z.string().max(64).optional().describe('按哪一天有效的规定研判，YYYY-MM-DD'),
  report: z.enum(REPORT_FORMATS).optional().describe('要不要报告文件，要哪一种'),
  withText: z.enum(['yes']).optional().describe('要不要把所读的文字一起返回'),
  letters: z.enum(['yes']).optional().describe('要不要写给发文单位的函'),
  committee: z.string().max(64).optional().describe('函的落款，如 珊瑚社区居委会'),
  to: z.string().max(64).optional().describe('函的主送机关；不写时是发文单位'),
  confirmed: z
    .string()
    .regex(/^\d{1,5}(,\d{1,5}){0,199}$/, '应是任务的序号，用逗号隔开，如 2,5')
    .optional()
    .describe('人工核对过、可以写进函里的任务，从 1 数起'),
  corrections: correctionsSchema
    .optional()
    .describe('人工改正：起点和终点与一项任务相同的，改它的判定或去掉它；别处的，是漏标的任务'),
  earlier: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .describe('同一份通知前一次研判的编号（Qingdan-Record）：这一次代替它，统计时只数最后一次'),
});

/** The fields of the same as a form; its file comes besides. */
export const noticeFormSchema = noticeSchema.omit({ file: true }).extend({
  corrections: z
    .string()
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        context.addIssue({ code: 'custom', message: '应是 JSON' });
        return z.NEVER;
      }
    })
    .pipe(correctionsSchema)
    .optional()
    .describe('人工改正，JSON'),
});

const place = {
  phrase: z.string().describe('原文'),
  start: z.number().int().describe('在所读文字里的起点，UTF-16 单位'),
  end: z.number().int().describe('终点（不含）'),
};

export const taskSchema = z.strictObject({
  ...place,
  verdict: verdictSchema,
  band: answerSchema.shape.band,
  item: answerSchema.shape.item,
  citations: z.array(citationSchema),
  suggestion: z.string().describe('怎么办，一句话'),
  demand: z.enum(DEMAND_KINDS).nullable().describe('考核、台账等形式要求的种类'),
  certificate: z.boolean().describe('是不是要求出具的证明'),
  capacity: z.string().describe('要社区做到什么程度'),
  candidates: z.array(z.string()).describe('没有把握时最接近的事项'),
  corrected: z.literal(true).optional().describe('人工改正过'),
});

/** The whole screening; `satisfies` holds it to the type that the screener gives. */
export const screeningSchema = z.strictObject({
  title: z.string().nullable(),
  source: z.string(),
  tasks: z.array(taskSchema).describe('交给社区的任务，按原文次序'),
  skipped: z.array(z.strictObject({ ...place, reason: z.string().describe('为什么不算任务') })),
  issuer: z.string().nullable().describe('发文单位'),
  number: z.string().nullable().describe('文号'),
  committee: z.string().nullable().describe('通知只写给一个社区（村）时，它的全称'),
  settlement: z.string().nullable().describe('说的是城市社区（urban）还是村（village）'),
  region: z.string(),
  date: z.string(),
  meansRules: z.array(citationSchema).describe('讲经费和条件的规定'),
  catalogueVersion: z.string(),
}) satisfies z.ZodType<Loose<Screening>>;

/** The type with words of a closed set as any words, which the schema doesn't repeat. */
type Loose<T> = T extends (typeof VERDICTS)[number]
  ? T
  : T extends string
    ? string
    : T extends object
      ? { [Key in keyof T]: Loose<T[Key]> }
      : T;

/** What POST /api/v1/screenings gives. */
export const screeningResultSchema = screeningSchema.extend({
  report: z
    .strictObject({ name: z.string(), mediaType: z.string(), data: z.base64() })
    .optional()
    .describe('报告文件，内容是 Base64'),
  text: z.string().optional().describe('所读的文字，任务的起点和终点都在这里面'),
  letters: z
    .strictObject({
      name: z.string(),
      mediaType: z.string(),
      data: z.base64(),
      reply: z.string().describe('短回复'),
      signed: z.boolean().describe('有没有落款'),
    })
    .nullable()
    .optional()
    .describe('函，打成一个 zip，内容是 Base64；没有需要发函的任务时为 null'),
});
