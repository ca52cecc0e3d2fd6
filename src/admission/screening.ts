import { z } from 'zod';

/** What the lists say of a task, kept with its submission; the verdict is a word of the ruling, its lines are Chinese. */
export const screeningSchema = z.object({
  /** YYYY-MM-DD: the day whose rules hold, the task's first. */
  on: z.string(),
  verdict: z.string(),
  /** The first lines of the answer. */
  said: z.array(z.string()),
  /** Rows of the lists that come nearest, with their places. */
  near: z.array(z.string()),
  /** One line for each text of the basis. */
  basis: z.array(z.string()),
  /** What reviewers have to know besides: handed in late, no money promised. */
  notes: z.array(z.string()),
});
export type TaskScreening = z.infer<typeof screeningSchema>;

/** A kept screening as this program reads it; null where there is none. */
export function screeningOf(kept: unknown): TaskScreening | null {
  const result = screeningSchema.safeParse(kept);
  return result.success ? result.data : null;
}
