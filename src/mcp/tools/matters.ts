import { z } from 'zod';
import { MATTER_SORTS } from '#catalogue/matters/schema.js';
import { pageFields, pageOf } from '../pages.js';
import { defineTool } from '../tool.js';

/** What questions can be about. */
export const listMatters = defineTool({
  name: 'list_matters',
  title: '列出事项库',
  description:
    '事项库：能问到的证明、工作、诉求、规定，各地清单上的同一件事是一个事项。可按类别和名称里的字找，一页最多 100 个。',
  input: z.object({
    sort: z.enum(MATTER_SORTS).optional(),
    words: z.string().max(50).optional().describe('名称里含有的字'),
    ...pageFields,
  }),
  output: z.object({
    matters: z.array(
      z.object({ id: z.string(), name: z.string(), sort: z.enum(MATTER_SORTS), sentence: z.string() }),
    ),
    total: z.number().int(),
    next: z.string().nullable(),
  }),
  run({ sort, words, ...page }, { desk }) {
    const all = desk.matters.all.filter(
      (matter) =>
        (sort === undefined || matter.sort === sort) && (words === undefined || matter.name.includes(words)),
    );
    const { page: found, next } = pageOf(all, page);
    const matters = found.map((matter) => ({
      id: matter.id,
      name: matter.name,
      sort: matter.sort,
      sentence: matter.is,
    }));
    return { matters, total: all.length, next };
  },
});
