import { useQuery } from '@tanstack/react-query';
import { Flex, Form, Select } from 'antd';
import { useState } from 'react';
import { call } from '../../api/call.js';
import { usePaged } from '../../api/paged.js';
import { Failure } from '../../parts/failure.js';
import { Part, shortTime } from '../../parts/record.js';
import { RecordTable } from '../../parts/record-table.js';

interface Version {
  number: number;
  hash: string | null;
  source: string;
  at: string;
  actor: string;
}
interface Difference {
  change: 'added' | 'removed' | 'changed';
  id: string;
  name: string;
  fields: readonly { field: string; before: string; after: string }[];
}
const CHANGES = { added: '新增', removed: '删去', changed: '改动' } as const;

/** Every version that was imported, and what differs between two of them. */
export function Versions({ path }: { path: string }) {
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
      {from !== undefined && to !== undefined && <Differences path={path} from={from} to={to} />}
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
      <RecordTable<Difference>
        name="两版的不同"
        rowKey="id"
        rows={data?.items ?? []}
        loading={isPending}
        empty="两版没有不同"
        columns={[
          { title: '变动', width: 80, text: ({ change }) => CHANGES[change] },
          { title: '事项', text: ({ name }) => name },
          {
            title: '改了什么',
            text: ({ fields }) =>
              fields
                .map(({ field, before, after }) => `${field}：${before || '（空）'} → ${after || '（空）'}`)
                .join('\n'),
          },
        ]}
      />
    </>
  );
}
