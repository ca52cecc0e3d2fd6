import type { Words } from '../words.js';
import type { Predicate } from './predicate.js';

/** What a clause that names nothing to do says of somebody: 由平安办牵头, 各社区配合. */
export type Role = 'lead' | 'help';

const BEFORE = /^由.{1,24}?(?=牵头|负责|主办|主导|承办|配合|协助|协同|参与)/u;

/** The role that a clause gives and nothing else; null where it has a matter of its own or names nobody. */
export function roleOf(seen: string, { parties, start, end }: Predicate, words: Words): Role | null {
  if (parties === null) return null;
  let rest = seen
    .slice(start, end)
    .replace(BEFORE, '')
    .replace(/^共同|工作$/gu, '');
  if (rest === '') return null;
  let role: Role | null = null;
  while (rest !== '') {
    const help = words.assisting.at(rest, 0);
    const word =
      help ?? words.responsible.at(rest, 0) ?? words.adverbs.at(rest, 0) ?? words.roles.at(rest, 0);
    if (word === undefined) return null;
    role = help !== undefined ? 'help' : (role ?? 'lead');
    rest = rest.slice(word.length).replace(/^(?:并|、)/u, '');
  }
  return role;
}
