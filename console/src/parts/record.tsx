import { Card, Descriptions, Flex, Timeline, Typography } from 'antd';
import type { ReactNode } from 'react';

/** Facts of a record: label and what it says; what nobody has said isn't shown. */
export type Fact = readonly [label: string, said: ReactNode];

export function Facts({ facts, columns = 2 }: { facts: readonly Fact[]; columns?: number }) {
  return (
    <Descriptions
      size="small"
      bordered
      column={{ xs: 1, md: columns }}
      items={facts
        .filter(([, said]) => said !== null && said !== undefined && said !== '')
        .map(([label, said]) => ({ key: label, label, children: said }))}
    />
  );
}

/** One part of a page with a heading. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Card>
      <Typography.Title level={2} style={{ fontSize: 18, marginTop: 0 }}>
        {title}
      </Typography.Title>
      {children}
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

/** A time of the store (UTC) as the clock shows it in China. */
export function shortTime(at: string): string {
  if (!at.includes('T')) return at;
  return new Intl.DateTimeFormat('zh-CN', {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(new Date(at));
}
