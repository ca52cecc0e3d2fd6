import { useMutation } from '@tanstack/react-query';
import { Button, Card, Flex, Form, InputNumber } from 'antd';
import { call, callForFile } from '../../api/call.js';
import { useSigned } from '../../api/session.js';
import { DayInput } from '../../parts/day-input.js';
import { Failure } from '../../parts/failure.js';
import { Page } from '../../parts/page.js';
import { RegionInput } from '../../parts/region-input.js';
import { save } from '../../parts/save.js';
import { chinaDay } from '../today/days.js';
import { type LookbackSeen, Report } from './report.js';

interface Wanted {
  region?: string;
  from: string;
  to: string;
  k?: number | null;
}
const PATH = '/api/v1/lookback';
const DAY = { pattern: /^\d{4}-\d{2}-\d{2}$/, message: '日期写成 2026-01-31 这样' };
const today = chinaDay();

const queryOf = ({ region, from, to, k }: Wanted) => ({
  region: region?.trim(),
  from,
  to,
  k: k ?? undefined,
});

export default function LookbackPage() {
  const { user } = useSigned();
  const [form] = Form.useForm<Wanted>();
  const seen = useMutation({
    mutationFn: (wanted: Wanted) => call<LookbackSeen>(PATH, { query: queryOf(wanted) }),
  });
  const file = useMutation({
    mutationFn: async (format: 'docx' | 'xlsx') =>
      callForFile(PATH, { query: { ...queryOf(await form.validateFields()), format } }),
    onSuccess: ({ name, file: bytes }) => save(name, bytes),
  });
  const busy = seen.isPending || file.isPending;
  return (
    <Page title="回头看" help="一个地区一段时间减负做得怎样：从记录里数出来，成一份报告和一张数字表。">
      <Card>
        <Form<Wanted>
          form={form}
          layout="vertical"
          requiredMark={false}
          initialValues={{ region: user.regionName, from: `${today.slice(0, 4)}-01-01`, to: today }}
          onFinish={(wanted) => seen.mutate(wanted)}
        >
          <Flex gap={16} wrap>
            <Form.Item name="region" label="地区">
              <RegionInput />
            </Form.Item>
            <Form.Item name="from" label="从哪天起" rules={[{ required: true, message: '请填日期' }, DAY]}>
              <DayInput />
            </Form.Item>
            <Form.Item name="to" label="到哪天止" rules={[{ required: true, message: '请填日期' }, DAY]}>
              <DayInput />
            </Form.Item>
            <Form.Item name="k" label="少于几人不单列" extra="不写就按服务的设置">
              <InputNumber min={1} max={1000} style={{ width: 160 }} />
            </Form.Item>
          </Flex>
          <Flex gap={12} wrap align="center">
            <Button type="primary" htmlType="submit" loading={seen.isPending} disabled={busy}>
              看
            </Button>
            <Button disabled={busy} onClick={() => file.mutate('docx')}>
              下载报告（Word）
            </Button>
            <Button disabled={busy} onClick={() => file.mutate('xlsx')}>
              下载数字表（Excel）
            </Button>
            <span role="status" className="soft">
              {busy ? '正在从记录里数，最多半分钟' : seen.data === undefined ? '先看一遍，再下载' : ''}
            </span>
          </Flex>
        </Form>
      </Card>
      <Failure error={seen.error ?? file.error} />
      {seen.data !== undefined && <Report seen={seen.data} />}
    </Page>
  );
}
