import { z } from 'zod';
import type { ScreenedTask, Screening } from '#answer/index.js';
import { citationSchema } from '#server/api/answer-schema.js';
import { noticeSchema, screeningSchema, taskSchema } from '#server/api/screening-schema.js';
import { defineTool } from '../tool.js';

/** UTF-16 units: about what a model reads at once. Longer notices go by file, over the API or the page. */
const LONGEST_TEXT = 20_000;

const where = noticeSchema.pick({ region: true, date: true }).shape;
const taskFields = taskSchema.omit({ start: true, end: true });

const given = ({ start: _start, end: _end, citations, candidates, ...task }: ScreenedTask) => ({
  ...task,
  citations: [...citations],
  candidates: [...candidates],
});

/** One task by its name. */
export const screenTask = defineTool({
  name: 'screen_task',
  title: '研判一项任务',
  description:
    '一项要交给社区的任务，按清单该怎么办：判定、依据、建议。任务只写名称或一句话；整份通知用 screen_notice。',
  input: z.object({ task: z.string().max(1000).describe('任务，如 协助做好人口普查入户登记'), ...where }),
  output: taskFields,
  run: ({ task, region, date }, { desk, caller }) =>
    given(desk.task(task, { region: region ?? caller.region, date: date ?? desk.today() })),
});

/** A whole notice, task by task. */
export const screenNotice = defineTool({
  name: 'screen_notice',
  title: '研判一份通知',
  description: `一份通知的全文（不超过 ${LONGEST_TEXT} 字）里，哪些任务交给了社区，逐项判定、依据和建议。通知隐去个人信息后留档。`,
  input: z.object({ text: z.string().max(LONGEST_TEXT).describe('通知全文，保留换行'), ...where }),
  output: screeningSchema
    .pick({
      title: true,
      issuer: true,
      number: true,
      region: true,
      date: true,
      meansRules: true,
      catalogueVersion: true,
    })
    .extend({
      tasks: z.array(taskFields).describe('交给社区的任务，按原文次序'),
      passedOver: z
        .array(z.object({ phrase: z.string(), reason: z.string() }))
        .describe('没有算作任务的内容和理由'),
      record: z.string().describe('留档编号'),
    }),
  async run({ text, region, date }, { desk, caller }) {
    const notice = { text };
    const asked = { notice, region: region ?? caller.region, date, visitor: caller.visitor };
    const { id, screening } = await desk.screen(asked);
    const read = JSON.parse(Buffer.from(screening).toString('utf8')) as Screening;
    const { title, issuer, number, catalogueVersion } = read;
    return {
      title,
      issuer,
      number,
      region: read.region,
      date: read.date,
      meansRules: read.meansRules.map((citation) => citationSchema.parse(citation)),
      catalogueVersion,
      tasks: read.tasks.map(given),
      passedOver: read.skipped.map(({ phrase, reason }) => ({ phrase, reason })),
      record: id,
    };
  },
});
