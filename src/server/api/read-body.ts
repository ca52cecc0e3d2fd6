import type { z } from 'zod';
import { QingdanError, shown } from '#errors.js';

/** The body, checked. @throws QingdanError QD-INPUT naming the first field that is wrong */
export function readBody<Schema extends z.ZodType>(schema: Schema, body: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  if (issue?.code === 'unrecognized_keys') {
    throw new QingdanError(
      'QD-INPUT',
      `请求里有不认识的字段「${shown(issue.keys.join('、'))}」，可用的字段见 /openapi.json`,
    );
  }
  const field = issue === undefined ? '' : shown(issue.path.join('.'));
  throw new QingdanError(
    'QD-INPUT',
    field === ''
      ? '请求内容应是一个 JSON 对象，写法见 /openapi.json'
      : `字段「${field}」${ownWords(issue?.message) ?? '的值不对，写法见 /openapi.json'}`,
  );
}

/** What a schema of ours says of a value; the library's own words are English. */
const ownWords = (message = ''): string | null => (/\p{Script=Han}/u.test(message) ? message : null);
