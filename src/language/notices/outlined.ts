import { BULLETS } from '../layout/bullets.js';
import type { Span } from '../span.js';
import { type GridRow, gridOf } from './grid.js';

/** A line of a notice with what stands above it. */
export interface OutlinedLine extends Span {
  /** Without its number. */
  readonly body: string;
  /** Which sort of number it has, -1 for none. */
  readonly numbering: number;
  /** The nearest headings above, the last one nearest. */
  readonly headings: readonly string[];
  readonly row: GridRow | null;
}

/** Numbers in front of a line, from the largest sort to the smallest; the last is a title in brackets. */
const NUMBERS: readonly RegExp[] = [
  /^第[一二三四五六七八九十]{1,3}[章节编部]/u,
  /^第[一二三四五六七八九十百]{1,4}条/u,
  /^[一二三四五六七八九十]{1,3}[、.]/u,
  /^\([一二三四五六七八九十]{1,3}\)/u,
  /^\d{1,2}(?:[.、](?!\d)|\)(?!\d))/u,
  /^\(\d{1,2}\)/u,
  /^[①-⑳]/u,
  BULLETS,
  /^【/u,
];
const TITLE_IN_BRACKETS = NUMBERS.length - 1;
const HEADING = /^[^。;,:]{1,24}(?:[:。]|$)/u;
const ANNOUNCING = /([^。;]{2,30}):$/u;
const LONGEST_HEADING = 16;
const KEPT = 3;

interface Level {
  rank: number;
  text: string;
}

/** The lines of a folded text, one for each line feed, with number, headings above and cells. */
export function outlinedLines(text: string): OutlinedLine[] {
  const spans: Span[] = [];
  for (let start = 0; start <= text.length; ) {
    const stop = text.indexOf('\n', start);
    const end = stop < 0 ? text.length : stop + 1;
    spans.push({ start, end });
    start = stop < 0 ? text.length + 1 : end;
  }
  const rows = gridOf(text, spans);
  const levels: Level[] = [];
  return spans.map((span, i) => {
    const own = text.slice(span.start, span.end).trim();
    const { numbering, body } = numberOf(own);
    const row = rows[i] ?? null;
    if (own === '') return { ...span, body, numbering, headings: [], row };
    const rank = rankOf(numbering, levels);
    leave(levels, numbering, rank, own, row !== null);
    const headings = levels.slice(-KEPT).map((level) => level.text);
    const heading = headingOf(body, numbering, row !== null);
    if (heading !== null) levels.push({ rank, text: heading });
    return { ...span, body, numbering, headings, row };
  });
}

function numberOf(line: string): { numbering: number; body: string } {
  const numbering = NUMBERS.findIndex((pattern) => pattern.test(line));
  const pattern = NUMBERS[numbering];
  const body =
    pattern === undefined || numbering === TITLE_IN_BRACKETS ? line : line.replace(pattern, '').trim();
  return { numbering, body };
}

/** A line without a number that announces a list ranks just above that list. */
function rankOf(numbering: number, levels: readonly Level[]): number {
  if (numbering >= 0) return numbering;
  const last = levels.at(-1);
  return last === undefined ? 0.5 : Math.floor(last.rank) + 0.5;
}

/** Takes away the headings that a line ends. */
function leave(levels: Level[], numbering: number, rank: number, line: string, inTable: boolean): void {
  const ends = (last: Level) =>
    numbering >= 0 ? last.rank >= numbering : last.rank >= rank && last.rank % 1 !== 0;
  const announces =
    line.endsWith(':') || (!/[。;,]/u.test(line) && line.length <= LONGEST_HEADING && !inTable);
  if (numbering < 0 && !announces) return;
  for (let last = levels.at(-1); last !== undefined && ends(last); last = levels.at(-1)) levels.pop();
}

function headingOf(body: string, numbering: number, inTable: boolean): string | null {
  const [heading] = HEADING.exec(body) ?? [];
  if (numbering >= 0 && numbering < TITLE_IN_BRACKETS)
    return (heading ?? body.slice(0, LONGEST_HEADING)).replace(/[:。]$/u, '');
  const announced = ANNOUNCING.exec(body)?.[1];
  if (announced !== undefined) return announced;
  const whole = heading !== undefined && heading.length === body.length && body.length <= LONGEST_HEADING;
  return whole && !inTable ? body : null;
}
