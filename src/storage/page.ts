import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import { QingdanError } from '#errors.js';
import type { OrderedPage } from './ports.js';
import type { Tables } from './schema.js';

/** Rows read at once at most. */
export const LARGEST_PAGE = 1000;

/** The condition for one page of questions or screenings. @throws QingdanError QD-INPUT */
export function pageOf({ from, to, after, limit, newestFirst = false }: OrderedPage) {
  checkLimit(limit);
  return (eb: ExpressionBuilder<Tables, 'question'> | ExpressionBuilder<Tables, 'screening'>) => {
    const column = eb as ExpressionBuilder<Tables, 'question'>;
    const conditions: Expression<SqlBool>[] = [];
    if (from !== undefined) conditions.push(column('at', '>=', from));
    if (to !== undefined) conditions.push(column('at', '<', to));
    if (after !== undefined) {
      const place = sql`(${after.at}, ${after.id})`;
      conditions.push(newestFirst ? sql<SqlBool>`(at, id) < ${place}` : sql<SqlBool>`(at, id) > ${place}`);
    }
    return column.and(conditions);
  };
}

/** @throws QingdanError QD-INPUT */
export function checkLimit(limit: number): number {
  if (Number.isInteger(limit) && limit >= 1 && limit <= LARGEST_PAGE) return limit;
  throw new QingdanError('QD-INPUT', `每页行数「${limit}」不对，请写 1 到 ${LARGEST_PAGE} 的整数`);
}
