/** What one part of an answer does, in the order in which they are read. */
export const SECTIONS = [
  'headline',
  'summary',
  'exception',
  'choice',
  'row',
  'route',
  'responsible',
  'next',
  'sources',
  'opposing',
  'near',
  'gap',
  'elsewhere',
  'closing',
] as const;

/** One part of an answer, as it is read out. `choice` and `row` come one by one, `sources` has a line for each. */
export interface Section {
  is: (typeof SECTIONS)[number];
  text: string;
}

/** The lines of an answer before its sources: the verdict and what to do. */
export const bodyOf = (sections: readonly Section[]): string[] =>
  sections.slice(0, endOfBody(sections)).map(({ text }) => text);

/** The lines behind its sources: what is read where there is time, and last what is missing or holds elsewhere. */
export const footOf = (sections: readonly Section[]): string[] =>
  sections
    .slice(endOfBody(sections))
    .filter(({ is }) => is !== 'sources' && is !== 'closing')
    .map(({ text }) => text);

function endOfBody(sections: readonly Section[]): number {
  const end = sections.findIndex(({ is }) => is === 'sources' || is === 'closing');
  return end < 0 ? sections.length : end;
}

/** The sections of one sort, in their order. */
export function sectionsOf(sections: readonly Section[], ...sorts: Section['is'][]): string[] {
  return sections.filter(({ is }) => sorts.includes(is)).map(({ text }) => text);
}
