import type { Actor } from '#access/roles.js';
import type { Entry } from '#registers/entry.js';
import type { RegisterPage, Registers } from './register-port.js';

/** Entries that are read at once. */
const PAGE = 1000;

/** Every entry of a page and those behind it. @param most no more are read than pages that reach this number */
export async function allEntries(
  registers: Pick<Registers, 'list'>,
  actor: Actor,
  page: Omit<RegisterPage, 'limit' | 'after'>,
  most = Number.POSITIVE_INFINITY,
): Promise<Entry[]> {
  const all: Entry[] = [];
  for (let after: Entry | undefined; all.length < most; ) {
    const more = await registers.list(actor, { ...page, limit: PAGE, after });
    all.push(...more);
    after = more.at(-1);
    if (more.length < PAGE || after === undefined) break;
  }
  return all;
}
