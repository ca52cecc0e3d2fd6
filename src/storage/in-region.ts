import { type SqlBool, sql } from 'kysely';

/**
 * The condition for a region and all within it, in a table that keeps regions by their full names: a full name begins with
 * the names of those above it.
 */
export function inRegion(name: string) {
  return sql<SqlBool>`(region = ${name} or region like ${`${escaped(name)}%`} escape '\\')`;
}

const escaped = (text: string) => text.replace(/[\\%_]/g, '\\$&');
