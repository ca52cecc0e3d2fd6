import { Button, Flex, Form, Input, Select } from 'antd';
import type { Role } from '#ruling/index.js';
import { useSigned } from '../../api/session.js';
import type { Question } from './trace.js';

const ROLE_CHOICES: readonly { value: Role; label: string }[] = [
  { value: 'resident', label: '居民' },
  { value: 'worker', label: '社区工作者' },
  { value: 'official', label: '机关干部' },
];

interface QuestionFormProps {
  busy: boolean;
  onAsk(question: Question): void;
}

export function QuestionForm({ busy, onAsk }: QuestionFormProps) {
  const { user } = useSigned();
  const [form] = Form.useForm<Question>();
  const ask = ({ text, region, role, date }: Question) =>
    onAsk({ text, role, region: region?.trim() || undefined, date: date?.trim() || undefined });
  return (
    <Form<Question>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ role: 'resident', region: user.region === '000000' ? '' : user.regionName }}
      onFinish={ask}
    >
      <Form.Item
        name="text"
        label="问题"
        rules={[{ required: true, whitespace: true, message: '请写下要问的事' }]}
      >
        <Input.TextArea
          rows={4}
          maxLength={1000}
          placeholder="如：街道让我们社区负责拆违建，归我们管吗"
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.submit();
          }}
        />
      </Form.Item>
      <Form.Item name="region" label="地区" extra="全称或简称；不写时按全国的规定答">
        <Input placeholder="如：重庆市南岸区" />
      </Form.Item>
      <Form.Item name="role" label="谁在问">
        <Select options={[...ROLE_CHOICES]} />
      </Form.Item>
      <Form.Item
        name="date"
        label="按哪一天的规定"
        extra="不写是今天"
        rules={[{ pattern: /^\d{4}-\d{2}-\d{2}$/, message: '日期写成 2026-01-31 这样' }]}
      >
        <Input placeholder="如：2026-01-31" />
      </Form.Item>
      <Flex align="center" gap={12}>
        <Button type="primary" htmlType="submit" loading={busy}>
          问
        </Button>
        <span className="soft">也可以按 Ctrl + 回车</span>
      </Flex>
    </Form>
  );
}
