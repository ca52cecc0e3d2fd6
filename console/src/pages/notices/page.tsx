import { Button, Card, Col, Row } from 'antd';
import { useState } from 'react';
import { Failure } from '../../parts/failure.js';
import { Page } from '../../parts/page.js';
import { AddTask } from './add-task.js';
import { CorrectTask } from './correct-task.js';
import type { Correction } from './corrections.js';
import { Findings } from './findings.js';
import { Letters } from './letters.js';
import { MarkedText } from './marked-text.js';
import { NoticeForm } from './notice-form.js';
import { TaskTable } from './task-table.js';
import { useScreening } from './use-screening.js';

export default function NoticesPage() {
  const screening = useScreening();
  return (
    <Page
      title="通知研判"
      help="把上级通知传上来，逐项看哪些该由社区承担、哪些不该；判得不对的当场改，再写函退回。"
      actions={screening.screened !== null && <Button onClick={screening.reset}>换一份通知</Button>}
    >
      <Failure error={screening.error} />
      {screening.screened === null ? (
        <Card>
          <NoticeForm busy={screening.busy} onSend={screening.send} />
        </Card>
      ) : (
        <Screened {...screening} screened={screening.screened} />
      )}
    </Page>
  );
}

type ScreenedProps = ReturnType<typeof useScreening> & {
  screened: NonNullable<ReturnType<typeof useScreening>['screened']>;
};

/** The notice with its marks beside the table; what a person puts right shows in both, and in what is written. */
function Screened({ screened, notice, corrections, record, busy, stored, say, forget }: ScreenedProps) {
  const [current, setCurrent] = useState<number | null>(null);
  const [selected, setSelected] = useState<{ start: number; end: number } | null>(null);
  return (
    <>
      <Findings screened={screened} />
      <p role="status" className="soft">
        {busy
          ? '正在按改正重新研判'
          : corrections.length > 0
            ? `人工改正 ${corrections.length} 处，函和报告都照改正的写；${stored ? '已留作“未答”的材料' : '没能留作“未答”的材料'}`
            : ''}
      </p>
      <Row gutter={[20, 20]}>
        <Col xs={24} xl={10}>
          <MarkedText screened={screened} current={current} onChoose={setCurrent} onSelect={setSelected} />
          <Removed corrections={corrections} text={screened.text} busy={busy} onForget={forget} />
          <AddTask screened={screened} selected={selected} onSay={say} />
        </Col>
        <Col xs={24} xl={14}>
          <TaskTable
            tasks={screened.tasks}
            current={current}
            onChoose={setCurrent}
            correct={(task, number) => (
              <CorrectTask
                key={`${task.start}-${task.end}`}
                task={task}
                number={number}
                screened={screened}
                busy={busy}
                onSay={say}
                onForget={forget}
              />
            )}
          />
        </Col>
      </Row>
      {notice !== null && (
        <Letters notice={notice} corrections={corrections} screened={screened} record={record} />
      )}
    </>
  );
}

interface RemovedProps {
  corrections: readonly Correction[];
  text: string;
  busy: boolean;
  onForget(span: { start: number; end: number }): Promise<void>;
}

/** What a person took out, to be put back. */
function Removed({ corrections, text, busy, onForget }: RemovedProps) {
  const removed = corrections.filter(({ says }) => says.is === 'none');
  if (removed.length === 0) return null;
  return (
    <ul aria-label="人工去掉的" className="clauses" style={{ marginTop: 12 }}>
      {removed.map(({ start, end }) => (
        <li key={start}>
          不算任务：{text.slice(start, end)}{' '}
          <Button size="small" disabled={busy} onClick={() => void onForget({ start, end })}>
            恢复
          </Button>
        </li>
      ))}
    </ul>
  );
}
