import { Flex } from 'antd';
import { Link } from 'react-router';
import { citedPlace } from '#catalogue/citation.js';
import { EVIDENCE_WORDS, KIND_WORDS, STATUS_WORDS } from '#catalogue/words.js';
import type { ItemSeen } from '../../api/catalogue.js';
import { useSigned } from '../../api/session.js';
import { clauseAddress } from '../../parts/citations.js';
import { RecordList } from '../../parts/record-list.js';

const KINDS = Object.entries(KIND_WORDS).map(([value, label]) => ({ value, label }));

/** Rows of all lists, or of one, by words, region, kind and whether they hold today. */
export function Items({ list }: { list: string }) {
  const { placed } = useSigned();
  return (
    <RecordList<ItemSeen>
      path="/api/v1/items"
      fixed={{ list, type: 'item' }}
      filters={[
        { name: 'q', label: '查什么', is: 'words', placeholder: '几个词用空格分开，回车' },
        {
          name: 'holdsIn',
          label: '在哪里算数',
          is: 'region',
          // One list alone is looked at whole, whosever it is.
          initial: list === '' ? placed : '',
        },
        { name: 'kind', label: '哪类', is: 'choice', choices: KINDS },
        { name: 'inForce', label: '只看今天有效的', is: 'yes', initial: true },
      ]}
      {...(list === '' ? {} : { actions: <Link to="/lists">不只看这一张清单</Link> })}
      name="清单事项"
      rowKey="id"
      empty="没有这样的事项"
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
