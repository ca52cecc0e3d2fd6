/** A line of counts of what persons did or asked. */
export interface CountLine {
  readonly name: string;
  readonly count: number;
  /** Persons behind the count, where they are known; else the count itself is held against k. */
  readonly people?: number | undefined;
}

/** Lines that may be shown, and how many were put together. */
export interface AnonymousLines<Line> {
  readonly lines: readonly Line[];
  /** All lines behind which stand fewer than k persons, together; null where there are none. */
  readonly others: { readonly lines: number; readonly count: number } | null;
}

/**
 * k-anonymity: a line behind which stand fewer than `k` persons isn't shown by itself. Such lines are put together; where
 * that leaves fewer than two lines or fewer than `k` persons, the smallest of the shown joins them, so that no small number
 * can be had by taking the others from the total.
 * @param lines in any order; those that are shown keep it
 */
export function anonymous<Line extends CountLine>(lines: readonly Line[], k: number): AnonymousLines<Line> {
  const people = (line: Line) => line.people ?? line.count;
  const hidden = new Set(lines.filter((line) => people(line) < k));
  if (hidden.size === 0) return { lines, others: null };
  const bySize = lines.filter((line) => !hidden.has(line)).sort((a, b) => people(b) - people(a));
  const hiddenPeople = () => [...hidden].reduce((sum, line) => sum + people(line), 0);
  while ((hidden.size < 2 || hiddenPeople() < k) && bySize.length > 0) {
    const smallest = bySize.pop();
    if (smallest !== undefined) hidden.add(smallest);
  }
  const count = [...hidden].reduce((sum, line) => sum + line.count, 0);
  return { lines: lines.filter((line) => !hidden.has(line)), others: { lines: hidden.size, count } };
}

/** A count as it may be printed: 「少于5」 for one from 1 to k − 1. */
export function printed(count: number, k: number): string {
  return count > 0 && count < k ? `少于${k}` : String(count);
}
