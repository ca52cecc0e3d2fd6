import { z } from 'zod';
import { QingdanError } from '#errors.js';

/** What a list takes beside its own filters. */
export const pageFields = {
  limit: z.coerce.number().int().min(1).max(200).default(50).describe('一页最多几条'),
  cursor: z.string().max(500).optional().describe('上一页的 next；不写为第一页'),
};

/** One page of a list. */
export interface Page<Row> {
  items: readonly Row[];
  /** Cursor of the next page; null where there is none. */
  next: string | null;
}

export const pageSchema = <Row>(row: z.ZodType<Row>): z.ZodType<Page<Row>> =>
  z.object({
    items: z.array(row),
    next: z.string().nullable().describe('取下一页时放在 cursor 里；没有下一页为 null'),
  });

/** Where a page ended, as its reader hands it back: opaque, and checked when it comes. */
const written = (place: unknown): string => Buffer.from(JSON.stringify(place)).toString('base64url');

/** The place that a cursor names. @throws QingdanError QD-INPUT for one that we haven't given */
export function placeIn<Place>(cursor: string | undefined, schema: z.ZodType<Place>): Place | undefined {
  if (cursor === undefined) return undefined;
  try {
    return schema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch (cause) {
    throw new QingdanError('QD-INPUT', '字段「cursor」不对，请原样使用上一页返回的 next', { cause });
  }
}

/** A page of rows that were asked for by `limit`: where as many came, there may be more. */
export function pageOf<Row>(rows: readonly Row[], limit: number, placeOf: (last: Row) => unknown): Page<Row> {
  const last = rows.at(-1);
  return { items: rows, next: last === undefined || rows.length < limit ? null : written(placeOf(last)) };
}

/** A page of what is all in memory, by position. */
export function pageWithin<Row>(
  rows: readonly Row[],
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Page<Row> {
  const from = placeIn(cursor, z.number().int().min(0)) ?? 0;
  const end = from + limit;
  return { items: rows.slice(from, end), next: end < rows.length ? written(end) : null };
}
