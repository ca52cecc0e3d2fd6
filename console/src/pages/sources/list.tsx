import { Flex, Form, Input } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { documentTitle } from '#catalogue/citation.js';
import type { Status } from '#catalogue/schema.js';
import { EVIDENCE_WORDS, STATUS_WORDS } from '#catalogue/words.js';
import type { DocumentSeen } from '../../api/catalogue.js';
import { usePaged } from '../../api/paged.js';
import { Failure } from '../../parts/failure.js';
import { Filter } from '../../parts/filter.js';
import { Page } from '../../parts/page.js';
import { RecordTable } from '../../parts/record-table.js';

export const titleOf = ({ title, borne }: Pick<DocumentSeen, 'title' | 'borne'>): string =>
  documentTitle({ title, titleIs: borne ? 'borne' : 'ours' });
const STATUSES = Object.entries(STATUS_WORDS).map(([value, label]) => ({ value, label }));

export function DocumentList() {
  const [q, setQ] = useState('');
  const [status, setStatus] = useState<Status>();
  const documents = usePaged<DocumentSeen>('/api/v1/documents', { q, status });
  return (
    <Page
      title="文件"
      help="回答所依据的法律、文件和报道，各条各项都在里面；见到的是全文还是转述，写得明白。"
    >
      <Flex gap={16} wrap>
        <Form.Item label="名称、文号、机关" htmlFor="documents-q" style={{ margin: 0 }}>
          <Input.Search
            id="documents-q"
            allowClear
            style={{ width: 300 }}
            onSearch={(value) => setQ(value.trim())}
          />
        </Form.Item>
        <Filter<Status> label="效力" value={status} onChange={setStatus} choices={STATUSES} />
      </Flex>
      <Failure error={documents.error} retry={documents.retry} />
      <RecordTable<DocumentSeen>
        name="文件"
        rowKey="id"
        empty="没有这样的文件"
        {...documents}
        columns={[
          {
            title: '文件',
            text: titleOf,
            show: (one) => <Link to={`/documents/${encodeURIComponent(one.id)}`}>{titleOf(one)}</Link>,
          },
          { title: '文号', width: 180, text: ({ number }) => number ?? '未见' },
          { title: '机关', width: 180, text: ({ issuer }) => issuer ?? '未见' },
          { title: '地区', width: 120, text: ({ region }) => region },
          { title: '效力', width: 100, text: ({ status: of }) => STATUS_WORDS[of] },
          { title: '见到什么', width: 150, text: ({ evidence }) => EVIDENCE_WORDS[evidence] },
          { title: '条目', width: 90, text: ({ items, provisions }) => String(items + provisions) },
          { title: '起效', width: 110, text: ({ effectiveFrom }) => effectiveFrom ?? '未见', exported: true },
        ]}
      />
    </Page>
  );
}
