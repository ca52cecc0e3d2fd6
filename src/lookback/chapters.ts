import type { ChartSpec } from '#documents/chart-spec.js';
import type { OfficialBlock } from '#documents/official.js';
import { anonymous, type CountLine, printed } from './anonymity.js';

/** A part of the report that names a chart by what is to be drawn; pictures are made of it outside. */
export type ReportBlock = OfficialBlock | { type: 'chart'; chart: ChartSpec };

export const heading = (text: string, level: 1 | 2 = 1): ReportBlock => ({ type: 'heading', level, text });
export const paragraph = (...parts: string[]): ReportBlock => ({ type: 'paragraph', text: parts.join('') });

/** Rows of a table shown in the report; the workbook has all. */
const MOST_ROWS = 15;

export function tableBlock(
  caption: string,
  rows: readonly (readonly string[])[],
  widths?: readonly number[],
): ReportBlock {
  const shown = rows.slice(0, MOST_ROWS + 1);
  const left = rows.length - shown.length;
  const all = left === 0 ? shown : [...shown, [`另有${left}行，见附表`]];
  return { type: 'table', caption, rows: all, ...(widths === undefined ? {} : { widths }) };
}

/** Lines of counts as rows, those behind which stand fewer than k persons put together. */
export function countRows<Line extends CountLine>(
  lines: readonly Line[],
  k: number,
  rowOf: (line: Line) => string[],
): string[][] {
  const { lines: shown, others } = anonymous(lines, k);
  const rows = shown.map(rowOf);
  if (others === null) return rows;
  const width = rows[0]?.length ?? 2;
  const row = [`其他${others.lines}种（每种少于${k}人或合并）`, printed(others.count, k)];
  return [...rows, [...row, ...Array.from({ length: Math.max(0, width - 2) }, () => '')]];
}

/** 12.5%; — of nothing. */
export function share(part: number, whole: number): string {
  return whole === 0 ? '—' : `${((part / whole) * 100).toFixed(1)}%`;
}

/** 比上期多12.5%, or that nothing was there to compare with. */
export function change(now: number, before: number | undefined): string {
  if (before === undefined) return '上期没有记录，不能比';
  if (before === 0) return now === 0 ? '上期也是0' : '上期是0';
  const percent = ((now - before) / before) * 100;
  if (Math.abs(percent) < 0.05) return '与上期持平';
  return `比上期${percent > 0 ? '多' : '少'}${Math.abs(percent).toFixed(1)}%`;
}
