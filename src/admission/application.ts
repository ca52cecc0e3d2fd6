import { z } from 'zod';
import { QingdanError, shown } from '#errors.js';
import { isDay } from '#text/days.js';

const words = (most: number) => z.string().trim().min(1).max(most);
const day = z.string().refine(isDay, '日期应写成 2026-01-31 这样');
const names = z.array(words(100)).max(30);

/** Money or people that the applicant promises along with the task (费随事转). */
const promiseSchema = z.strictObject({
  /** What is promised, in the applicant's words; 无 where nothing is. */
  what: words(500),
  /** Yuan a year; left out where the promise names no sum. */
  amount: z.number().nonnegative().max(1e12).optional(),
  /** Last day on which it should have come; the first day of the task where left out. */
  due: day.optional(),
});

/** 申请表: what a department says of the task that it wants communities to help with. */
export const applicationSchema = z.strictObject({
  task: words(100),
  department: words(60),
  description: words(2000),
  basis: words(1000),
  scope: words(500),
  from: day,
  /** Last day of the task. */
  to: day,
  workload: words(500),
  staff: promiseSchema,
  funds: promiseSchema,
  power: words(500),
  forms: names,
  plaques: names,
  apps: names,
  /** Name and telephone of the office, not of a resident. */
  contact: words(100).optional(),
});

export type Application = z.infer<typeof applicationSchema>;
export type PromisedMeans = z.infer<typeof promiseSchema>;
/** An application under way: any field may still be missing. */
export type ApplicationDraft = { [Field in keyof Application]?: Application[Field] | undefined };

/** The fields as the form names them, in its order. */
export const APPLICATION_FIELDS = {
  task: '事项名称',
  department: '申请部门',
  description: '工作内容',
  basis: '法律法规或政策依据',
  scope: '实施范围',
  from: '开始日期',
  to: '结束日期',
  workload: '工作量',
  staff: '人员保障',
  funds: '经费保障',
  power: '随事项下放的权限',
  forms: '需要填报的表格',
  plaques: '需要悬挂的牌子',
  apps: '需要使用的应用程序',
  contact: '联系人和电话',
} as const satisfies Record<keyof Application, string>;

export type ApplicationField = keyof typeof APPLICATION_FIELDS;
export const FIELD_ORDER = Object.keys(APPLICATION_FIELDS) as ApplicationField[];
/** The one field that may stay empty. */
export const OPTIONAL_FIELDS: ReadonlySet<ApplicationField> = new Set(['contact']);

/** The fields that a complete application still lacks, in the order of the form. */
export function missingFields(draft: ApplicationDraft): ApplicationField[] {
  return FIELD_ORDER.filter((field) => draft[field] === undefined && !OPTIONAL_FIELDS.has(field));
}

/** A draft as it may be kept: every field that is there has its form. @throws QingdanError QD-INPUT, which names the field */
export function checkDraft(draft: unknown): ApplicationDraft {
  const result = applicationSchema.partial().safeParse(draft);
  if (result.success) {
    checkOrder(result.data);
    return result.data;
  }
  const [issue] = result.error.issues;
  const [field = ''] = issue?.path ?? [];
  const name = APPLICATION_FIELDS[field as ApplicationField] ?? shown(String(field));
  throw new QingdanError('QD-INPUT', `申请表「${name}」不对：${problem(issue)}`, { cause: result.error });
}

function problem(issue: z.core.$ZodIssue | undefined): string {
  switch (issue?.code) {
    case 'too_big':
      return `太长或太大，最多 ${issue.maximum}`;
    case 'too_small':
      return '没有内容';
    case 'unrecognized_keys':
      return `没有「${shown(issue.keys.join('、'))}」这一栏`;
    case 'custom':
      return issue.message;
    default:
      return '写法不对';
  }
}

/** @throws QingdanError QD-STATE, which names the fields still missing */
export function checkComplete(draft: ApplicationDraft): Application {
  const missing = missingFields(draft);
  if (missing.length > 0) {
    const names = missing.map((field) => APPLICATION_FIELDS[field]).join('、');
    throw new QingdanError('QD-STATE', `申请表还缺：${names}，补齐后再提交`);
  }
  checkOrder(draft);
  return draft as Application;
}

/** @throws QingdanError QD-INPUT for an end before the beginning */
function checkOrder({ from, to }: ApplicationDraft): void {
  if (from === undefined || to === undefined || from <= to) return;
  throw new QingdanError('QD-INPUT', `结束日期 ${to} 早于开始日期 ${from}，请改正`);
}
