import type { Span } from './span.js';

/** A text without some of its stretches; places in it lead back to the text itself. */
export interface Visible {
  readonly text: string;
  /** Where a stretch of `text` stands in the text itself. */
  spanOf(stretch: Span): Span;
  /** Where the first character of `text` at or behind a place of the text itself stands. */
  from(place: number): number;
}

/** @param hidden stretches to leave out; they may touch and overlap, in any order */
export function visible(whole: string, hidden: readonly Span[], range: Span = all(whole)): Visible {
  const shown = gaps(hidden, range);
  if (shown.length === 1 && shown[0]?.start === 0) {
    const text = whole.slice(0, shown[0].end);
    return {
      text,
      spanOf: ({ start, end }) => ({ start, end }),
      from: (place) => Math.min(place, text.length),
    };
  }
  // Where each shown stretch begins in the text without the hidden ones.
  const starts: number[] = [];
  let text = '';
  for (const { start, end } of shown) {
    starts.push(text.length);
    text += whole.slice(start, end);
  }
  const placeOf = (at: number): number => {
    const i = lastAtMost(starts, at);
    const stretch = shown[i];
    return stretch === undefined ? range.start : stretch.start + at - (starts[i] as number);
  };
  return {
    text,
    // The end is behind the last character, not before whatever is hidden behind it.
    spanOf: ({ start, end }) => ({
      start: placeOf(start),
      end: end > start ? placeOf(end - 1) + 1 : placeOf(start),
    }),
    from(place) {
      for (const [i, { start, end }] of shown.entries())
        if (place < end) return (starts[i] as number) + Math.max(0, place - start);
      return text.length;
    },
  };
}

const all = (text: string): Span => ({ start: 0, end: text.length });

/** What is left of a range without the hidden stretches, in order. */
function gaps(hidden: readonly Span[], { start, end }: Span): Span[] {
  const shown: Span[] = [];
  let at = start;
  for (const span of [...hidden].sort((a, b) => a.start - b.start)) {
    if (span.end <= at) continue;
    if (span.start >= end) break;
    if (span.start > at) shown.push({ start: at, end: span.start });
    at = span.end;
  }
  if (at < end) shown.push({ start: at, end });
  return shown;
}

/** The last of the rising numbers that is at most `value`; 0 where none is. */
function lastAtMost(rising: readonly number[], value: number): number {
  let [low, high] = [0, rising.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((rising[middle] as number) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
