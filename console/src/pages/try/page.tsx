import { useMutation } from '@tanstack/react-query';
import { Card, Col, Empty, Row } from 'antd';
import { call } from '../../api/call.js';
import { Failure } from '../../parts/failure.js';
import { Page } from '../../parts/page.js';
import { AnswerCard } from './answer-card.js';
import { QuestionForm } from './question-form.js';
import { Reading } from './reading.js';
import type { Question, Trial } from './trace.js';

export default function TryPage() {
  const trial = useMutation({
    mutationFn: (question: Question) => call<Trial>('/api/v1/trials', { method: 'POST', body: question }),
  });
  return (
    <Page title="试一下" help="像居民那样问一句，看助手怎么答、凭什么这样答；这里问的不进记录。">
      <Row gutter={[20, 20]}>
        <Col xs={24} xl={9}>
          <Card>
            <QuestionForm busy={trial.isPending} onAsk={trial.mutate} />
          </Card>
        </Col>
        <Col xs={24} xl={15}>
          <div aria-live="polite" aria-busy={trial.isPending}>
            <Failure error={trial.error} />
            {trial.data === undefined && trial.error === null && (
              <Card>
                <Empty description="左边写下问题，这里给出判定、依据和比较过的事项" />
              </Card>
            )}
            {trial.data !== undefined && <AnswerCard answer={trial.data.answer} />}
          </div>
        </Col>
      </Row>
      {trial.data !== undefined && <Reading trial={trial.data} />}
    </Page>
  );
}
