import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { Link, useParams, useSearchParams } from 'react-router';
import { EVIDENCE_WORDS, STATUS_WORDS } from '#catalogue/words.js';
import { call } from '../../api/call.js';
import type { DocumentSeen } from '../../api/catalogue.js';
import { Failure } from '../../parts/failure.js';
import { Page } from '../../parts/page.js';
import { Facts } from '../../parts/record.js';
import { Clauses } from './clauses.js';
import { FullText } from './full-text.js';
import { titleOf } from './list.js';
import { Versions } from './versions.js';

/** One document with its clauses; `?at=` names the one to open at. */
export function DocumentDetail() {
  const { id = '' } = useParams();
  const [search] = useSearchParams();
  const at = search.get('at');
  const path = `/api/v1/documents/${encodeURIComponent(id)}`;
  const { data, error, refetch } = useQuery({
    queryKey: [path],
    queryFn: ({ signal }) => call<DocumentSeen>(path, { signal }),
  });
  return (
    <Page
      title={data === undefined ? '文件' : titleOf(data)}
      help="文件是什么、见到了什么、各条各项说什么；引用过来的那一条标了出来。"
      actions={<Link to="/documents">回到全部</Link>}
    >
      <Failure error={error} retry={() => void refetch()} />
      {data === undefined ? (
        error === null && <Skeleton active />
      ) : (
        <>
          <DocumentFacts document={data} />
          {data.hasText && <FullText path={path} at={at} />}
          <Clauses id={id} at={at} />
          {data.imported && <Versions path={path} />}
        </>
      )}
    </Page>
  );
}

function DocumentFacts({ document: one }: { document: DocumentSeen }) {
  return (
    <Facts
      facts={[
        ['机关', one.issuer ?? '未见'],
        ['文号', one.number ?? '未见'],
        ['版本', one.edition],
        ['印发', one.issuedOn ?? '未见'],
        ['起效', one.effectiveFrom ?? one.dateUnknown ?? '未见'],
        ['止于', one.effectiveTo],
        ['地区', one.region],
        ['效力', STATUS_WORDS[one.status]],
        ['见到什么', EVIDENCE_WORDS[one.evidence]],
        ['从哪来', one.imported ? '本单位导入' : '随程序'],
        ['说明', one.note],
        ['来源', <Sources key="sources" sources={one.sources} />],
      ]}
    />
  );
}

function Sources({ sources }: { sources: readonly string[] }) {
  return (
    <>
      {sources.map((source) => (
        <div key={source}>
          {/^https?:\/\//.test(source) ? (
            <a href={source} target="_blank" rel="noreferrer">
              {source}
            </a>
          ) : (
            source
          )}
        </div>
      ))}
    </>
  );
}
