import { Typography } from 'antd';
import { Link } from 'react-router';
import type { Citation } from '#catalogue/citation.js';
import { citedPlace, NO_LOCATOR } from '#catalogue/citation.js';
import { EVIDENCE_WORDS } from '#catalogue/words.js';

/** Where a document is opened at a clause. */
export const clauseAddress = ({ documentId, locator }: Pick<Citation, 'documentId' | 'locator'>) =>
  `/documents/${encodeURIComponent(documentId)}${locator === NO_LOCATOR ? '' : `?at=${encodeURIComponent(locator)}`}`;

/** Sources of an answer; each opens its document at its clause. */
export function Citations({ citations }: { citations: readonly Citation[] }) {
  if (citations.length === 0) return <Typography.Text type="secondary">没有依据可列。</Typography.Text>;
  return (
    <ol className="citations">
      {citations.map((citation) => (
        <li key={`${citation.documentId} ${citation.locator}`}>
          <Link to={clauseAddress(citation)}>{citedPlace(citation)}</Link>
          <div>{citation.quote ?? citation.summary}</div>
          <div className="soft">
            {citation.region} · {EVIDENCE_WORDS[citation.evidence]}
            {citation.effectiveFrom !== null && ` · ${citation.effectiveFrom} 起`}
          </div>
        </li>
      ))}
    </ol>
  );
}
