import { decide } from './ask-desk.js';
import type { Turn } from './intent.js';
import type { Asking, Page } from './state.js';

/**
 * The lists that a text asks to see, as the decision understands it, with the region and day it names; null where the
 * decision takes it for another question.
 */
export function kindsBrowsed(turn: Turn, text: string, scope: Asking): Omit<Page, 'offset'> | null {
  const { lists, region, date } = decide(turn, text, scope).explanation;
  return lists.length === 0 ? null : { kinds: lists, region, date };
}
