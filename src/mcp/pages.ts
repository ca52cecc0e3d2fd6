import { z } from 'zod';
import { QingdanError, shown } from '#errors.js';

/** Entries of a page at most. */
const MOST = 100;

/** How a tool that lists is asked for a page. */
export const pageFields = {
  after: z.string().max(100).optional().describe('上一页的 next，从它之后继续'),
  limit: z.number().int().min(1).max(MOST).default(50),
};

/** The page after an entry, by its id. @throws QingdanError QD-ID for an `after` that isn't there */
export function pageOf<T extends { readonly id: string }>(
  all: readonly T[],
  { after, limit }: { after?: string | undefined; limit: number },
): { page: readonly T[]; next: string | null } {
  const at = after === undefined ? 0 : all.findIndex(({ id }) => id === after) + 1;
  if (after !== undefined && at === 0)
    throw new QingdanError('QD-ID', `after 的编号「${shown(after)}」不在这里`);
  const page = all.slice(at, at + limit);
  return { page, next: at + limit < all.length ? (page.at(-1)?.id ?? null) : null };
}
