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

const AFTER_SOURCES: readonly Section['is'][] = ['opposing', 'near', 'gap', 'elsewhere'];

/** The lines of an answer before its sources: the verdict, what it means and what to do. */
export function bodyOf(sections: readonly Section[]): string[] {
  const after: readonly string[] = [...AFTER_SOURCES, 'sources', 'closing'];
  return sections.filter(({ is }) => !after.includes(is)).map(({ text }) => text);
}

/** The lines behind its sources: what speaks against it or is missing, and last what holds elsewhere. */
export const footOf = (sections: readonly Section[]): string[] => sectionsOf(sections, ...AFTER_SOURCES);

/** Sections in the order in which they are read; those of one sort stay as they are. */
export const inOrder = (sections: readonly Section[]): Section[] =>
  SECTIONS.flatMap((is) => sections.filter((section) => section.is === is));

/** The sections of one sort, in their order. */
export function sectionsOf(sections: readonly Section[], ...sorts: Section['is'][]): string[] {
  return sections.filter(({ is }) => sorts.includes(is)).map(({ text }) => text);
}
