import { Resvg } from '@resvg/resvg-js';
import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TitleComponent } from 'echarts/components';
import { type EChartsCoreOption, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { ChartFont } from './chart-fonts.js';
import type { ChartSpec } from './chart-spec.js';

use([BarChart, LineChart, GridComponent, LegendComponent, TitleComponent, SVGRenderer]);

/** Pixels of the screen; the picture has twice as many, for print. */
export const CHART_SIZE = { width: 760, height: 380 } as const;
const SCALE = 2;
/** Told apart in grey as well, as most offices print. */
const COLOURS = ['#1f5fa8', '#e08a1e', '#6b9e3f', '#8c4a9e', '#707070'];
/** Characters of a category's name that are shown. */
const LONGEST_NAME = 14;

/** The chart as SVG, drawn without a browser; the same data give the same text. */
export function drawChart(spec: ChartSpec, font: string): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, ...CHART_SIZE });
  try {
    chart.setOption(optionOf(spec, font));
    return withoutHovering(chart.renderToSVGString());
  } finally {
    chart.dispose();
  }
}

/** A picture isn't pointed at: its styles for that bear running numbers, which would differ from one drawing to the next. */
function withoutHovering(svg: string): string {
  return svg
    .replace(/ class="[^"]*"/g, '')
    .replace(/<style\b[^>]*>[^<]*(?:<!\[CDATA\[.*?\]\]>)?[^<]*<\/style>/gs, '');
}

/** The chart as PNG, with a Chinese font. */
export function chartPicture(spec: ChartSpec, { file, family }: ChartFont): Uint8Array {
  const renderer = new Resvg(drawChart(spec, family), {
    fitTo: { mode: 'width', value: CHART_SIZE.width * SCALE },
    background: 'white',
    font: { fontFiles: [file], loadSystemFonts: false, defaultFontFamily: family },
  });
  return new Uint8Array(renderer.render().asPng());
}

function optionOf(
  { title, type, categories, series, unit, stacked }: ChartSpec,
  font: string,
): EChartsCoreOption {
  const names = categories.map((name) =>
    name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME - 1)}…`,
  );
  const category = { type: 'category' as const, data: names, axisLabel: { fontSize: 13, interval: 0 } };
  const value = { type: 'value' as const, name: unit, minInterval: 1, axisLabel: { fontSize: 12 } };
  const lying = type === 'row';
  return {
    animation: false,
    color: COLOURS,
    textStyle: { fontFamily: font },
    title: {
      text: title,
      left: 'center',
      textStyle: { fontFamily: font, fontSize: 17, fontWeight: 'normal' },
    },
    legend: { show: series.length > 1, bottom: 4, textStyle: { fontFamily: font, fontSize: 13 } },
    grid: {
      left: 16,
      right: 40,
      top: 56,
      bottom: series.length > 1 ? 44 : 20,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    xAxis: lying ? value : category,
    yAxis: lying ? { ...category, inverse: true } : value,
    series: series.map(({ name, values }) => ({
      name,
      type: type === 'line' ? 'line' : 'bar',
      data: [...values],
      barMaxWidth: 32,
      symbolSize: 7,
      ...(stacked ? { stack: 'all' } : {}),
      label: { show: !stacked && series.length === 1, position: lying ? 'right' : 'top', fontSize: 12 },
    })),
  };
}
