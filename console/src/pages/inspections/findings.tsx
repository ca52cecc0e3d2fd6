import { useSigned } from '../../api/session.js';
import { RecordTable } from '../../parts/record-table.js';
import { type Step, StepForm } from '../../parts/step-form.js';
import { FINDING_WORDS, type Finding } from './inspection.js';

interface FindingsProps {
  findings: readonly Finding[];
  /** Names of the communities by code. */
  places: ReadonlyMap<string, string>;
  act(part: string, body: unknown): Promise<void>;
}

const RECTIFY: Step = {
  type: 'rectify',
  label: '报整改',
  fields: [{ name: 'text', label: '怎么改的', is: 'text' }],
};
const DUE = { name: 'due', label: '哪天以前改好', is: 'day' } as const;
const RECHECK: Step = {
  type: 'recheck',
  label: '复查',
  fields: [
    { name: 'done', label: '已经改好，销号', is: 'yes' },
    { name: 'note', label: '复查情况', is: 'text', optional: true },
    { ...DUE, optional: true, extra: '没有改好时填' },
  ],
};
const EXTEND: Step = { type: 'extend', label: '延期', fields: [DUE] };

/** What was found, until it is put right. */
export function Findings({ findings, places, act }: FindingsProps) {
  const { may } = useSigned();
  const stepsOf = ({ state }: Finding): Step[] => {
    if (state === 'closed' || !may('change', 'inspection')) return [];
    const decides = may('decide', 'inspection');
    return state === 'open' ? [RECTIFY, ...(decides ? [EXTEND] : [])] : decides ? [RECHECK] : [];
  };
  return (
    <RecordTable<Finding>
      name="查出的问题"
      rowKey="id"
      rows={findings}
      empty="还没有查出问题"
      expandable={{
        expandedRowRender: (finding) => (
          <>
            <p>{finding.text}</p>
            {finding.rectified !== null && (
              <p>
                {finding.rectified.day} {finding.rectified.by} 报整改：{finding.rectified.text}
              </p>
            )}
            {finding.rechecks.map(({ day, by, done, note }) => (
              <p key={day + by}>
                {day} {by} 复查：{done ? '已改好' : '没有改好'}。{note}
              </p>
            ))}
            <StepForm
              steps={stepsOf(finding)}
              onStep={(event) => act(`/findings/${finding.id.split('/').at(-1)}/events`, event)}
            />
          </>
        ),
      }}
      columns={[
        { title: '社区', width: 150, text: ({ place, region }) => place || places.get(region) || region },
        { title: '问题', text: ({ text }) => text },
        {
          title: '怎么发现的',
          width: 150,
          text: ({ visit }) => `${visit.day} ${visit.announced ? '明察' : '暗访'}`,
        },
        { title: '哪天以前改好', width: 130, text: ({ due }) => due },
        { title: '状态', width: 100, text: ({ state }) => FINDING_WORDS[state] },
      ]}
    />
  );
}
