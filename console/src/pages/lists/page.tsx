import { Tabs } from 'antd';
import { useSearchParams } from 'react-router';
import { useSigned } from '../../api/session.js';
import { Page } from '../../parts/page.js';
import { Import } from './import/import.js';
import { Items } from './items.js';
import { Lists } from './lists.js';

const TABS = ['items', 'lists', 'import'] as const;

export default function ListsPage() {
  const { may } = useSigned();
  const [search, setSearch] = useSearchParams();
  const tab = TABS.find((one) => one === search.get('see')) ?? 'items';
  return (
    <Page title="清单" help="查一件事在哪张清单上、哪一级的、还有没有效；本单位的清单在这里导入和发布。">
      <Tabs
        activeKey={tab}
        onChange={(see) => setSearch({ see })}
        items={[
          {
            key: 'items',
            label: '查事项',
            destroyOnHidden: true,
            children: <Items list={search.get('list') ?? ''} />,
          },
          { key: 'lists', label: '各张清单', destroyOnHidden: true, children: <Lists /> },
          ...(may('create', 'list') ? [{ key: 'import', label: '导入清单', children: <Import /> }] : []),
        ]}
      />
    </Page>
  );
}
