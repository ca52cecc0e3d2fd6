import { Flex, Form, Input } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { EVIDENCE_WORDS, KIND_WORDS, STATUS_WORDS } from '#catalogue/words.js';
import type { ListSeen } from '../../api/catalogue.js';
import { usePaged } from '../../api/paged.js';
import { Failure } from '../../parts/failure.js';
import { RecordTable } from '../../parts/record-table.js';

/** The lists, with how many rows each holds of how many it should have. */
export function Lists() {
  const [q, setQ] = useState('');
  const lists = usePaged<ListSeen>('/api/v1/lists', { q });
  return (
    <Flex vertical gap={16}>
      <Form.Item label="清单或文件的名称" htmlFor="lists-q" style={{ margin: 0 }}>
        <Input.Search
          id="lists-q"
          allowClear
          style={{ maxWidth: 320 }}
          onSearch={(value) => setQ(value.trim())}
        />
      </Form.Item>
      <Failure error={lists.error} retry={lists.retry} />
      <RecordTable<ListSeen>
        name="清单"
        rowKey="id"
        empty="没有这样的清单"
        {...lists}
        columns={[
          {
            title: '清单',
            text: ({ name }) => name,
            show: ({ name, id }) => <Link to={`/lists?list=${encodeURIComponent(id)}`}>{name}</Link>,
          },
          { title: '哪类', width: 140, text: ({ kind }) => KIND_WORDS[kind] },
          { title: '地区', width: 130, text: ({ region }) => region },
          {
            title: '文件',
            text: ({ title }) => title,
            show: ({ title, documentId }) => (
              <Link to={`/documents/${encodeURIComponent(documentId)}`}>{title}</Link>
            ),
          },
          {
            title: '已载/应有',
            width: 100,
            text: ({ loaded, declared }) => `${loaded}/${declared ?? '未见'}`,
          },
          { title: '见到什么', width: 150, text: ({ evidence }) => EVIDENCE_WORDS[evidence] },
          { title: '效力', width: 100, text: ({ status }) => STATUS_WORDS[status] },
          { title: '从哪来', width: 100, text: ({ imported }) => (imported ? '本单位导入' : '随程序') },
          { title: '缺什么', text: ({ gap }) => gap ?? '', exported: true },
        ]}
      />
    </Flex>
  );
}
