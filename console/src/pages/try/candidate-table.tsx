import { Table } from 'antd';
import { KIND_WORDS } from '#catalogue/words.js';
import { UNFOLD } from '../../parts/record-table.js';
import { EVIDENCE_FEATURE_WORDS } from './evidence-words.js';
import type { Candidate } from './trace.js';

const percent = (value: number) => `${Math.round(value * 1000) / 10}%`;
const OTHER_KINDS = { provision: '规定', matter: '没有清单列它' } as const;
const kindOf = ({ kind }: Candidate) =>
  kind === 'provision' || kind === 'matter' ? OTHER_KINDS[kind] : KIND_WORDS[kind];

/** What the question was compared with, the most probable first; a row opens to what moved its probability. */
export function CandidateTable({ candidates }: { candidates: readonly Candidate[] }) {
  return (
    <Table<Candidate>
      size="small"
      rowKey="matter"
      dataSource={[...candidates]}
      pagination={false}
      locale={{ emptyText: '没有一个事项接近' }}
      expandable={{
        columnTitle: UNFOLD,
        expandedRowRender: (candidate) => <EvidenceList candidate={candidate} />,
      }}
      columns={[
        { title: '事项', dataIndex: 'name', width: 220 },
        { title: '哪类', render: (_, candidate) => kindOf(candidate), width: 130 },
        { title: '概率', dataIndex: 'probability', render: percent, width: 80 },
        { title: '最接近的问法', dataIndex: 'wording', render: (wording: string | null) => wording ?? '—' },
        { title: '对上的词', dataIndex: 'shared', render: (words: string[]) => words.join('、') || '—' },
        {
          title: '不算它的原因',
          dataIndex: 'veto',
          render: (veto?: string) => (veto === undefined ? '—' : veto),
        },
      ]}
    />
  );
}

function EvidenceList({ candidate: { evidence, differing } }: { candidate: Candidate }) {
  const moved = Object.entries(evidence) as [keyof typeof EVIDENCE_FEATURE_WORDS, number][];
  const most = Math.max(...moved.map(([, by]) => Math.abs(by)), 1);
  return (
    <div className="evidence">
      {differing.length > 0 && <p>没对上的词：{differing.join('、')}</p>}
      <ul>
        {moved.map(([feature, by]) => (
          <li key={feature}>
            <span>{EVIDENCE_FEATURE_WORDS[feature]}</span>
            <span
              className={`bar ${by < 0 ? 'bar-against' : 'bar-for'}`}
              style={{ width: `${(Math.abs(by) / most) * 160}px` }}
            />
            <span>
              {by < 0 ? '不支持' : '支持'} {Math.abs(by).toFixed(2)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
