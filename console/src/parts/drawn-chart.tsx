import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TitleComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import type { ChartSpec } from '#documents/chart-spec.js';

use([BarChart, LineChart, GridComponent, LegendComponent, TitleComponent, TooltipComponent, CanvasRenderer]);

/** Pixels of a lying bar with its gap, and of what stands around the bars. */
const BAR = 30;
const AROUND = 110;
const UPRIGHT = 300;

export default function DrawnChart({ chart }: { chart: ChartSpec }) {
  const place = useRef<HTMLDivElement>(null);
  const height = chart.type === 'row' ? AROUND + chart.categories.length * BAR : UPRIGHT;
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const drawn = init(element);
    const draw = () => drawn.setOption(optionOf(chart, coloursOf(element)), true);
    draw();
    const resized = new ResizeObserver(() => drawn.resize());
    resized.observe(element);
    // Light and dark are told by an attribute of the page.
    const recoloured = new MutationObserver(draw);
    recoloured.observe(document.documentElement, { attributes: true });
    return () => {
      resized.disconnect();
      recoloured.disconnect();
      drawn.dispose();
    };
  }, [chart]);
  return <div ref={place} role="img" aria-label={saidOf(chart)} style={{ width: '100%', height }} />;
}

interface Colours {
  ink: string;
  line: string;
  ground: string;
  series: string[];
}

function coloursOf(element: Element): Colours {
  const style = getComputedStyle(element);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  return {
    ink: colour('--soft'),
    line: colour('--line'),
    ground: colour('--card'),
    series: ['--focus', '--help', '--unsure', '--no', '--violet', '--open', '--rose', '--yes'].map(colour),
  };
}

function optionOf(
  { title, type, categories, series, unit, stacked = false }: ChartSpec,
  { ink, line, ground, series: colours }: Colours,
) {
  const names = {
    type: 'category' as const,
    data: [...categories],
    inverse: type === 'row',
    axisLabel: { color: ink },
    axisLine: { lineStyle: { color: line } },
  };
  const values = {
    type: 'value' as const,
    name: unit,
    minInterval: 1,
    nameTextStyle: { color: ink },
    axisLabel: { color: ink },
    splitLine: { lineStyle: { color: line } },
  };
  const many = series.length > 1;
  return {
    animation: false,
    color: colours,
    title: { text: title, left: 0, top: 0, textStyle: { color: ink, fontSize: 15 } },
    legend: { show: many, left: 0, top: 32, textStyle: { color: ink } },
    // The other way writes styles into the page, which its policy forbids.
    tooltip: {
      trigger: 'axis' as const,
      renderMode: 'richText' as const,
      backgroundColor: ground,
      textStyle: { color: ink },
    },
    grid: { left: 12, right: 24, bottom: 12, top: many ? 84 : 56, containLabel: true },
    xAxis: type === 'row' ? values : names,
    yAxis: type === 'row' ? names : values,
    series: series.map(({ name, values: data }) => ({
      name,
      type: type === 'line' ? ('line' as const) : ('bar' as const),
      data: [...data],
      barMaxWidth: 22,
      ...(stacked ? { stack: 'all' } : {}),
    })),
  };
}

const saidOf = ({ title, categories, series, unit }: ChartSpec): string =>
  `${title}。${series
    .map(
      ({ name, values }) =>
        `${name}：${categories.map((one, i) => `${one} ${values[i] ?? 0}${unit}`).join('，')}`,
    )
    .join('；')}`;
