import { Spin } from 'antd';
import { lazy, Suspense } from 'react';
import type { ChartSpec } from '#documents/chart-spec.js';

const Drawn = lazy(() => import('./drawn-chart.js'));

/** A chart from plain data; the library that draws comes with the first one. Beside it stands a table with the numbers. */
export function Chart({ chart }: { chart: ChartSpec }) {
  return (
    <Suspense fallback={<Spin />}>
      <Drawn chart={chart} />
    </Suspense>
  );
}
