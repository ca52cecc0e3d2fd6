import type { Span } from './span.js';

/** Finds which of the spans, in the order of the text and apart, a place lies in; -1 where none does. */
export function within(spans: readonly Span[]): (place: number) => number {
  return (place) => {
    let [low, high] = [0, spans.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const { start, end } = spans[middle] as Span;
      if (place < start) high = middle - 1;
      else if (place >= end) low = middle + 1;
      else return middle;
    }
    return -1;
  };
}
