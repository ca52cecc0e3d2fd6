import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { call } from '../../api/call.js';
import { Failure } from '../../parts/failure.js';
import { Part } from '../../parts/record.js';

interface TextSeen {
  text: string;
}

/** The full text that an office attached; the clause that a citation names is marked in it. */
export function FullText({ path, at }: { path: string; at: string | null }) {
  const whole = useQuery({
    queryKey: [path, 'text'],
    queryFn: ({ signal }) => call<TextSeen>(`${path}/text`, { signal }),
  });
  const clause = useQuery({
    queryKey: [path, 'text', at],
    queryFn: ({ signal }) => call<TextSeen>(`${path}/text`, { query: { locator: at ?? undefined }, signal }),
    enabled: at !== null,
  });
  const marked = useRef<HTMLElement>(null);
  const { text = '' } = whole.data ?? {};
  const quoted = clause.data?.text ?? '';
  const start = quoted === '' ? -1 : text.indexOf(quoted);
  useEffect(() => {
    if (start >= 0) marked.current?.scrollIntoView({ block: 'center' });
  }, [start]);
  return (
    <Part title="全文">
      <Failure error={whole.error} retry={() => void whole.refetch()} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className="notice" tabIndex={0} aria-label="全文">
        {start < 0 ? (
          text
        ) : (
          <>
            {text.slice(0, start)}
            <mark ref={marked} className="clause current">
              {quoted}
            </mark>
            {text.slice(start + quoted.length)}
          </>
        )}
      </section>
    </Part>
  );
}
