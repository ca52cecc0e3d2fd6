import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Flex, Progress, Skeleton } from 'antd';
import { Link, useParams } from 'react-router';
import { STATE_NAMES } from '#review/said.js';
import { call } from '../../api/call.js';
import { Failure } from '../../parts/failure.js';
import { Page } from '../../parts/page.js';
import { Facts, Part, shortTime } from '../../parts/record.js';
import { type Step, StepForm } from '../../parts/step-form.js';
import { PATH, type Proposal } from './review.js';
import { TrialResult } from './trial-result.js';

/** Milliseconds after which a trial under way is looked at again. */
const AGAIN = 1000;

export function ProposalDetail() {
  const { id = '' } = useParams();
  const client = useQueryClient();
  const path = `${PATH}/proposals/${encodeURIComponent(id)}`;
  const { data, error, refetch } = useQuery({
    queryKey: [path],
    queryFn: ({ signal }) => call<Proposal>(path, { signal }),
    refetchInterval: ({ state }) => (state.data?.trying ? AGAIN : false),
  });
  const act = async (event: unknown) => {
    client.setQueryData([path], await call<Proposal>(`${path}/events`, { method: 'POST', body: event }));
    await client.invalidateQueries({ queryKey: [`${PATH}/groups`] });
    await client.invalidateQueries({ queryKey: [`${PATH}/proposals`] });
  };
  const steps = data === undefined ? [] : stepsOf(data);
  return (
    <Page
      title={data === undefined ? '提案' : `提案：${data.matterName}`}
      help="先试答，看接受以后哪些回答会变；提的人自己不能接受，要另一个人来。"
      actions={<Link to="/review">回到全部</Link>}
    >
      <Failure error={error} retry={() => void refetch()} />
      {data === undefined ? error === null && <Skeleton active /> : <ProposalFacts proposal={data} />}
      {data?.state === 'proposed' && <Trying proposal={data} path={path} again={() => void refetch()} />}
      {data?.trial && (
        <Part title="接受以后会变什么">
          <TrialResult trial={data.trial} />
        </Part>
      )}
      {steps.length > 0 && (
        <Part title="决定">
          <StepForm
            // What can be done now comes first, also where a trial has just ended.
            key={`${data?.state} ${steps.map(({ type }) => type).join(' ')}`}
            steps={steps}
            onStep={act}
          />
        </Part>
      )}
    </Page>
  );
}

function ProposalFacts({ proposal: one }: { proposal: Proposal }) {
  return (
    <Facts
      facts={[
        ['状态', STATE_NAMES[one.state]],
        ['地区', one.regionName],
        [
          '当作',
          one.aim.type === 'matter'
            ? `新事项「${one.aim.matter.name}」：${one.aim.matter.is}`
            : one.matterName,
        ],
        ['由几个问题提的', String(one.questions)],
        ['问法', one.wordings.join('\n')],
        ['说明', one.note],
        ['谁提的', `${one.proposedBy.name}，${shortTime(one.proposedAt)}`],
        ['谁定的', one.decidedBy && `${one.decidedBy.name}，${shortTime(one.decidedAt ?? '')}`],
        ['理由', one.reason],
      ]}
    />
  );
}

interface TryingProps {
  proposal: Proposal;
  path: string;
  again(): void;
}

function Trying({ proposal: { trying, failed, fresh, trial }, path, again }: TryingProps) {
  const start = async () => {
    await call(`${path}/trial`, { method: 'POST' });
    again();
  };
  return (
    <Flex vertical gap={12}>
      {trial !== null && !fresh && trying === null && (
        <Alert type="warning" showIcon title="试答以后清单变过，要重新试答才能接受" />
      )}
      {failed !== null && <Alert type="error" showIcon title={failed} />}
      <Flex gap={16} align="center" wrap>
        <Button
          type={trial === null ? 'primary' : 'default'}
          loading={trying !== null}
          onClick={() => void start()}
        >
          {trial === null ? '试答' : '重新试答'}
        </Button>
        {trying !== null && (
          <Progress
            aria-label="试答到哪里"
            style={{ width: 320 }}
            percent={trying.total === 0 ? 0 : Math.round((100 * trying.done) / trying.total)}
          />
        )}
      </Flex>
    </Flex>
  );
}

function stepsOf({ may, fresh, trial }: Proposal): Step[] {
  const reason = { name: 'reason', label: '理由', is: 'text' } as const;
  const optional = { ...reason, optional: true };
  return [
    ...(may.accept && trial !== null && fresh ? [{ type: 'accept', label: '接受', fields: [optional] }] : []),
    ...(may.reject ? [{ type: 'reject', label: '退回', fields: [reason] }] : []),
    ...(may.withdraw ? [{ type: 'withdraw', label: '撤回', fields: [optional] }] : []),
    ...(may.revoke ? [{ type: 'revoke', label: '撤销', fields: [reason] }] : []),
  ];
}
