import { Checkbox, Flex } from 'antd';
import type { ImportFinding } from '#importing/extracted.js';
import { Part } from '../../../parts/record.js';
import { RecordTable } from '../../../parts/record-table.js';
import { WHERE } from './asked.js';

const SEVERITIES = { error: '错误', warning: '提醒', note: '说明' } as const;
const TONES = { error: 'no', warning: 'unsure', note: 'open' } as const;
const ORDER = { error: 0, warning: 1, note: 2 } as const;
type Row = ImportFinding & { key: number };

interface FindingsProps {
  findings: readonly ImportFinding[];
  skip: boolean;
  busy: boolean;
  onSkip(skip: boolean): void;
}

/** What is wrong or doubtful, errors first; where it is settled on this page, that is said instead of the command's option. */
export function Findings({ findings, skip, busy, onSkip }: FindingsProps) {
  const rows: Row[] = findings
    .map((finding, key) => ({ ...finding, key }))
    .sort((a, b) => ORDER[a.severity] - ORDER[b.severity] || a.key - b.key);
  const inRows = rows.some(({ severity, place, needs }) => severity === 'error' && place !== null && !needs);
  const advice = ({ needs, advice: said }: ImportFinding) => (needs === undefined ? said : WHERE[needs]);
  if (rows.length === 0) return null;
  return (
    <Part title="问题和建议">
      <Flex vertical gap={12}>
        {(inRows || skip) && (
          <Checkbox checked={skip} disabled={busy} onChange={({ target }) => onSkip(target.checked)}>
            有错误的行先不要，导入其余的
          </Checkbox>
        )}
        <RecordTable<Row>
          name="导入的问题和建议"
          rowKey="key"
          rows={rows}
          empty="没有问题"
          columns={[
            {
              title: '等级',
              width: 80,
              text: ({ severity }) => SEVERITIES[severity],
              show: ({ severity }) => (
                <span className={`tone tone-${TONES[severity]}`}>{SEVERITIES[severity]}</span>
              ),
            },
            {
              title: '在哪里',
              width: 140,
              text: ({ place }) => (place === null ? '整份' : `${place.part} 第 ${place.line} 行`),
            },
            { title: '问题', text: ({ problem }) => problem },
            { title: '怎么办', text: advice },
          ]}
        />
      </Flex>
    </Part>
  );
}
