import { Tabs } from 'antd';
import { useSearchParams } from 'react-router';
import { Page } from '../../parts/page.js';
import { Items } from './items.js';
import { Lists } from './lists.js';

export default function ListsPage() {
  const [search, setSearch] = useSearchParams();
  const tab = search.get('see') === 'lists' ? 'lists' : 'items';
  return (
    <Page title="清单" help="查一件事在哪张清单上、哪一级的、还有没有效；每一项都能点到出处。">
      <Tabs
        activeKey={tab}
        onChange={(see) => setSearch({ see })}
        items={[
          { key: 'items', label: '查事项', children: <Items list={search.get('list') ?? ''} /> },
          { key: 'lists', label: '各张清单', children: <Lists /> },
        ]}
      />
    </Page>
  );
}
