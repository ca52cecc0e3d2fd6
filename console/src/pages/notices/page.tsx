import { useMutation } from '@tanstack/react-query';
import { Button, Card, Col, Row } from 'antd';
import { useState } from 'react';
import { call } from '../../api/call.js';
import { Failure } from '../../parts/failure.js';
import { Page } from '../../parts/page.js';
import { Findings } from './findings.js';
import { Letters } from './letters.js';
import { MarkedText } from './marked-text.js';
import { NoticeForm } from './notice-form.js';
import { formOf, type Notice, type Screened } from './screening.js';
import { TaskTable } from './task-table.js';

export default function NoticesPage() {
  const [notice, setNotice] = useState<Notice | null>(null);
  const [current, setCurrent] = useState<number | null>(null);
  const screening = useMutation({
    mutationFn: (sent: Notice) =>
      call<Screened>('/api/v1/screenings', { method: 'POST', body: formOf(sent) }),
  });
  const send = (sent: Notice) => {
    setNotice(sent);
    setCurrent(null);
    screening.mutate(sent);
  };
  const { data } = screening;
  return (
    <Page
      title="通知研判"
      help="把上级通知传上来，逐项看哪些该由社区承担、哪些不该，再写函退回。"
      actions={data !== undefined && <Button onClick={screening.reset}>换一份通知</Button>}
    >
      <Failure error={screening.error} />
      {data === undefined || notice === null ? (
        <Card>
          <NoticeForm busy={screening.isPending} onSend={send} />
        </Card>
      ) : (
        <>
          <Findings screened={data} />
          <Row gutter={[20, 20]}>
            <Col xs={24} xl={10}>
              <MarkedText screened={data} current={current} onChoose={setCurrent} />
            </Col>
            <Col xs={24} xl={14}>
              <TaskTable tasks={data.tasks} current={current} onChoose={setCurrent} />
            </Col>
          </Row>
          <Letters notice={notice} screened={data} />
        </>
      )}
    </Page>
  );
}
