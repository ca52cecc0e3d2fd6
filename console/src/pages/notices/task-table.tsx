import { Button, Flex, Typography } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import { VOICES } from '#answer/verdicts.js';
import { citedPlace } from '#catalogue/citation.js';
import { Citations } from '../../parts/citations.js';
import { RecordTable } from '../../parts/record-table.js';
import { VerdictTag } from '../../parts/verdict-tag.js';
import type { ScreenedTask } from './screening.js';

interface TaskTableProps {
  tasks: readonly ScreenedTask[];
  current: number | null;
  onChoose(index: number): void;
  /** What a person may say of a task. */
  correct(task: ScreenedTask, number: number): ReactNode;
}
type Row = ScreenedTask & { index: number };

const BANDS = { answer: '有把握', confirm: '要人工核对', abstain: '没有把握' } as const;

/** The tasks beside the text; the one that is looked at is open, with its sources. */
export function TaskTable({ tasks, current, onChoose, correct }: TaskTableProps) {
  const rows: Row[] = tasks.map((task, index) => ({ ...task, index }));
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    section.current?.querySelector(`[data-row-key="${current}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <section ref={section} aria-labelledby="notice-tasks">
      <Typography.Title level={2} id="notice-tasks" style={{ fontSize: 18, marginTop: 0 }}>
        逐项判定
      </Typography.Title>
      <RecordTable<Row>
        name="通知研判"
        rowKey="index"
        rows={rows}
        empty="没有找到交给社区的任务"
        expandable={{
          expandedRowKeys: current === null ? [] : [current],
          onExpand: (_, { index }) => onChoose(index),
          expandedRowRender: ({ index, ...task }) => (
            <Flex vertical gap={12}>
              <p>{task.suggestion}</p>
              <Citations citations={task.citations} />
              {correct(task, index + 1)}
            </Flex>
          ),
        }}
        columns={[
          { title: '序号', width: 64, text: ({ index }) => String(index + 1) },
          {
            title: '任务',
            text: ({ phrase }) => phrase,
            show: ({ phrase, index }) => (
              <Button type="link" className="in-text" onClick={() => onChoose(index)}>
                {phrase}
              </Button>
            ),
          },
          {
            title: '判定',
            width: 130,
            text: ({ verdict }) => VOICES[verdict].label,
            show: ({ verdict }) => <VerdictTag verdict={verdict} />,
          },
          {
            title: '把握',
            width: 100,
            text: ({ band, corrected }) => (corrected ? '人工改正' : BANDS[band]),
          },
          { title: '怎么办', text: ({ suggestion }) => suggestion, exported: true },
          {
            title: '依据',
            text: ({ citations }) => citations.map(citedPlace).join('；'),
            exported: true,
          },
        ]}
      />
    </section>
  );
}
