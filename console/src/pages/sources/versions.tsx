import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Flex, Form, Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Difference } from '#importing/differences.js';
import { call } from '../../api/call.js';
import { usePaged } from '../../api/paged.js';
import { useSigned } from '../../api/session.js';
import { ChangeTable } from '../../parts/change-table.js';
import { Failure } from '../../parts/failure.js';
import { Part, shortTime } from '../../parts/record.js';
import { RecordTable } from '../../parts/record-table.js';
import { StepForm } from '../../parts/step-form.js';

interface Version {
  number: number;
  hash: string | null;
  source: string;
  at: string;
  actor: string;
}

/** Every version that was imported, and what differs between two of them. */
export function Versions({ path }: { path: string }) {
  const { may } = useSigned();
  const { rows, error, loading } = usePaged<Version>(`${path}/versions`);
  const held = rows.filter(({ hash }) => hash !== null);
  const [pair, setPair] = useState<{ from?: number; to?: number }>({});
  const to = pair.to ?? held.at(-1)?.number;
  const from = pair.from ?? held.at(-2)?.number;
  const choices = held.map(({ number, at }) => ({
    value: number,
    label: `第 ${number} 版（${shortTime(at)}）`,
  }));
  return (
    <Part title="版本">
      <Failure error={error} />
      <RecordTable<Version>
        name="版本"
        rowKey="number"
        rows={rows}
        loading={loading}
        empty="没有导入过"
        columns={[
          { title: '版本', width: 90, text: ({ number }) => `第 ${number} 版` },
          { title: '时间', width: 160, text: ({ at }) => shortTime(at) },
          { title: '谁', width: 160, text: ({ actor }) => actor },
          { title: '从哪来', text: ({ source }) => source },
          { title: '状态', width: 100, text: ({ hash }) => (hash === null ? '撤下' : '发布') },
        ]}
      />
      {held.length > 1 && (
        <Flex gap={16} wrap style={{ margin: '16px 0' }}>
          <Form.Item label="从" htmlFor="from" style={{ margin: 0 }}>
            <Select
              id="from"
              style={{ width: 240 }}
              value={from ?? null}
              options={choices}
              onChange={(number) => setPair({ ...pair, ...(number === null ? {} : { from: number }) })}
            />
          </Form.Item>
          <Form.Item label="到" htmlFor="to" style={{ margin: 0 }}>
            <Select
              id="to"
              style={{ width: 240 }}
              value={to ?? null}
              options={choices}
              onChange={(number) => setPair({ ...pair, ...(number === null ? {} : { to: number }) })}
            />
          </Form.Item>
        </Flex>
      )}
      {from !== undefined && to !== undefined && from !== to && (
        <Differences path={path} from={from} to={to} />
      )}
      {rows.at(-1)?.hash != null && may('delete', 'list') && <Withdrawal path={path} />}
    </Part>
  );
}

function Differences({ path, from, to }: { path: string; from: number; to: number }) {
  const { data, error, isPending } = useQuery({
    queryKey: [path, 'differences', from, to],
    queryFn: ({ signal }) =>
      call<{ items: Difference[] }>(`${path}/differences`, { query: { from, to }, signal }),
  });
  return (
    <>
      <Failure error={error} />
      <ChangeTable changes={data?.items ?? []} loading={isPending} empty="两版没有不同" />
    </>
  );
}

/** Out of force at once; its versions stay. */
function Withdrawal({ path }: { path: string }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const withdraw = async ({ reason }: Readonly<Record<string, unknown>>) => {
    await call(path, { method: 'DELETE', query: { reason: String(reason) } });
    // What this page shows isn't there any more: the next one asks anew.
    await client.invalidateQueries({ refetchType: 'none' });
    navigate('/documents');
  };
  return (
    <StepForm
      onStep={withdraw}
      steps={[
        {
          type: 'withdraw',
          label: '撤下这份文件',
          fields: [
            {
              name: 'reason',
              label: '为什么撤下',
              is: 'line',
              extra: '撤下以后马上不再按它回答；各个版本都留着，随程序发布的同一份重新生效',
            },
          ],
        },
      ]}
    />
  );
}
