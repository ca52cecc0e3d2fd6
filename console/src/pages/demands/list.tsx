import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Flex, Statistic } from 'antd';
import { Link, useNavigate } from 'react-router';
import type { CaseStatistics } from '#cases/statistics.js';
import { classWords, DUE_WORDS, KIND_WORDS, SOURCE_WORDS, STATE_WORDS } from '#cases/words.js';
import type { CaseRow } from '#storage/window/port.js';
import { call } from '../../api/call.js';
import { useSigned } from '../../api/session.js';
import { Page } from '../../parts/page.js';
import { Part } from '../../parts/record.js';
import { RecordList } from '../../parts/record-list.js';
import { StepForm } from '../../parts/step-form.js';
import { CLASS_CHOICES, STATE_CHOICES } from './steps.js';

const PATH = '/api/v1/cases';

export function CaseList() {
  const { may } = useSigned();
  return (
    <Page title="诉求" help="窗口接的每一件：分流给谁、办到哪一步、哪天到期，从接件一直到回访。">
      <Figures />
      <RecordList<CaseRow>
        path={PATH}
        filters={[
          { name: 'state', label: '办到哪一步', is: 'choice', choices: STATE_CHOICES },
          { name: 'class', label: '三事分流', is: 'choice', choices: CLASS_CHOICES },
          { name: 'open', label: '只看没有办结的', is: 'yes', initial: false },
        ]}
        name="诉求"
        rowKey="id"
        empty="没有这样的件"
        columns={[
          {
            title: '件号',
            width: 170,
            text: ({ number }) => number,
            show: ({ number }) => <Link to={encodeURIComponent(number)}>{number}</Link>,
          },
          { title: '内容', text: ({ text }) => text },
          { title: '哪类', width: 80, text: ({ kind: of }) => KIND_WORDS[of] },
          { title: '三事分流', width: 130, text: ({ class: of }) => classWords(of) },
          { title: '办到哪一步', width: 110, text: ({ state: of }) => STATE_WORDS[of] },
          { title: '谁在办', width: 100, text: ({ office }) => office ?? '—' },
          { title: '接件', width: 110, text: ({ receivedOn }) => receivedOn },
          {
            title: '到期',
            width: 120,
            text: ({ due }) => (due === null ? '—' : `${due.day} ${DUE_WORDS[due.for]}`),
          },
        ]}
      />
      {may('create', 'case') && <NewCase />}
    </Page>
  );
}

function Figures() {
  const { data } = useQuery({
    queryKey: [PATH, 'statistics'],
    queryFn: ({ signal }) => call<CaseStatistics>(`${PATH}/statistics`, { signal }),
  });
  if (data === undefined) return null;
  const share = (part: number | null) => (part === null ? '—' : `${Math.round(part * 100)}%`);
  return (
    <Flex gap={40} wrap>
      <Statistic title="在办" value={data.open} />
      <Statistic title="超期" value={data.overdue} />
      <Statistic title="办结" value={data.closed} />
      <Statistic title="按时" value={share(data.inTime)} />
      <Statistic title="回访满意" value={data.visited === 0 ? '—' : share(data.satisfied / data.visited)} />
    </Flex>
  );
}

function NewCase() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const open = async ({
    type: _type,
    text,
    source,
    name,
    phone,
    place,
  }: Readonly<Record<string, unknown>>) => {
    const contact = { name: name ?? null, phone: phone ?? null, place: place ?? null };
    const opened = await call<{ number: string }>(PATH, { method: 'POST', body: { text, source, contact } });
    await client.invalidateQueries({ queryKey: [PATH] });
    navigate(encodeURIComponent(opened.number));
  };
  return (
    <Part title="接一件">
      <StepForm
        onStep={open}
        steps={[
          {
            type: 'open',
            label: '接件',
            fields: [
              { name: 'text', label: '要办的事', is: 'text' },
              {
                name: 'source',
                label: '从哪里来',
                is: 'choice',
                initial: 'window',
                choices: Object.entries(SOURCE_WORDS).map(([value, label]) => ({ value, label })),
              },
              { name: 'name', label: '怎么称呼', is: 'line', optional: true },
              {
                name: 'phone',
                label: '电话',
                is: 'line',
                optional: true,
                extra: '称呼、电话、地点加密保存，办结后到期删除',
              },
              { name: 'place', label: '地点', is: 'line', optional: true },
            ],
          },
        ]}
      />
    </Part>
  );
}
