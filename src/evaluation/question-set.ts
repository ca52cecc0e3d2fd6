import { z } from 'zod';
import { QingdanError, shown } from '#errors.js';
import { ROLES, VERDICTS, type Verdict } from '#ruling/index.js';

const verdict = z.enum(VERDICTS);
/** One labelled question; see test/evaluation/README.md. Fields that a set adds for its own use are kept out. */
const labelledSchema = z.object({
  id: z.string(),
  text: z.string(),
  role: z.enum(ROLES).optional(),
  region: z.string().optional(),
  date: z.string().optional(),
  /** Null: nobody could say; the question is answered and not judged. */
  expected: z.union([verdict, z.array(verdict), z.null()]),
  items: z.array(z.string()).optional(),
  documents: z.array(z.string()).optional(),
  group: z.string().optional(),
  noise: z.string().optional(),
  kind: z.string().optional(),
});

export interface LabelledQuestion extends z.infer<typeof labelledSchema> {
  verdicts: readonly Verdict[];
}

/** A file of labelled questions, one JSON object per line. @throws QingdanError QD-INPUT naming the line */
export function parseQuestionSet(text: string, path: string): LabelledQuestion[] {
  const questions: LabelledQuestion[] = [];
  text.split('\n').forEach((line, i) => {
    if (line.trim() === '') return;
    const where = `${path} 第 ${i + 1} 行`;
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch (cause) {
      throw new QingdanError('QD-INPUT', `${where}不是 JSON：${shown(line)}`, { cause });
    }
    const parsed = labelledSchema.safeParse(value);
    if (!parsed.success) {
      const field = parsed.error.issues[0]?.path.join('.') || '字段';
      throw new QingdanError('QD-INPUT', `${where}的 ${shown(field)} 不对，请对照 test/evaluation/README.md`);
    }
    const { expected } = parsed.data;
    const verdicts = expected === null ? [] : Array.isArray(expected) ? expected : [expected];
    questions.push({ ...parsed.data, verdicts });
  });
  if (questions.length === 0) throw new QingdanError('QD-INPUT', `${path} 里没有问题`);
  return questions;
}
