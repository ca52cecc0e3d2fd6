import { Card, Typography } from 'antd';
import type { ReportBlock } from '#lookback/chapters.js';
import { Chart } from '../../parts/chart.js';
import { PlainTable } from '../../parts/plain-table.js';

/** A report as the API gives it. */
export interface LookbackSeen {
  scope: { name: string; from: string; to: string };
  title: string;
  subtitle: string;
  blocks: readonly ReportBlock[];
}

/** The report as it would be printed; its charts are drawn here. */
export function Report({ seen: { title, subtitle, blocks } }: { seen: LookbackSeen }) {
  return (
    <Card>
      <Typography.Title level={2} className="told" style={{ textAlign: 'center', fontSize: 22 }}>
        {title}
      </Typography.Title>
      <p style={{ textAlign: 'center', marginBottom: 24 }}>{subtitle}</p>
      <div className="report">
        {blocks.map((block, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: blocks of one report have no other name, and never move
          <Block key={i} block={block} />
        ))}
      </div>
    </Card>
  );
}

function Block({ block }: { block: ReportBlock }) {
  switch (block.type) {
    case 'heading':
      return (
        <Typography.Title level={block.level === 1 ? 3 : 4} style={{ fontSize: block.level === 1 ? 18 : 16 }}>
          {block.text}
        </Typography.Title>
      );
    case 'paragraph':
      return <p className="indented">{block.text}</p>;
    case 'line':
      return <p style={{ textAlign: block.align ?? 'left' }}>{block.text}</p>;
    case 'table':
      return <PlainTable caption={block.caption ?? ''} rows={block.rows} />;
    case 'chart':
      return <Chart chart={block.chart} />;
    default:
      return null;
  }
}
