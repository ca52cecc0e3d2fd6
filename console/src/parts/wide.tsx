import { type ReactNode, useEffect, useRef, useState } from 'react';

/** Pixels that rounding may leave over. */
const ROUNDING = 2;

/**
 * What may be wider than the screen: scrolled sideways, by keyboard too. Where more lies beyond an edge, the edge is in
 * shadow, since a phone shows no scroll bar.
 */
export function Wide({ name, children }: { name: string; children: ReactNode }) {
  const scrolled = useRef<HTMLElement>(null);
  const [more, setMore] = useState({ before: false, behind: false });
  useEffect(() => {
    const { current } = scrolled;
    if (current === null) return;
    const look = () => {
      const { scrollLeft, scrollWidth, clientWidth } = current;
      const before = scrollLeft > ROUNDING;
      const behind = scrollLeft + clientWidth < scrollWidth - ROUNDING;
      setMore((was) => (was.before === before && was.behind === behind ? was : { before, behind }));
    };
    look();
    current.addEventListener('scroll', look, { passive: true });
    // Rows come and rows unfold; the screen is turned.
    const sizes = new ResizeObserver(look);
    sizes.observe(current);
    for (const child of current.children) sizes.observe(child);
    return () => {
      current.removeEventListener('scroll', look);
      sizes.disconnect();
    };
  }, []);
  return (
    <div
      className={['edges', more.before && 'more-before', more.behind && 'more-behind']
        .filter(Boolean)
        .join(' ')}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than the screen is scrolled, by keyboard too */}
      <section ref={scrolled} className="wide" tabIndex={0} aria-label={name}>
        {children}
      </section>
    </div>
  );
}
