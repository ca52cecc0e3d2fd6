import { z } from 'zod';

/** What is asked for a task: not to be made responsible, not to certify, admission first, less of the form, means. */
export const REQUESTS = ['responsible', 'certificate', 'admission', 'formality', 'means'] as const;
export type Request = (typeof REQUESTS)[number];

const FIELDS = ['document', 'us', 'office', 'date', 'means', 'items', 'count'] as const;
/** What stands in braces in a sentence. */
export type Fields = Partial<Record<(typeof FIELDS)[number], string>>;

const PLACEHOLDER = /\{([^{}]*)\}/gu;
const isField = (name: string) => (FIELDS as readonly string[]).includes(name);

const sentence = z
  .string()
  .trim()
  .min(1)
  .max(500)
  .refine((text) => [...text.matchAll(PLACEHOLDER)].every(([, name = '']) => isField(name)), {
    error: `花括号里只能写 ${FIELDS.join('、')}`,
  });

const request = z.strictObject({
  heading: sentence,
  /** Behind the tasks of the section. */
  ask: sentence,
  /** In a table. */
  short: sentence,
  /** In a reply of three sentences. */
  reply: sentence,
});

/** The sentences of letters and short replies: knowledge/letters.yaml, which an office may change. */
export const letterTemplatesSchema = z.strictObject({
  /** Days from the date of a letter until an answer is asked for. */
  replyDays: z.number().int().min(1).max(90),
  letters: z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z-]+$/u),
      name: sentence,
      title: sentence,
      opening: sentence,
      requests: z.array(z.enum(REQUESTS)).min(1),
      closing: sentence,
      final: sentence,
      attachment: sentence,
    }),
  ),
  requests: z.strictObject(
    Object.fromEntries(REQUESTS.map((name) => [name, request])) as Record<Request, typeof request>,
  ),
  reply: z.strictObject({ opening: sentence, refusals: sentence, means: sentence, closing: sentence }),
});
export type LetterTemplates = z.infer<typeof letterTemplatesSchema>;

/** A sentence with its fields filled in; one that isn't known is left out. */
export function filled(template: string, fields: Fields): string {
  return template.replace(PLACEHOLDER, (_, name: keyof Fields) => fields[name] ?? '');
}
