import { type Citation, toCitation } from '#catalogue/citation.js';
import { type KnowledgeBase, rowById } from '#catalogue/knowledge-base.js';
import { type Entry, textOf } from './entry.js';
import type { Limit } from './facts.js';
import { holdsAt } from './rules.js';

/** A limit held against the entries of one community. */
export interface LimitCheck {
  readonly limit: Limit;
  readonly count: number;
  readonly over: boolean;
  /** Names of the entries that count. */
  readonly names: readonly string[];
  readonly citation: Citation;
}

/**
 * The limits of a region, held against entries of one place. Only limits whose row is in force there and then count: of
 * another region's, nothing is said.
 * @param region full name
 * @param day YYYY-MM-DD
 */
export function checkLimits(
  kb: KnowledgeBase,
  limits: readonly Limit[],
  entries: readonly Entry[],
  { region, day, what }: { region: string; day: string; what: string },
): LimitCheck[] {
  return limits.flatMap((limit) => {
    const row = rowById(kb, limit.row);
    if (row === undefined || !holdsAt(kb, row, region, day)) return [];
    const counted = entries.filter(
      (entry) =>
        entry.kind === limit.register &&
        entry.state !== 'ended' &&
        entry.state !== 'refused' &&
        textOf(entry, limit.field) === limit.is,
    );
    const names = counted.map((entry) => textOf(entry, what));
    return [
      { limit, count: counted.length, over: counted.length > limit.most, names, citation: toCitation(row) },
    ];
  });
}
