import { z } from 'zod';
import { text } from '../schema.js';
import { createMatters, type MatterLibrary } from './load.js';
import { MATTER_SORTS, type Matter, triageSchema } from './schema.js';

/** Longest wording that an office may add, in characters: longer texts are notices. */
export const LONGEST_ADDED = 200;

/** A matter of the office's own, as the library describes one; it is easily taken for nothing that is known. */
export const officeMatterSchema = z
  .strictObject({
    /** `office-` and what tells it from others. */
    id: z
      .string()
      .regex(/^office(-[a-z0-9]+)+$/, '本单位事项的编号应以 office- 开头，后面是小写字母、数字和连字符'),
    name: text.max(60),
    sort: z.enum(MATTER_SORTS),
    /** What it is, in one sentence. */
    is: text.max(300),
    triage: triageSchema.optional(),
  })
  .superRefine(({ sort, triage }, context) => {
    if ((sort === 'demand') === (triage !== undefined)) return;
    const message = sort === 'demand' ? '诉求要写明三事分流和依据' : '只有诉求才写三事分流';
    context.addIssue({ code: 'custom', path: ['triage'], message });
  });
export type OfficeMatter = z.infer<typeof officeMatterSchema>;

const addedWordingSchema = z.strictObject({ matter: text.max(80), text: text.max(LONGEST_ADDED) });
/** How people put a matter of the library, or of the office. */
export type AddedWording = z.infer<typeof addedWordingSchema>;

export const additionsSchema = z.strictObject({
  matters: z.array(officeMatterSchema),
  wordings: z.array(addedWordingSchema),
});

/** What an office has added to the library of matters: its own matters, and wordings of matters. */
export interface Additions {
  readonly matters: readonly OfficeMatter[];
  readonly wordings: readonly AddedWording[];
}

/** Where a knowledge folder holds them; the one that ships has no such file. */
export const ADDITIONS_PATH = 'office/additions.yaml';

/** An office that has added nothing. */
export const NO_ADDITIONS: Additions = { matters: [], wordings: [] };

export const isEmpty = ({ matters, wordings }: Additions): boolean =>
  matters.length === 0 && wordings.length === 0;

/** The library with what an office has added; what came to ship under the same id is what ships. */
export function withAdditions(library: MatterLibrary, { matters }: Additions): MatterLibrary {
  const own = matters.filter(({ id }) => !library.byId.has(id));
  if (own.length === 0) return library;
  return createMatters([
    ...library.all,
    ...own.map((matter): Matter => ({ ...matter, unlike: [], under: [] })),
  ]);
}
