import { earliestDay } from '#text/days.js';
import type { Catalogue } from '../catalogue.js';
import type { Citation } from '../citation.js';
import { COUNTRY } from '../regions.js';
import type { Basis } from './schema.js';

/** What a matter rests on that it says of itself, and no row. */
export interface Resting {
  /** Id of the matter. */
  readonly matter: string;
  readonly basis: readonly Basis[];
}

/** The articles that it rests on, as they hold for the asker's region and day. */
export function articlesOf({ matter, basis }: Resting, catalogue: Catalogue): Citation[] {
  return basis
    .filter((one) => holdsHere(one, catalogue))
    .map((one): Citation => {
      const held = articleOn(one, catalogue.date);
      const { law, article } = held;
      return {
        documentId: matter,
        title: law,
        ...(held !== one || one.edition === undefined ? {} : { edition: one.edition }),
        number: one.number ?? null,
        locator: article,
        region: one.region ?? COUNTRY,
        effectiveFrom: held === one ? (one.from ?? null) : null,
        evidence: one.evidence ?? 'primary',
        summary: one.says,
        url: null,
      };
    });
}

/** Whether an article, or the one that it replaced, holds for the asker's region and day. */
export function holdsHere({ region = COUNTRY, from, earlier }: Basis, { levels, date }: Catalogue): boolean {
  const here = levels.some(({ name }) => name === region);
  return here && (from === undefined || earlier !== undefined || date >= earliestDay(from));
}

/** Before an article takes effect the one it replaces holds. */
function articleOn(basis: Basis, day: string): Pick<Basis, 'law' | 'article'> {
  const { from, earlier } = basis;
  return from !== undefined && earlier !== undefined && day < earliestDay(from) ? earlier : basis;
}
