import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Flex, Skeleton, Statistic } from 'antd';
import { Link, useParams } from 'react-router';
import { call } from '../../api/call.js';
import { useSigned } from '../../api/session.js';
import { Failure } from '../../parts/failure.js';
import { Page } from '../../parts/page.js';
import { Part } from '../../parts/record.js';
import { RecordTable } from '../../parts/record-table.js';
import { type Step, StepForm } from '../../parts/step-form.js';
import { Findings } from './findings.js';
import { CAMPAIGN_WORDS, type InspectionSeen, type OverviewLine, PATH } from './inspection.js';
import { Sheets } from './sheets.js';
import { Visit } from './visit.js';

const STEPS: Readonly<Record<string, readonly Step[]>> = {
  'self-check': [
    { type: 'start-visits', label: '开始明察暗访', fields: [] },
    {
      type: 'extend',
      label: '延长自查',
      fields: [{ name: 'selfCheckBy', label: '自查表哪天以前交', is: 'day' }],
    },
  ],
  'on-site': [
    {
      type: 'close',
      label: '办结',
      fields: [{ name: 'note', label: '说明', is: 'text', optional: true }],
    },
  ],
};

export function InspectionDetail() {
  const { id = '' } = useParams();
  const { may } = useSigned();
  const client = useQueryClient();
  const path = `${PATH}/${encodeURIComponent(id)}`;
  const { data, error, refetch } = useQuery({
    queryKey: [path],
    queryFn: ({ signal }) => call<InspectionSeen>(path, { signal }),
  });
  /** Does something to a part of the campaign and looks at the whole anew. */
  const act = async (part: string, body: unknown) => {
    await call(`${path}${part}`, { method: 'POST', body });
    await client.invalidateQueries({ queryKey: [path] });
    await client.invalidateQueries({ queryKey: [PATH] });
  };
  const steps = data === undefined ? [] : (STEPS[data.campaign.state] ?? []);
  return (
    <Page
      title={data === undefined ? '督察' : data.campaign.title}
      help="各社区的自查表交了没有、查出什么问题、哪天以前改好、复查销号没有。"
      actions={<Link to="/inspections">回到全部</Link>}
    >
      <Failure error={error} retry={() => void refetch()} />
      {data === undefined && error === null && <Skeleton active />}
      {data !== undefined && (
        <>
          <Overall seen={data} />
          <Part title="自查表">
            <Sheets sheets={data.sheets} questions={data.questions} act={act} />
          </Part>
          <Part title="查出的问题">
            <Findings
              findings={data.findings}
              places={new Map(data.communities.map(({ region, place }) => [region, place]))}
              act={act}
            />
          </Part>
          {data.campaign.state === 'on-site' &&
            may('change', 'inspection') &&
            may('create', 'inspection') && <Visit communities={data.communities} act={act} />}
          {steps.length > 0 && may('decide', 'inspection') && (
            <Part title="这次督察">
              <StepForm key={data.campaign.state} steps={steps} onStep={(event) => act('/events', event)} />
            </Part>
          )}
        </>
      )}
    </Page>
  );
}

function Overall({ seen: { campaign, overall, communities } }: { seen: InspectionSeen }) {
  return (
    <Flex vertical gap={16}>
      <Flex gap={40} wrap>
        <Statistic title="到哪一步" value={CAMPAIGN_WORDS[campaign.state]} />
        <Statistic title="自查表已交" value={`${overall.submitted}/${overall.sheets}`} />
        <Statistic title="问题" value={overall.findings} />
        <Statistic title="超期" value={overall.overdue} />
        <Statistic title="已销号" value={overall.closed} />
      </Flex>
      {communities.length > 1 && (
        <RecordTable<OverviewLine>
          name="各社区的情况"
          rowKey="region"
          rows={communities}
          empty="没有社区"
          columns={[
            { title: '社区', text: ({ place, region }) => place || region },
            { title: '自查表', width: 100, text: ({ submitted, sheets }) => `${submitted}/${sheets}` },
            { title: '问题', width: 80, text: ({ findings }) => String(findings) },
            { title: '整改中', width: 80, text: ({ open }) => String(open) },
            { title: '超期', width: 80, text: ({ overdue }) => String(overdue) },
            { title: '待复查', width: 80, text: ({ rectified }) => String(rectified) },
            { title: '已销号', width: 80, text: ({ closed }) => String(closed) },
          ]}
        />
      )}
    </Flex>
  );
}
