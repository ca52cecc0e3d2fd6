import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { VOICES } from '#answer/verdicts.js';
import type { ChartSpec } from '#documents/chart-spec.js';
import type { Verdict } from '#ruling/index.js';
import { call } from '../../api/call.js';
import { Chart } from '../../parts/chart.js';
import { Failure } from '../../parts/failure.js';
import { PlainTable } from '../../parts/plain-table.js';
import { Part } from '../../parts/record.js';

interface AnswerWeek {
  from: string;
  to: string;
  verdicts: Partial<Record<Verdict, number>>;
  open: number;
  wrong: number;
  useful: number;
  notices: number;
}

const PATH = '/api/v1/review/weeks';
const monthDay = (day: string): string => day.slice(5).replace('-', '.');
const nameOf = ({ from, to }: AnswerWeek): string => `${monthDay(from)}–${monthDay(to)}`;
const totalOf = ({ verdicts }: AnswerWeek): number =>
  Object.values(verdicts).reduce((sum, times) => sum + times, 0);

/** What was asked in the last eight weeks: how much, what came of it, and how much went unanswered. */
export function AskedByWeek() {
  const { data, error } = useQuery({
    queryKey: [PATH],
    queryFn: ({ signal }) => call<{ items: AnswerWeek[] }>(PATH, { query: { weeks: 8 }, signal }),
    staleTime: 300_000,
  });
  if (data === undefined) return <Failure error={error} />;
  const { items } = data;
  if (items.every((week) => totalOf(week) === 0 && week.notices === 0)) return null;
  return (
    <Part title="近八周问了什么">
      <p>{comparedOf(items)}</p>
      <Chart chart={byVerdict(items)} />
      <Chart chart={unanswered(items)} />
      <PlainTable
        caption="提问，同样的数"
        rows={[
          ['哪七天', '问了', '没答上或反问', '被说不对', '被说有用', '研判通知'],
          ...items.map((week) => [
            nameOf(week),
            ...[totalOf(week), week.open, week.wrong, week.useful, week.notices].map(String),
          ]),
        ]}
      />
      <p>
        没答上的、被说不对的，在<Link to="/review">“未答”</Link>里归成组，补上以后马上能答。
      </p>
    </Part>
  );
}

/** The last seven days beside the seven before. */
function comparedOf(weeks: readonly AnswerWeek[]): string {
  const [before, last] = weeks.slice(-2);
  if (before === undefined || last === undefined) return '';
  const [was, is] = [totalOf(before), totalOf(last)];
  const change = is === was ? '和前七天一样多' : `比前七天${is > was ? '多' : '少'} ${Math.abs(is - was)} 次`;
  const share = is === 0 ? '' : `；没答上或反问的占 ${Math.round((last.open / is) * 100)}%`;
  return `近七天问了 ${is} 次，${change}${share}。`;
}

function byVerdict(weeks: readonly AnswerWeek[]): ChartSpec {
  const verdicts = (Object.keys(VOICES) as Verdict[]).filter((verdict) =>
    weeks.some((week) => (week.verdicts[verdict] ?? 0) > 0),
  );
  return {
    title: '每七天的提问，按判定',
    type: 'bar',
    unit: '次',
    stacked: true,
    categories: weeks.map(nameOf),
    series: verdicts.map((verdict) => ({
      name: VOICES[verdict].label,
      values: weeks.map((week) => week.verdicts[verdict] ?? 0),
    })),
  };
}

const unanswered = (weeks: readonly AnswerWeek[]): ChartSpec => ({
  title: '没答上的和被说不对的',
  type: 'line',
  unit: '次',
  categories: weeks.map(nameOf),
  series: [
    { name: '没答上或反问', values: weeks.map(({ open }) => open) },
    { name: '被说不对', values: weeks.map(({ wrong }) => wrong) },
  ],
});
