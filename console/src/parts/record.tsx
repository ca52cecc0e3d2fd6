import { Card, Descriptions, Flex, Timeline, Typography } from 'antd';
import type { ReactNode } from 'react';

/** Facts of a record: label and what it says; what nobody has said isn't shown. */
export type Fact = readonly [label: string, said: ReactNode];

/** Characters that two facts beside each other have room for. */
const LONG = 40;

export function Facts({ facts, columns = 2 }: { facts: readonly Fact[]; columns?: number }) {
  return (
    <Descriptions
      size="small"
      bordered
      column={{ xs: 1, md: columns }}
      className="facts"
      items={facts
        .filter(([, said]) => said !== null && said !== undefined && said !== '')
        .map(([label, said]) => ({
          key: label,
          label,
          children: said,
          span: isLong(said) ? { xs: 1, md: columns } : 1,
        }))}
    />
  );
}

/** Whether something said takes a line of its own. */
const isLong = (said: ReactNode): boolean =>
  typeof said === 'string' && (said.length > LONG || said.includes('\n'));

/** One part of a page with a heading. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Card>
      <Flex vertical gap={12}>
        <Typography.Title level={2} style={{ fontSize: 18, margin: 0 }}>
          {title}
        </Typography.Title>
        {children}
      </Flex>
    </Card>
  );
}

export interface Happening {
  key: string | number;
  at: string;
  who: string;
  what: string;
  more?: ReactNode;
}

/** What happened to a record, the newest last. */
export function Happenings({ all }: { all: readonly Happening[] }) {
  if (all.length === 0) return <Typography.Text type="secondary">还没有人办过。</Typography.Text>;
  return (
    <Timeline
      items={all.map(({ key, at, who, what, more }) => ({
        key,
        content: (
          <Flex vertical>
            <span>
              <strong>{what}</strong> · {who} · {shortTime(at)}
            </span>
            {more}
          </Flex>
        ),
      }))}
    />
  );
}

/** Days as all others are written: 2026-01-31. */
const CLOCK = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** A time of the store (UTC) as the clock shows it in China. */
export function shortTime(at: string): string {
  if (!at.includes('T')) return at;
  return CLOCK.format(new Date(at)).replaceAll('/', '-');
}
