import { Button, Flex, Form, Input, Select } from 'antd';
import type { DocumentPlanned } from '#importing/seen.js';
import type { DocumentSeen } from '../../../api/catalogue.js';
import { usePaged } from '../../../api/paged.js';
import { Part } from '../../../parts/record.js';
import { RegionInput } from '../../../parts/region-input.js';
import type { Asked } from './asked.js';

const DAY = { pattern: /^\d{4}(-\d{2}(-\d{2})?)?$/, message: '写成 2024、2024-05 或 2024-05-01' };
type Said = Pick<Asked, 'region' | 'document' | 'title' | 'number' | 'issuer' | 'issued' | 'from'>;

interface DocumentFormProps {
  asked: Asked;
  documents: readonly DocumentPlanned[];
  busy: boolean;
  onChange(said: Said): void;
}

/** What the file is: what was found in it stands there, and what is written counts instead. */
export function DocumentForm({ asked, documents, busy, onChange }: DocumentFormProps) {
  const known = usePaged<DocumentSeen>('/api/v1/documents', { imported: 'true', limit: 200 });
  const [first] = documents;
  const found: Said = {
    ...(first && {
      region: first.region,
      title: first.title,
      number: first.number ?? '',
      issuer: first.issuer ?? '',
      issued: first.issuedOn ?? '',
      from: first.effectiveFrom ?? '',
    }),
    ...asked,
  };
  const choices = known.rows.map(({ id, title, region }) => ({ value: id, label: `${title}（${region}）` }));
  return (
    <Part title="这份文件">
      <Form<Said>
        // What was found anew shows at once.
        key={JSON.stringify(found)}
        layout="vertical"
        requiredMark={false}
        initialValues={found}
        onFinish={(values) => onChange(changedOf(values, found, asked))}
      >
        <div className="cells">
          <Form.Item name="region" label="地区">
            <RegionInput />
          </Form.Item>
          <Form.Item name="document" label="更新哪一份" extra="不选时自动认；认不出就新建一份">
            <Select allowClear placeholder="自动" options={choices} />
          </Form.Item>
          <Form.Item name="title" label="文件标题">
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item name="number" label="文号">
            <Input maxLength={100} placeholder="未见" />
          </Form.Item>
          <Form.Item name="issuer" label="发文机关">
            <Input maxLength={100} placeholder="未见" />
          </Form.Item>
          <Form.Item name="issued" label="成文日期" rules={[DAY]}>
            <Input placeholder="如：2024-05-01" />
          </Form.Item>
          <Form.Item name="from" label="施行日期" rules={[DAY]} extra="问以前的事，从这一天起才算">
            <Input placeholder="如：2024-06-01" />
          </Form.Item>
        </div>
        <Flex gap={12} align="center">
          <Button htmlType="submit" loading={busy}>
            改好了，再看一遍
          </Button>
        </Flex>
      </Form>
    </Part>
  );
}

/** What differs from what the file itself says; the rest is left to the file. */
function changedOf(values: Said, found: Said, asked: Asked): Said {
  const changed: Said = {};
  for (const name of ['region', 'document', 'title', 'number', 'issuer', 'issued', 'from'] as const) {
    const value = values[name]?.trim() ?? '';
    if (value !== '' && (value !== found[name] || asked[name] !== undefined)) changed[name] = value;
  }
  return changed;
}
