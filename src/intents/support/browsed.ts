import type { ListKind } from '../../catalogue/schema.js';
import { KIND_NAME } from '../../decision/compose.js';
import { decide, type Scope } from './ask-desk.js';
import type { Turn } from './intent.js';
import type { Page } from './state.js';

/**
 * The lists that a text asks to see, as the decision understands it, with the region and day it names; null where the
 * decision takes it for another question. A browsing answer names the lists in its first line, nowhere else.
 */
export function kindsBrowsed(turn: Turn, text: string, scope: Scope): Omit<Page, 'offset'> | null {
  const { verdict, item, explanation } = decide(turn, text, scope);
  const [first = ''] = explanation.body;
  if (verdict !== 'information' || item !== null || !first.startsWith(`${explanation.region}的目录里`))
    return null;
  const names = Object.entries(KIND_NAME) as [ListKind, string][];
  const kinds = names.filter(([, name]) => first.includes(name)).map(([kind]) => kind);
  return kinds.length === 0 ? null : { kinds, region: explanation.region, date: explanation.date };
}
