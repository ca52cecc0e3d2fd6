import { Link } from 'react-router';
import { OPEN_REASONS } from '#review/asked.js';
import { REASON_NAMES } from '#review/said.js';
import { shortTime } from '../../parts/record.js';
import { type Group, PATH } from '../unanswered/review.js';
import { Waiting } from './waiting.js';

/** What is asked most and not answered: the first five groups. */
export function WaitingGroups() {
  return (
    <Waiting<Group>
      title="问得最多、还没答上的"
      path={`${PATH}/groups`}
      query={{ state: 'open', limit: 5 }}
      firstOnly
      name="问得最多还没答上的"
      empty="没有等着补的问题"
      columns={[
        { title: '几次', width: 70, text: ({ count }) => String(count) },
        {
          title: '怎么问的',
          text: ({ questions: [first] }) => first?.text ?? '',
          show: ({ id, questions: [first] }) => (
            <Link to={`/review/groups/${encodeURIComponent(id)}`}>{first?.text}</Link>
          ),
        },
        {
          title: '为什么没答上',
          width: 180,
          text: ({ counts }) =>
            OPEN_REASONS.filter((reason) => (counts[reason] ?? 0) > 0)
              .map((reason) => REASON_NAMES[reason])
              .join('、'),
        },
        { title: '最近一次', width: 160, text: ({ newest }) => shortTime(newest) },
      ]}
    />
  );
}
