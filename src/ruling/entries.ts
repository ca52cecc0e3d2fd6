import type { MatterLibrary } from '#catalogue/matters/load.js';
import type { Entry } from '#search/index.js';
import type { Example } from '#search/readers/index.js';
import { type Matter, type Matters, wordingsOf } from './matters.js';

/** The wordings by which a question may find a matter: what the library and the lists call it, and every row's aliases. */
export function entryOf(matter: Matter, library: MatterLibrary): Entry {
  const name = library.byId.get(matter.label)?.name ?? matter.subject;
  const aliases = new Set([name, ...matter.rows.flatMap(wordingsOf), ...matter.routes]);
  aliases.delete(matter.subject);
  return { id: matter.key, text: matter.subject, aliases: [...aliases] };
}

/** What the rows themselves teach the reader that learned, so that an office's own are known without a wording. */
export function rowExamples({ byKey }: Matters): Example[] {
  return [...byKey.values()].flatMap(({ label, rows, routes }) =>
    [...new Set([...rows.flatMap(wordingsOf), ...routes])].map((text) => ({ label, text })),
  );
}
