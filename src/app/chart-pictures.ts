import { CHART_SIZE, chartPicture } from '#documents/chart.js';
import { chineseFont, FONT_ADVICE } from '#documents/chart-fonts.js';
import type { ChartSpec } from '#documents/chart-spec.js';
import type { OfficialBlock } from '#documents/official.js';
import type { ReportBlock } from '#lookback/chapters.js';

/** A report with its charts drawn; as tables where there is no Chinese font, with the advice to install one. */
export function withPictures(blocks: readonly ReportBlock[]): {
  drawn: OfficialBlock[];
  advice: string | null;
} {
  const font = chineseFont();
  let number = 0;
  const drawn = blocks.map((block): OfficialBlock => {
    if (block.type !== 'chart') return block;
    number++;
    const caption = `图${number}　${block.chart.title}`;
    if (font === null) return { type: 'table', caption, rows: chartRows(block.chart) };
    return { type: 'picture', caption, png: chartPicture(block.chart, font), ...CHART_SIZE };
  });
  return { drawn, advice: font === null && number > 0 ? FONT_ADVICE : null };
}

function chartRows({ categories, series }: ChartSpec): string[][] {
  return [
    ['', ...series.map(({ name }) => name)],
    ...categories.map((category, i) => [category, ...series.map(({ values }) => String(values[i] ?? ''))]),
  ];
}
