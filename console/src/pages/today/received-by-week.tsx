import { useQueries } from '@tanstack/react-query';
import type { CaseStatistics } from '#cases/statistics.js';
import { call } from '../../api/call.js';
import { Chart } from '../../parts/chart.js';
import { PlainTable } from '../../parts/plain-table.js';
import { Part } from '../../parts/record.js';
import { chinaDay, daysLater } from './days.js';

const WEEKS = 8;
const PATH = '/api/v1/cases/statistics';

/** Seven days each, the last of which ends today: `to` is the day after its last. */
function weeks(today: string): { from: string; to: string }[] {
  return Array.from({ length: WEEKS }, (_, i) => {
    const to = daysLater(today, 1 - 7 * (WEEKS - 1 - i));
    return { from: daysLater(to, -7), to };
  });
}

/** How many cases came each week, and how many of them are still open. */
export function ReceivedByWeek() {
  const stretches = weeks(chinaDay());
  const asked = useQueries({
    queries: stretches.map((stretch) => ({
      queryKey: [PATH, stretch],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        call<CaseStatistics>(PATH, { query: stretch, signal }),
      staleTime: 300_000,
    })),
  });
  const figures = asked.map(({ data }) => data);
  // Nothing was received: two empty axes say less than no chart.
  if (figures.every((figure) => (figure?.total ?? 0) === 0)) return null;
  if (figures.some((figure) => figure === undefined)) return null;
  const names = stretches.map(({ from }) => `${from.slice(5)} 起`);
  const all = figures.map((figure) => figure?.total ?? 0);
  const open = figures.map((figure) => figure?.open ?? 0);
  return (
    <Part title="近八周接的件">
      <Chart
        chart={{
          title: '每七天接的件',
          type: 'bar',
          unit: '件',
          categories: names,
          series: [
            { name: '接的件', values: all },
            { name: '其中在办', values: open },
          ],
        }}
      />
      <PlainTable
        caption="接的件，同样的数"
        rows={[
          ['哪七天', '接的件', '其中在办'],
          ...names.map((name, i) => [name, String(all[i]), String(open[i])]),
        ]}
      />
    </Part>
  );
}
