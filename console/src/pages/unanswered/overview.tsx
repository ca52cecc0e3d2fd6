import { Tabs } from 'antd';
import { Link } from 'react-router';
import { OPEN_REASONS } from '#review/asked.js';
import { GROUP_STATE_NAMES, REASON_NAMES, STATE_NAMES } from '#review/said.js';
import { Page } from '../../parts/page.js';
import { shortTime } from '../../parts/record.js';
import { RecordList } from '../../parts/record-list.js';
import { type Group, PATH, type Proposal } from './review.js';

const REASONS = OPEN_REASONS.map((value) => ({ value, label: REASON_NAMES[value] }));
const STATES = Object.entries(GROUP_STATE_NAMES).map(([value, label]) => ({ value, label }));

export function ReviewOverview() {
  return (
    <Page
      title="未答"
      help="没答上、反问过、被说不对的问题，像的归成一组；一个人提、另一个人接受，接受的马上生效。"
    >
      <Tabs
        items={[
          { key: 'groups', label: '没答上的问题', children: <Groups /> },
          { key: 'proposals', label: '提案', children: <Proposals /> },
        ]}
      />
    </Page>
  );
}

function Groups() {
  return (
    <RecordList<Group>
      path={`${PATH}/groups`}
      filters={[
        { name: 'why', label: '为什么没答上', is: 'choice', choices: REASONS },
        { name: 'state', label: '状态', is: 'choice', choices: STATES },
        { name: 'find', label: '问题里有', is: 'words' },
      ]}
      name="没答上的问题"
      rowKey="id"
      empty="最近 90 天的问题都答上了"
      columns={[
        { title: '几次', width: 70, text: ({ count }) => String(count) },
        {
          title: '怎么问的',
          text: ({ questions }) => questions.map(({ text }) => text).join('\n'),
          show: ({ id, questions: [first, ...others] }) => (
            <>
              <Link to={`groups/${encodeURIComponent(id)}`}>{first?.text}</Link>
              {others.map(({ id: other, text }) => (
                <div key={other} className="soft">
                  {text}
                </div>
              ))}
            </>
          ),
        },
        { title: '为什么没答上', width: 200, text: ({ counts }) => reasonsOf(counts) },
        { title: '最近一次', width: 160, text: ({ newest }) => shortTime(newest) },
        { title: '状态', width: 100, text: ({ state }) => GROUP_STATE_NAMES[state] },
      ]}
    />
  );
}

function reasonsOf(counts: Group['counts']): string {
  return OPEN_REASONS.flatMap((reason) => {
    const times = counts[reason] ?? 0;
    return times === 0 ? [] : [`${REASON_NAMES[reason]} ${times}`];
  }).join('，');
}

function Proposals() {
  return (
    <RecordList<Proposal>
      path={`${PATH}/proposals`}
      filters={[]}
      name="提案"
      rowKey="id"
      empty="还没有提案"
      columns={[
        {
          title: '当作什么',
          text: ({ matterName }) => matterName,
          show: ({ id, matterName }) => <Link to={`proposals/${encodeURIComponent(id)}`}>{matterName}</Link>,
        },
        { title: '问法', text: ({ wordings }) => wordings.slice(0, 3).join('\n') },
        { title: '地区', width: 160, text: ({ regionName }) => regionName },
        { title: '谁提的', width: 130, text: ({ proposedBy }) => proposedBy.name },
        { title: '什么时候', width: 160, text: ({ proposedAt }) => shortTime(proposedAt) },
        { title: '状态', width: 100, text: ({ state }) => STATE_NAMES[state] },
      ]}
    />
  );
}
