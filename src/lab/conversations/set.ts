import { z } from 'zod';
import { QingdanError } from '#errors.js';

const pattern = z.string().refine(isPattern, '不是正则表达式');
const turnSchema = z.strictObject({
  /** What the person says. */
  say: z.string(),
  /** Patterns of which each has to be found in the reply, and of which none may. */
  must: z.array(pattern),
  mustNot: z.array(pattern),
  /** On what the wish rests. */
  why: z.string(),
});
const conversationSchema = z.strictObject({
  id: z.string(),
  /** Who speaks. */
  who: z.string(),
  turns: z.array(turnSchema).min(1),
});
export type WantedTurn = z.infer<typeof turnSchema>;
export type WantedConversation = z.infer<typeof conversationSchema>;

function isPattern(source: string): boolean {
  try {
    new RegExp(source, 'mu');
    return true;
  } catch {
    return false;
  }
}

/** The conversations of a .jsonl text, one a line. @throws QingdanError QD-SCHEMA */
export function parseConversations(text: string, path: string): WantedConversation[] {
  const lines = text.split('\n').map((line, i) => ({ line, number: i + 1 }));
  return lines
    .filter(({ line }) => line.trim() !== '')
    .map(({ line, number }) => {
      const read = conversationSchema.safeParse(parsed(line));
      if (read.success) return read.data;
      const [issue] = read.error.issues;
      throw new QingdanError(
        'QD-SCHEMA',
        `${path} 第 ${number} 行：${issue?.path.join('.')} ${issue?.message}`,
      );
    });
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** What a reply misses: patterns that aren't found, and those that are found though they mustn't be. */
export function missesOf({ must, mustNot }: Pick<WantedTurn, 'must' | 'mustNot'>, reply: string): string[] {
  const found = (source: string) => new RegExp(source, 'mu').test(reply);
  return [
    ...must.filter((source) => !found(source)).map((source) => `must    ${source}`),
    ...mustNot.filter(found).map((source) => `mustNot ${source}`),
  ];
}
