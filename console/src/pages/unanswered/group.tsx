import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { Link, useParams } from 'react-router';
import { VOICES } from '#answer/verdicts.js';
import { REASON_NAMES } from '#review/said.js';
import { call } from '../../api/call.js';
import { useSigned } from '../../api/session.js';
import { Failure } from '../../parts/failure.js';
import { Page } from '../../parts/page.js';
import { shortTime } from '../../parts/record.js';
import { RecordTable } from '../../parts/record-table.js';
import { VerdictTag } from '../../parts/verdict-tag.js';
import { Propose } from './propose.js';
import { type Group, type OpenQuestion, PATH, type Suggestion } from './review.js';

export function GroupDetail() {
  const { id = '' } = useParams();
  const { may } = useSigned();
  const path = `${PATH}/groups/${encodeURIComponent(id)}`;
  const { data, error, refetch } = useQuery({
    queryKey: [path],
    queryFn: ({ signal }) => call<Group & { suggestions: readonly Suggestion[] }>(path, { signal }),
  });
  return (
    <Page
      title="一组没答上的问题"
      help="看看大家怎么问的，再定：是哪个事项的问法，还是要添一个新事项。"
      actions={<Link to="/review">回到全部</Link>}
    >
      <Failure error={error} retry={() => void refetch()} />
      {data === undefined && error === null && <Skeleton active />}
      {data !== undefined && (
        <>
          <RecordTable<OpenQuestion>
            name="这一组的问题"
            rowKey="id"
            rows={data.questions}
            empty="没有问题"
            columns={[
              { title: '问题', text: ({ text }) => text },
              {
                title: '当时答的',
                width: 140,
                text: ({ verdict }) => VOICES[verdict].label,
                show: ({ verdict }) => <VerdictTag verdict={verdict} />,
              },
              { title: '为什么没答上', width: 120, text: ({ why }) => REASON_NAMES[why] },
              { title: '说不对以后讲的', text: ({ said }) => said.join('；') || '—' },
              { title: '地区', width: 150, text: ({ region }) => region ?? '没有说' },
              { title: '时间', width: 150, text: ({ at }) => shortTime(at) },
            ]}
          />
          {data.proposals.length > 0 && (
            <p>
              由这组问题提过：
              {data.proposals.map((proposal, i) => (
                <Link key={proposal} to={`/review/proposals/${encodeURIComponent(proposal)}`}>
                  提案 {i + 1}{' '}
                </Link>
              ))}
            </p>
          )}
          {may('create', 'review') && <Propose group={data} suggestions={data.suggestions} />}
        </>
      )}
    </Page>
  );
}
