import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { Link, useParams } from 'react-router';
import type { Case } from '#cases/case.js';
import {
  classWords,
  DUE_WORDS,
  EVENT_WORDS,
  KIND_WORDS,
  OUTCOME_WORDS,
  SOURCE_WORDS,
  STATE_WORDS,
} from '#cases/words.js';
import type { CaseHistory, Contact } from '#storage/window/port.js';
import { call } from '../../api/call.js';
import { useSigned } from '../../api/session.js';
import { Failure } from '../../parts/failure.js';
import { Page } from '../../parts/page.js';
import { Facts, Happenings, Part } from '../../parts/record.js';
import { StepForm } from '../../parts/step-form.js';
import { CASE_STEPS, OPEN_STATES } from './steps.js';

interface CaseSeen {
  number: string;
  region: string;
  code: string;
  case: Case;
  contact: Contact | null;
  history: readonly CaseHistory[];
}

export function CaseDetail() {
  const { number = '' } = useParams();
  const { may } = useSigned();
  const client = useQueryClient();
  const path = `/api/v1/cases/${encodeURIComponent(number)}`;
  const { data, error, refetch } = useQuery({
    queryKey: [path],
    queryFn: ({ signal }) => call<CaseSeen>(path, { signal }),
  });
  const act = async (event: Readonly<Record<string, unknown>>) => {
    client.setQueryData([path], await call<CaseSeen>(`${path}/events`, { method: 'POST', body: event }));
    await client.invalidateQueries({ queryKey: ['/api/v1/cases'] });
  };
  return (
    <Page
      title={`诉求 ${number}`}
      help="这一件的全部，和下一步要办的。"
      actions={<Link to="/cases">回到全部</Link>}
    >
      <Failure error={error} retry={() => void refetch()} />
      {data === undefined ? error === null && <Skeleton active /> : <CaseFacts seen={data} />}
      {data !== undefined && may('change', 'case') && OPEN_STATES.includes(data.case.state) && (
        <Part title="办一步">
          <StepForm steps={CASE_STEPS} onStep={act} />
        </Part>
      )}
      {data !== undefined && (
        <Part title="办过的">
          <Happenings
            all={data.history.map(({ at, actor, type }, i) => ({
              key: `${at} ${i}`,
              at,
              who: actor,
              what: EVENT_WORDS[type],
            }))}
          />
        </Part>
      )}
    </Page>
  );
}

function CaseFacts({ seen: { case: one, code, contact } }: { seen: CaseSeen }) {
  const { sorting, paper, result, reply, due } = one;
  return (
    <Facts
      facts={[
        ['内容', one.text],
        ['哪类', KIND_WORDS[one.kind]],
        ['办到哪一步', STATE_WORDS[one.state]],
        [
          '到期',
          due === null ? null : `${due.day} ${DUE_WORDS[due.for]}${due.sure ? '' : '（放假安排未见）'}`,
        ],
        ['三事分流', classWords(sorting.class)],
        ['为什么', sorting.why],
        ['主题', sorting.matter],
        ['责任单位', sorting.responsible],
        ['社区能做什么', sorting.committee],
        ['要开的证明', paper?.name],
        ['清单怎么说', paper?.says.join('\n')],
        ['依据', [...sorting.basis, ...(paper?.basis ?? [])].join('\n')],
        ['谁在办', one.office?.name],
        ['结果', result && `${OUTCOME_WORDS[result.outcome]}：${result.text}`],
        ['答复', reply && `${reply.day} ${reply.how}：${reply.text}`],
        ['从哪里来', `${SOURCE_WORDS[one.source]}，${one.receivedOn} 接件`],
        ['称呼和电话', contact && [contact.name, contact.phone, contact.place].filter(Boolean).join('，')],
        ['查询码', code],
      ]}
    />
  );
}
