import type { PageLine, Segment } from './pdf-lines.js';

/** A column of a table without rules; lengths in points. */
export interface Band {
  left: number;
  right: number;
}

type Columned = Pick<PageLine, 'segments'>;

/** A header's word and the column below it needn't overlap: centred 序号 above numbers set to the right are one column. */
export function withHeaderWords(bands: readonly Band[], [header, ...body]: readonly Columned[]): Band[] {
  const holds = (line: Columned | undefined, band: Band): boolean =>
    (line?.segments ?? []).some(({ left, right }) => left < band.right && right > band.left);
  const joined: Band[] = [];
  let lastIs: 'word' | 'column' | 'both' = 'both';
  for (const band of bands) {
    const inHeader = holds(header, band);
    const inBody = body.some((line) => holds(line, band));
    const is = inHeader && inBody ? 'both' : inHeader ? 'word' : 'column';
    const last = joined.at(-1);
    if (last !== undefined && is !== 'both' && lastIs !== 'both' && is !== lastIs) {
      last.right = band.right;
      lastIs = 'both';
    } else {
      joined.push({ ...band });
      lastIs = is;
    }
  }
  return joined;
}

/** Intervals that overlap become one, from left to right. */
export function merged(intervals: readonly Band[]): Band[] {
  const bands: Band[] = [];
  for (const { left, right } of [...intervals].sort((a, b) => a.left - b.left)) {
    const last = bands.at(-1);
    if (last !== undefined && left < last.right) last.right = Math.max(last.right, right);
    else bands.push({ left, right });
  }
  return bands;
}

/** The band that a segment lies in with its middle, if it reaches into no other one. */
export function bandOf(bands: readonly Band[], { left, right }: Segment): number | null {
  const touched = bands.flatMap((band, index) => (left < band.right && right > band.left ? [index] : []));
  const [only] = touched;
  return touched.length === 1 && only !== undefined ? only : null;
}
