import { SECTIONS, type Section } from './section.js';

/** A phone shows this many characters in a line, and people read this many lines before they scroll. */
const PHONE = { characters: 22, lines: 6 } as const;
/** What is read first, where not all of it fits; the others follow behind the sources. */
const FIRST: readonly Section['is'][] = ['headline', 'exception', 'route', 'next', 'responsible', 'summary'];
/** What always stands behind the sources: it never is the answer. */
const LAST: readonly Section['is'][] = ['opposing', 'near', 'gap', 'elsewhere'];

/**
 * Sections in the order in which they are read: the verdict and as much of what to do as a phone shows at once, the
 * sources, what didn't fit, what is missing or holds elsewhere, and where and for which day it was judged. Choices and
 * the rows of a list are always shown whole.
 */
export function arranged(sections: readonly Section[]): Section[] {
  const whole = sections.some(({ is }) => is === 'choice' || is === 'row');
  const shown = new Set(sections.filter(({ is }) => is === 'headline' || is === 'choice' || is === 'row'));
  let room = PHONE.lines - [...shown].reduce((sum, section) => sum + linesOf(section), 0);
  for (const is of FIRST) {
    for (const section of sections.filter((one) => one.is === is && !shown.has(one))) {
      const lines = linesOf(section);
      // A verdict of which nothing is said but itself helps nobody, however long what follows is.
      if (!whole && lines > room && shown.size > 1) continue;
      shown.add(section);
      room -= lines;
    }
  }
  const inOrder = (sorts: readonly Section['is'][], holds: (section: Section) => boolean) =>
    SECTIONS.filter((is) => sorts.includes(is)).flatMap((is) =>
      sections.filter((one) => one.is === is && holds(one)),
    );
  const leading = SECTIONS.filter((is) => !LAST.includes(is) && is !== 'sources' && is !== 'closing');
  return [
    ...inOrder(leading, (section) => shown.has(section)),
    ...inOrder(['sources'], () => true),
    ...inOrder(leading, (section) => !shown.has(section)),
    ...inOrder(LAST, () => true),
    ...inOrder(['closing'], () => true),
  ];
}

const linesOf = ({ text }: Section): number => Math.ceil([...text].length / PHONE.characters);
