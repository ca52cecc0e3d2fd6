import { useQuery } from '@tanstack/react-query';
import { Flex, Form, Select, Skeleton } from 'antd';
import { useSearchParams } from 'react-router';
import { call } from '../../api/call.js';
import { Failure } from '../../parts/failure.js';
import { Page } from '../../parts/page.js';
import { Entries } from './entries.js';
import { NewEntry } from './new-entry.js';
import { type Kind, PATH } from './register.js';
import { Sums } from './sums.js';

export default function RegistersPage() {
  const [search, setSearch] = useSearchParams();
  const { data, error, refetch } = useQuery({
    queryKey: [PATH],
    queryFn: ({ signal }) => call<{ items: Kind[] }>(PATH, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const kind = data?.items.find(({ id }) => id === search.get('kind')) ?? data?.items[0];
  return (
    <Page title="登记簿" help="印章、表格、牌子、会议、考评……社区和部门各记一本，汇总和超没超一看便知。">
      <Failure error={error} retry={() => void refetch()} />
      {kind === undefined ? (
        error === null && <Skeleton active />
      ) : (
        <>
          <Flex gap={16} align="center" wrap>
            <Form.Item label="哪一本" htmlFor="kind" style={{ margin: 0, maxWidth: '100%' }}>
              <Select
                id="kind"
                style={{ width: 260, maxWidth: '100%' }}
                value={kind.id}
                onChange={(id) => setSearch({ kind: id })}
                options={data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []}
              />
            </Form.Item>
            <span className="soft">{kind.is}</span>
          </Flex>
          <Sums kind={kind} />
          <Entries key={kind.id} kind={kind} />
          <NewEntry key={`${kind.id} new`} kind={kind} />
        </>
      )}
    </Page>
  );
}
