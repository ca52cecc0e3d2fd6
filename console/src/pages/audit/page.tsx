import { Tabs } from 'antd';
import { Page } from '../../parts/page.js';
import { Answers } from './answers.js';
import { Changes } from './changes.js';
import { Verification } from './verification.js';

export default function AuditPage() {
  return (
    <Page title="审计" help="谁改了什么、助手答过什么；每一条都连着上一条，改动会被看出来。">
      <Tabs
        items={[
          { key: 'answers', label: '答过的问题', children: <Answers /> },
          { key: 'changes', label: '变更记录', children: <Changes /> },
          { key: 'verification', label: '核对', children: <Verification /> },
        ]}
      />
    </Page>
  );
}
