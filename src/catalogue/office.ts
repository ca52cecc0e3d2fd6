import type { Document } from './schema.js';

/** How the source of a document that an office has loaded begins. */
export const IMPORT_SOURCE = '本地导入：';

/** Whether an office has loaded the document itself, or rows of it. */
export const isOfficeDocument = ({ sources }: Pick<Document, 'sources'>): boolean =>
  sources.some((source) => source.startsWith(IMPORT_SOURCE));

/** What the id of a matter starts with that an office made for rows which the library doesn't know. */
const OFFICE_MATTER = 'office-';

export const isOfficeMatter = (id: string): boolean => id.startsWith(OFFICE_MATTER);

/** Id of an office's own matter. @param key eight hex digits that tell it from others */
export const officeMatterId = (key: string): string => `${OFFICE_MATTER}${key}`;
