import { Button, Checkbox, Flex, Form, Input } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { citedPlace } from '#catalogue/citation.js';
import type { ListKind } from '#catalogue/schema.js';
import { EVIDENCE_WORDS, KIND_WORDS, STATUS_WORDS } from '#catalogue/words.js';
import type { ItemSeen } from '../../api/catalogue.js';
import { usePaged } from '../../api/paged.js';
import { clauseAddress } from '../../parts/citations.js';
import { Failure } from '../../parts/failure.js';
import { Filter } from '../../parts/filter.js';
import { RecordTable } from '../../parts/record-table.js';

const KINDS = Object.entries(KIND_WORDS).map(([value, label]) => ({ value, label }));

/** Rows of all lists, or of one, by words, kind and whether they hold today. */
export function Items({ list }: { list: string }) {
  const navigate = useNavigate();
  const [q, setQ] = useState('');
  const [region, setRegion] = useState('');
  const [kind, setKind] = useState<ListKind>();
  const [inForce, setInForce] = useState(true);
  const items = usePaged<ItemSeen>('/api/v1/items', {
    q,
    region,
    kind,
    list,
    type: 'item',
    inForce: inForce ? 'true' : undefined,
  });
  return (
    <Flex vertical gap={16}>
      <Flex gap={16} wrap align="center">
        <Form.Item label="查什么" htmlFor="q" style={{ margin: 0 }}>
          <Input.Search
            id="q"
            allowClear
            placeholder="几个词用空格分开"
            style={{ width: 260 }}
            onSearch={(value) => setQ(value.trim())}
          />
        </Form.Item>
        <Form.Item label="地区" htmlFor="items-region" style={{ margin: 0 }}>
          <Input.Search
            id="items-region"
            allowClear
            placeholder="全称，如：重庆市"
            style={{ width: 220 }}
            onSearch={(value) => setRegion(value.trim())}
          />
        </Form.Item>
        <Filter<ListKind> label="哪类" value={kind} onChange={setKind} choices={KINDS} />
        <Checkbox checked={inForce} onChange={({ target }) => setInForce(target.checked)}>
          只看今天有效的
        </Checkbox>
        {list !== '' && <Button onClick={() => navigate('/lists')}>不只看这一张清单</Button>}
      </Flex>
      <Failure error={items.error} retry={items.retry} />
      <RecordTable<ItemSeen>
        name="清单事项"
        rowKey="id"
        empty="没有这样的事项"
        {...items}
        expandable={{ expandedRowRender: (item) => <ItemFacts item={item} /> }}
        columns={[
          { title: '事项', text: ({ name }) => name },
          { title: '哪类', width: 140, text: ({ kind: of }) => (of === null ? '规定' : KIND_WORDS[of]) },
          { title: '地区', width: 130, text: ({ region: of }) => of },
          {
            title: '出处',
            text: ({ citation }) => citedPlace(citation),
            show: ({ citation }) => <Link to={clauseAddress(citation)}>{citedPlace(citation)}</Link>,
          },
          {
            title: '今天',
            width: 90,
            text: ({ inForceToday, status }) => (inForceToday ? '有效' : STATUS_WORDS[status]),
          },
          { title: '说明', text: ({ summary }) => summary, exported: true },
          { title: '去哪办', text: ({ route }) => route ?? '未见', exported: true },
        ]}
      />
    </Flex>
  );
}

function ItemFacts({
  item: { summary, department, route, aliases, gap, citation, effectiveFrom },
}: {
  item: ItemSeen;
}) {
  return (
    <Flex vertical gap={4}>
      <p>{summary}</p>
      {department !== null && <p>责任部门：{department}</p>}
      {route !== null && <p>去哪办：{route}</p>}
      {aliases.length > 0 && <p className="soft">也叫：{aliases.join('、')}</p>}
      <p className="soft">
        {EVIDENCE_WORDS[citation.evidence]}
        {effectiveFrom !== null && ` · ${effectiveFrom} 起`}
      </p>
      {gap !== null && <p className="soft">未见：{gap}</p>}
    </Flex>
  );
}
