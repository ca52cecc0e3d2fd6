import { useEffect, useRef } from 'react';
import { KIND_WORDS } from '#catalogue/words.js';
import type { ItemSeen } from '../../api/catalogue.js';
import { usePaged } from '../../api/paged.js';
import { Failure } from '../../parts/failure.js';
import { Part } from '../../parts/record.js';

/** Rows that one request brings. */
const AT_ONCE = 200;

/** What a document says, row by row; the one that a citation names is marked and scrolled to. */
export function Clauses({ id, at }: { id: string; at: string | null }) {
  const { rows, more, busy, error, retry } = usePaged<ItemSeen>('/api/v1/items', {
    document: id,
    limit: AT_ONCE,
  });
  const marked = useRef<HTMLLIElement>(null);
  const first = rows.find(({ citation }) => citation.locator === at)?.id;
  useEffect(() => {
    // A document has some hundreds of rows at most: they are read to the end.
    if (more !== undefined && !busy) more();
  }, [more, busy]);
  useEffect(() => {
    if (first !== undefined) marked.current?.scrollIntoView({ block: 'center' });
  }, [first]);
  return (
    <Part title={`各条各项（${rows.length}）`}>
      <Failure error={error} retry={retry} />
      <ol className="clauses">
        {rows.map(({ id: row, name, summary, kind, citation }) => (
          <li
            key={row}
            ref={row === first ? marked : null}
            className={citation.locator === at ? 'clause current' : 'clause'}
            aria-current={citation.locator === at ? 'location' : undefined}
          >
            <strong>
              {citation.locator} {name}
            </strong>
            {kind !== null && <span className="soft"> · {KIND_WORDS[kind]}</span>}
            <div>{citation.quote ?? summary}</div>
          </li>
        ))}
      </ol>
    </Part>
  );
}
