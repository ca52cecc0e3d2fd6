import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Card, Checkbox, Col, Flex, Form, Input, Row, Typography } from 'antd';
import { useState } from 'react';
import { requestsOf, type Withheld } from '#answer/letters/requests.js';
import { call } from '../../api/call.js';
import { Failure } from '../../parts/failure.js';
import { saveEncoded } from '../../parts/save.js';
import type { Correction } from './corrections.js';
import { formOf, type Notice, type Screened, type Wanted } from './screening.js';

const WHY = {
  unsure: '判定没有十分把握',
  'unseen-basis': '依据只见到转述，没有见到原文',
} as const satisfies Record<Withheld['reason'], string>;
const NOBODY: ReadonlySet<number> = new Set();

interface LettersProps {
  notice: Notice;
  corrections: readonly Correction[];
  screened: Screened;
  /** Id of the notice's first screening. */
  record: string | undefined;
}

/** Reports and letters: what isn't sure goes into a letter only after a person has looked at it. */
export function Letters({ notice, corrections, screened, record }: LettersProps) {
  const { withheld } = requestsOf(screened, NOBODY);
  const [confirmed, setConfirmed] = useState<number[]>([]);
  const files = useMutation({
    mutationFn: (wanted: Wanted) =>
      call<Screened>('/api/v1/screenings', {
        method: 'POST',
        body: formOf(notice, {
          ...wanted,
          corrections,
          ...(record === undefined ? {} : { earlier: record }),
        }),
      }),
    onSuccess: ({ report, letters }) => {
      if (report !== undefined) saveEncoded(report);
      if (letters) saveEncoded(letters);
    },
  });
  const { letters } = files.data ?? {};
  const write = ({ committee = '', to = '' }: { committee?: string; to?: string }) =>
    files.mutate({ letters: { committee, to, confirmed } });
  return (
    <Card>
      <Typography.Title level={2} style={{ fontSize: 18, marginTop: 0 }}>
        写函和报告
      </Typography.Title>
      <Form
        layout="vertical"
        requiredMark={false}
        initialValues={{ committee: screened.committee ?? '', to: screened.issuer ?? '' }}
        onFinish={write}
      >
        <Row gutter={20}>
          <Col xs={24} md={12}>
            <Form.Item
              name="committee"
              label="落款"
              extra="哪个社区（村）发函，如：珊瑚社区居委会；不写则留空"
            >
              <Input maxLength={64} />
            </Form.Item>
          </Col>
          <Col xs={24} md={12}>
            <Form.Item name="to" label="主送机关" extra="不写时是通知的发文单位">
              <Input maxLength={64} />
            </Form.Item>
          </Col>
        </Row>
        {withheld.length > 0 && (
          <Form.Item label="下面几项没有十分把握，核对过再勾上，才写进函里">
            <Checkbox.Group
              className="stacked"
              value={confirmed}
              onChange={setConfirmed}
              options={withheld.map(({ number, reason }) => ({
                value: number,
                label: `第 ${number} 项：${screened.tasks[number - 1]?.phrase ?? ''}（${WHY[reason]}）`,
              }))}
            />
          </Form.Item>
        )}
        <Flex gap={12} wrap>
          <Button type="primary" htmlType="submit" loading={files.isPending}>
            写函并下载
          </Button>
          <Button disabled={files.isPending} onClick={() => files.mutate({ report: '.docx' })}>
            研判报告（Word）
          </Button>
          <Button disabled={files.isPending} onClick={() => files.mutate({ report: '.xlsx' })}>
            研判报告（Excel）
          </Button>
        </Flex>
      </Form>
      <div aria-live="polite" style={{ marginTop: 16 }}>
        <Failure error={files.error} />
        {letters === null && <Alert type="info" showIcon title="没有需要发函的任务。" />}
        {letters && (
          <Alert type="success" showIcon title="函已经下载；可以先这样回一句" description={letters.reply} />
        )}
      </div>
    </Card>
  );
}
