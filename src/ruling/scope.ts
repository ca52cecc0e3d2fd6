import { findRegion } from '#catalogue/find-region.js';
import type { KnowledgeBase } from '#catalogue/knowledge-base.js';
import type { Region } from '#catalogue/regions.js';
import type { Doc, Settlement } from '#language/index.js';
import { checkDay } from '#text/days.js';
import type { Question } from './question.js';

/** For where, for which day and for which kind of committee something is judged. */
export interface Scope {
  /** Undefined: no region was named, the whole country's documents hold. */
  region: Region | undefined;
  /** YYYY-MM-DD. */
  date: string;
  /** Whether the day is another one than today. */
  dateAsked: boolean;
  /** Regions of the same name, when the text names one that can't be told apart. */
  ambiguous: readonly Region[];
  /** The kind of committee that is spoken of; null where that isn't said. */
  settlement: Settlement | null;
}

/**
 * Region and day of a question: what its text names comes before what was given with it, since 「换成湖北呢」 is meant
 * for this question. @throws QingdanError QD-REGION, QD-DATE for the given ones
 */
export function scopeOf(
  kb: KnowledgeBase,
  question: Question,
  { places, days }: Pick<Doc, 'places' | 'days'>,
  settlement: Settlement | null,
  today: string,
): Scope {
  const { over = [] } = question;
  const givenRegion = question.region === undefined ? undefined : findRegion(kb.regions, question.region);
  const givenDate = question.date === undefined ? undefined : checkDay(question.date);
  const [first] = over.includes('region') ? [] : places;
  const named = within(kb, first?.regions ?? [], givenRegion);
  const dated = over.includes('date') ? undefined : days[0]?.date;
  const date = dated ?? givenDate ?? today;
  return {
    region: named.length === 1 ? named[0] : givenRegion,
    date,
    dateAsked: date !== today,
    ambiguous: named.length > 1 ? named : [],
    settlement,
  };
}

/** The regions of these names; of several of one name those inside the region that was given, if any is. */
function within(kb: KnowledgeBase, names: readonly string[], given: Region | undefined): readonly Region[] {
  const named = names.map((name) => kb.regions.get(name)).filter((region) => region !== undefined);
  if (given === undefined || named.length < 2) return named;
  const inside = named.filter((region) => kb.regions.lineage(region).includes(given));
  return inside.length > 0 ? inside : named;
}
