import { Button } from 'antd';
import { Link, useNavigate } from 'react-router';
import { KEPT_STATES, STATE_NAMES } from '#admission/state.js';
import { useSigned } from '../../api/session.js';
import { Page } from '../../parts/page.js';
import { RecordList } from '../../parts/record-list.js';
import { type AdmissionSeen, PATH } from './admission.js';

const STATES = KEPT_STATES.map((value) => ({ value, label: STATE_NAMES[value] }));

export function AdmissionList() {
  const { may } = useSigned();
  const navigate = useNavigate();
  return (
    <Page
      title="准入"
      help="部门要社区做清单以外的事，先在这里申请；审核、会商、决定都留痕，准入后进清单。"
      actions={
        may('create', 'admission') && (
          <Button type="primary" onClick={() => navigate('new')}>
            新申请
          </Button>
        )
      }
    >
      <RecordList<AdmissionSeen>
        path={PATH}
        filters={[{ name: 'state', label: '到哪一步', is: 'choice', choices: STATES }]}
        name="准入申请"
        rowKey="id"
        empty="没有这样的申请"
        columns={[
          {
            title: '编号',
            width: 180,
            text: ({ number }) => number,
            show: ({ number, id }) => <Link to={id}>{number}</Link>,
          },
          { title: '事项', text: ({ application }) => application.task ?? '未写' },
          { title: '申请部门', width: 130, text: ({ application }) => application.department ?? '未写' },
          { title: '地区', width: 160, text: ({ regionName }) => regionName },
          { title: '到哪一步', width: 150, text: ({ stateToday }) => STATE_NAMES[stateToday] },
          { title: '提交', width: 120, text: ({ submittedOn }) => submittedOn ?? '—' },
          { title: '最近变动', width: 120, text: ({ changedOn }) => changedOn },
        ]}
      />
    </Page>
  );
}
