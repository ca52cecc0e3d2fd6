import { Card, Descriptions, Tabs, Typography } from 'antd';
import { CandidateTable } from './candidate-table.js';
import type { TracedCase, Trial } from './trace.js';

const SORTS: Readonly<Record<string, string>> = {
  paper: '证明',
  task: '工作',
  rule: '规定',
  list: '清单',
  demand: '诉求',
  formality: '形式要求',
  row: '选定的事项',
};
const CAPACITIES: Readonly<Record<string, string>> = {
  responsible: '由社区负责',
  assist: '社区协助',
  unsaid: '没有说',
};
const COMMITTEES = { urban: '居委会', village: '村委会' } as const;

/** How the question was read and what it was compared with: where a wrong answer is looked into. */
export function Reading({ trial: { answer, trace } }: { trial: Trial }) {
  const tabs = trace.cases.map((one, i) => ({
    key: String(i),
    label: trace.cases.length === 1 ? '比较过的事项' : `第 ${i + 1} 件：${one.case.source}`,
    children: <CandidateTable candidates={one.candidates} />,
  }));
  const { threshold, notes } = answer.explanation;
  return (
    <Card>
      <Typography.Title level={2} style={{ fontSize: 18, marginTop: 0 }}>
        怎么判定的
      </Typography.Title>
      <Descriptions
        size="small"
        column={{ xs: 1, md: 2 }}
        items={[
          { key: 'levels', label: '看哪几级的清单', children: trace.situation.levels.join('、') },
          { key: 'date', label: '按哪一天', children: trace.situation.date },
          {
            key: 'committee',
            label: '哪种委员会',
            children: trace.situation.committee === null ? '没有说' : COMMITTEES[trace.situation.committee],
          },
          {
            key: 'threshold',
            label: '把握多大才直接答',
            children: `${Math.round(threshold.answer * 100)}%；到 ${Math.round(threshold.confirm * 100)}% 先问一句`,
          },
          ...trace.cases.map((one, i) => readOf(one, i, trace.cases.length)),
          ...(notes.length === 0 ? [] : [{ key: 'notes', label: '说明', children: notes.join('；') }]),
        ]}
      />
      <Tabs items={tabs} />
    </Card>
  );
}

function readOf({ case: one }: TracedCase, i: number, all: number) {
  return {
    key: `case-${i}`,
    label: all === 1 ? '问的是' : `第 ${i + 1} 件问的是`,
    children: `${SORTS[one.sort] ?? one.sort}；${CAPACITIES[one.capacity] ?? one.capacity}`,
  };
}
