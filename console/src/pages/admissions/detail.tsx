import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { Link, useParams } from 'react-router';
import { APPLICATION_FIELDS, type ApplicationDraft, type ApplicationField } from '#admission/application.js';
import { STATE_NAMES } from '#admission/state.js';
import { VOICES } from '#answer/verdicts.js';
import { call } from '../../api/call.js';
import { Failure } from '../../parts/failure.js';
import { Page } from '../../parts/page.js';
import { type Fact, Facts, Happenings, Part } from '../../parts/record.js';
import { StepForm } from '../../parts/step-form.js';
import { type AdmissionSeen, type Happened, PATH } from './admission.js';
import { ApplicationForm } from './application-form.js';
import { EVENT_NAMES, stepsAmong } from './steps.js';

export function AdmissionDetail() {
  const { id = '' } = useParams();
  const client = useQueryClient();
  const path = `${PATH}/${encodeURIComponent(id)}`;
  const { data, error, refetch } = useQuery({
    queryKey: [path],
    queryFn: ({ signal }) => call<AdmissionSeen>(path, { signal }),
  });
  const act = async (event: Readonly<Record<string, unknown>>) => {
    client.setQueryData([path], await call<AdmissionSeen>(`${path}/events`, { method: 'POST', body: event }));
    await client.invalidateQueries({ queryKey: [path, 'history'] });
    await client.invalidateQueries({ queryKey: [PATH] });
  };
  const steps = stepsAmong(data?.next ?? []);
  return (
    <Page
      title={data === undefined ? '准入申请' : `${data.number} ${data.application.task ?? ''}`}
      help="申请表、清单怎么说、各单位的意见，和下一步。"
      actions={<Link to="/admissions">回到全部</Link>}
    >
      <Failure error={error} retry={() => void refetch()} />
      {data === undefined ? error === null && <Skeleton active /> : <AdmissionFacts seen={data} />}
      {data?.next.includes('amend') && (
        <Part title="改申请表">
          <ApplicationForm
            initial={data.application}
            button="存下修改"
            onSave={(application) => act({ type: 'amend', application })}
          />
        </Part>
      )}
      {steps.length > 0 && (
        <Part title="办一步">
          <StepForm key={data?.state} steps={steps} onStep={act} />
        </Part>
      )}
      {data !== undefined && <History path={path} />}
    </Page>
  );
}

function AdmissionFacts({ seen }: { seen: AdmissionSeen }) {
  const { application, screening, review, meeting, decision, returned, receipts, revoked, withdrawn } = seen;
  const verdict = screening && VOICES[screening.verdict as keyof typeof VOICES]?.label;
  const facts: Fact[] = [
    ['到哪一步', STATE_NAMES[seen.stateToday]],
    ['地区', seen.regionName],
    ...(Object.entries(APPLICATION_FIELDS) as [ApplicationField, string][]).map(
      ([field, label]): Fact => [label, saidOf(application, field)],
    ),
    ['提交', seen.submittedOn],
    ['清单怎么说', screening && [verdict, ...screening.said].filter(Boolean).join('\n')],
    ['清单上最接近的', screening?.near.join('\n')],
    ['依据核对', screening?.basis.join('\n')],
    ['审核人要知道的', screening?.notes.join('\n')],
    ['退回补正', returned && `${returned.on} ${returned.by}：${returned.reason}`],
    ['审核', review && `${review.on} ${review.by}：${review.agrees ? '同意' : '不同意'}。${review.text}`],
    [
      '会商',
      meeting &&
        `${meeting.on} ${meeting.participants.join('、')}：${meeting.agrees ? '同意' : '不同意'}。${meeting.text}`,
    ],
    [
      '决定',
      decision &&
        `${decision.on} ${decision.by}：${decision.admitted ? `准入，${decision.from} 到 ${decision.to}` : '不予准入'}。${decision.reason}（${decision.number}）`,
    ],
    [
      '到位',
      receipts
        .map(
          ({ means, on, amount, proof }) =>
            `${on} ${means === 'funds' ? '经费' : '人员'}${amount === null ? '' : ` ${amount} 元`}：${proof}`,
        )
        .join('\n'),
    ],
    ['撤销', revoked && `${revoked.on} ${revoked.by}：${revoked.reason}（${revoked.from} 起）`],
    ['撤回', withdrawn && `${withdrawn.on} ${withdrawn.by}：${withdrawn.reason}`],
  ];
  return <Facts facts={facts} />;
}

function saidOf(application: ApplicationDraft, field: ApplicationField): string | null {
  const value = application[field];
  if (value === undefined) return null;
  if (typeof value === 'string') return value;
  if ('what' in value)
    return value.amount === undefined || value.what.includes(String(value.amount))
      ? value.what
      : `${value.what}（每年 ${value.amount} 元）`;
  return value.length === 0 ? '无' : value.join('、');
}

function History({ path }: { path: string }) {
  const { data, error } = useQuery({
    queryKey: [path, 'history'],
    queryFn: ({ signal }) => call<{ items: Happened[] }>(`${path}/history`, { signal }),
  });
  return (
    <Part title="办过的">
      <Failure error={error} />
      <Happenings
        all={(data?.items ?? []).map(({ number, at, actorName, event }) => ({
          key: number,
          at,
          who: actorName,
          what: EVENT_NAMES[event.type] ?? event.type,
        }))}
      />
    </Part>
  );
}
