import { Alert, Button, Flex } from 'antd';
import { Link } from 'react-router';
import type { ImportSeen } from '#importing/seen.js';
import { Part } from '../../../parts/record.js';
import type { Chosen } from './asked.js';
import { keyOf } from './asked.js';

interface PublishProps {
  plan: ImportSeen;
  chosen: Chosen;
  busy: boolean;
  onPublish(): void;
}

/** What would be published, and the button. */
export function Publish({ plan, chosen, busy, onPublish }: PublishProps) {
  const { documents, rows, findings, canLoad } = plan;
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const open = rows.filter((row) => row.by === 'open' && !chosen.has(keyOf(row))).length;
  const may = documents.every((document) => document.may);
  const what = documents
    .map(
      ({ title, isNew, changes }) =>
        `${isNew ? '新建' : '更新'}《${title}》${isNew ? '' : `，${countsOf(changes)}`}`,
    )
    .join('；');
  return (
    <Part title="发布">
      <Flex vertical gap={12}>
        {errors > 0 && <Alert type="error" showIcon title={`还有 ${errors} 个错误没有解决，不能发布`} />}
        {!may && <Alert type="error" showIcon title="这个账号管不到这份清单的地区，只能看，不能发布" />}
        {canLoad && (
          <p>
            {what}；共 {rows.length} 项{open > 0 && `，其中 ${open} 项还没有选定事项`}
            。发布后马上按它回答；不对可以撤下，各个版本都留着。
          </p>
        )}
        <Flex>
          <Button type="primary" disabled={!canLoad || !may} loading={busy} onClick={onPublish}>
            发布
          </Button>
        </Flex>
      </Flex>
    </Part>
  );
}

function countsOf(changes: ImportSeen['documents'][number]['changes']): string {
  const count = (change: (typeof changes)[number]['change']) =>
    changes.filter((one) => one.change === change).length;
  return `新增 ${count('added')} 处、删去 ${count('removed')} 处、改动 ${count('changed')} 处`;
}

export interface Version {
  documentId: string;
  number: number;
  isNew: boolean;
}

/** What became of it. */
export function Published({ versions, onNext }: { versions: readonly Version[]; onNext(): void }) {
  return (
    <Alert
      type="success"
      showIcon
      role="status"
      title="已经发布，马上按它回答"
      description={
        <Flex vertical gap={12}>
          {versions.map(({ documentId, number, isNew }) => (
            <Link key={documentId} to={`/documents/${encodeURIComponent(documentId)}`}>
              {isNew ? `看发布的第 ${number} 版` : `与现行的第 ${number} 版相同，没有改动`}
            </Link>
          ))}
          <Flex gap={12} wrap>
            <Link to="/try">去“试一下”问一句</Link>
            <Button size="small" onClick={onNext}>
              再导入一份
            </Button>
          </Flex>
        </Flex>
      }
    />
  );
}
