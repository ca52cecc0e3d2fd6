import { useQuery } from '@tanstack/react-query';
import { Empty, Flex, Statistic } from 'antd';
import { Link } from 'react-router';
import { STATE_NAMES } from '#admission/state.js';
import type { Due } from '#cases/due.js';
import type { CaseStatistics } from '#cases/statistics.js';
import { DUE_WORDS, STATE_WORDS } from '#cases/words.js';
import type { CaseRow } from '#storage/window/port.js';
import { call } from '../../api/call.js';
import { useSigned } from '../../api/session.js';
import { Failure } from '../../parts/failure.js';
import { Page } from '../../parts/page.js';
import type { AdmissionSeen } from '../admissions/admission.js';
import { AskedByWeek } from './asked-by-week.js';
import { chinaDay, daysLater } from './days.js';
import { ReceivedByWeek } from './received-by-week.js';
import { Waiting } from './waiting.js';
import { WaitingGroups } from './waiting-groups.js';

/** Days ahead that are looked at for what is due. */
const AHEAD = 3;
const CASES = '/api/v1/cases';

export default function TodayPage() {
  const { may } = useSigned();
  const seesCases = may('read', 'case');
  const seesAdmissions = may('read', 'admission');
  const seesReview = may('read', 'review');
  return (
    <Page title="今日" help="今天要办什么、哪些快到期；近八周问了什么、答上多少、接了多少件。">
      {seesCases && <CaseFigures />}
      {seesCases && <DueCases />}
      {seesAdmissions && <WaitingAdmissions />}
      {seesReview && <WaitingGroups />}
      {seesReview && <AskedByWeek />}
      {seesCases && <ReceivedByWeek />}
      {!seesCases && !seesAdmissions && !seesReview && <Empty description="这个账号没有要办的件" />}
    </Page>
  );
}

function CaseFigures() {
  const { data, error } = useQuery({
    queryKey: [CASES, 'statistics'],
    queryFn: ({ signal }) => call<CaseStatistics>(`${CASES}/statistics`, { signal }),
  });
  if (data === undefined) return <Failure error={error} />;
  return (
    <Flex gap={48} wrap>
      <Statistic title="在办的件" value={data.open} />
      <Statistic title="超期" value={data.overdue} />
      <Statistic title="还没有分流" value={data.byClass.unsorted} />
      <Statistic title="办结" value={data.closed} />
    </Flex>
  );
}

function DueCases() {
  return (
    <Waiting<CaseRow>
      title={`${AHEAD} 天内到期和已经超期的件`}
      path={CASES}
      query={{ open: 'true', dueBy: daysLater(chinaDay(), AHEAD) }}
      name="快到期的件"
      empty="没有快到期的件"
      columns={[
        {
          title: '件号',
          width: 190,
          text: ({ number }) => number,
          show: ({ number }) => <Link to={`/cases/${encodeURIComponent(number)}`}>{number}</Link>,
        },
        { title: '内容', text: ({ text }) => text },
        { title: '办到哪一步', width: 150, text: ({ state }) => STATE_WORDS[state] },
        {
          title: '到期',
          width: 230,
          text: ({ due: of }) =>
            of === null ? '—' : `${of.day} ${DUE_WORDS[of.for]}${isLate(of) ? '，已超期' : ''}`,
          show: ({ due: of }) => (of === null ? '—' : <DueDay due={of} />),
        },
      ]}
    />
  );
}

const isLate = ({ day }: Due): boolean => day < chinaDay();

function DueDay({ due }: { due: Due }) {
  return (
    <>
      {due.day} {DUE_WORDS[due.for]} {isLate(due) && <span className="tone tone-no">超期</span>}
    </>
  );
}

function WaitingAdmissions() {
  return (
    <Waiting<AdmissionSeen>
      title="提交了、等着审核的准入申请"
      path="/api/v1/admissions"
      query={{ state: 'submitted' }}
      name="等着审核的准入申请"
      empty="没有等着审核的申请"
      columns={[
        {
          title: '编号',
          width: 190,
          text: ({ number }) => number,
          show: ({ number, id }) => <Link to={`/admissions/${id}`}>{number}</Link>,
        },
        { title: '事项', text: ({ application }) => application.task ?? '未写' },
        { title: '申请部门', width: 160, text: ({ application }) => application.department ?? '未写' },
        { title: '到哪一步', width: 120, text: ({ stateToday }) => STATE_NAMES[stateToday] },
        { title: '提交', width: 120, text: ({ submittedOn }) => submittedOn ?? '—' },
      ]}
    />
  );
}
