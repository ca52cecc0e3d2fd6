import { Flex, Form, Input } from 'antd';
import { useState } from 'react';
import { usePaged } from '../../api/paged.js';
import { Failure } from '../../parts/failure.js';
import { shortTime } from '../../parts/record.js';
import { RecordTable } from '../../parts/record-table.js';

interface Change {
  seq: number;
  at: string;
  actor: string;
  action: string;
  subject: string;
  detail: Readonly<Record<string, unknown>>;
  hash: string;
}

/** The log of changes, in order. */
export function Changes() {
  const [subject, setSubject] = useState('');
  const changes = usePaged<Change>('/api/v1/audit/entries', { subject });
  return (
    <Flex vertical gap={16}>
      <Form.Item label="只看一个对象的" htmlFor="subject" style={{ margin: 0 }}>
        <Input.Search
          id="subject"
          allowClear
          placeholder="编号，如文件的编号、用户的编号"
          style={{ maxWidth: 360 }}
          onSearch={(value) => setSubject(value.trim())}
        />
      </Form.Item>
      <Failure error={changes.error} retry={changes.retry} />
      <RecordTable<Change>
        name="变更记录"
        rowKey="seq"
        empty="没有这样的记录"
        {...changes}
        expandable={{
          expandedRowRender: ({ detail, hash }) => (
            <>
              <pre className="told">{JSON.stringify(detail, null, 2)}</pre>
              <div className="soft">校验值 {hash}</div>
            </>
          ),
        }}
        columns={[
          { title: '序号', width: 80, text: ({ seq }) => String(seq) },
          { title: '时间', width: 150, text: ({ at }) => shortTime(at) },
          { title: '谁', width: 160, text: ({ actor }) => actor },
          { title: '做了什么', width: 200, text: ({ action }) => action },
          { title: '对象', text: ({ subject: of }) => of },
        ]}
      />
    </Flex>
  );
}
