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
  'opposing',
  'elsewhere',
  'near',
  'gap',
  'sources',
  'closing',
] as const;

/** One part of an answer, as it is read out. `choice` and `row` come one by one, `sources` has a line for each. */
export interface Section {
  is: (typeof SECTIONS)[number];
  text: string;
}

/** The lines of an answer before its sources. */
export function bodyOf(sections: readonly Section[]): string[] {
  return sections.filter(({ is }) => is !== 'sources' && is !== 'closing').map(({ text }) => text);
}

/** The sections of one sort, in their order. */
export function sectionsOf(sections: readonly Section[], ...sorts: Section['is'][]): string[] {
  return sections.filter(({ is }) => sorts.includes(is)).map(({ text }) => text);
}
