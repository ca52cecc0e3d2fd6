import { z } from 'zod';
import { QingdanError, shown } from '#errors.js';
import { type Question, ROLES } from '#ruling/index.js';

const questionSchema = z.strictObject({
  text: z.string(),
  role: z.enum(ROLES).optional(),
  region: z.string().optional(),
  date: z.string().optional(),
});

/** A line of input: plain text, or a JSON object {text, role?, region?, date?}. @throws QingdanError QD-INPUT */
export function parseQuestionLine(line: string): Question {
  if (!line.trimStart().startsWith('{')) return { text: line };
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    throw new QingdanError('QD-INPUT', `这一行不是完整的 JSON：${shown(line)}，请检查引号和括号`, { cause });
  }
  const parsed = questionSchema.safeParse(value);
  if (parsed.success) return withoutUndefined(parsed.data);
  const where = parsed.error.issues[0]?.path.join('.') || '字段';
  throw new QingdanError(
    'QD-INPUT',
    `这一行的 ${shown(where)} 不对，只认 text、role（${ROLES.join('、')}）、region、date`,
  );
}

/** A field that a line leaves out must not hide what was given for all lines. */
function withoutUndefined(question: Question): Question {
  return Object.fromEntries(
    Object.entries(question).filter(([, v]) => v !== undefined),
  ) as unknown as Question;
}
