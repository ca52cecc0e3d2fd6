import { Flex, Typography } from 'antd';
import { type ReactNode, useEffect } from 'react';

interface PageProps {
  title: string;
  /** One sentence: what the page is for. */
  help: string;
  /** Buttons beside the title. */
  actions?: ReactNode;
  children: ReactNode;
}

/** What every page begins with. */
export function Page({ title, help, actions, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · 清单助手工作台`;
  }, [title]);
  return (
    <Flex vertical gap={20}>
      <Flex justify="space-between" align="start" wrap gap={12}>
        <div>
          <Typography.Title level={1} style={{ fontSize: 24, margin: 0 }}>
            {title}
          </Typography.Title>
          <Typography.Paragraph type="secondary" style={{ margin: '4px 0 0' }}>
            {help}
          </Typography.Paragraph>
        </div>
        <Flex gap={8} wrap>
          {actions}
        </Flex>
      </Flex>
      {children}
    </Flex>
  );
}
