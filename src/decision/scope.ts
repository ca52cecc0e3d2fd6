import { checkDay } from '../catalogue/dates.js';
import { findRegion } from '../catalogue/find-region.js';
import type { KnowledgeBase } from '../catalogue/knowledge-base.js';
import type { Region } from '../catalogue/regions.js';
import { regionsMentioned } from '../catalogue/regions-mentioned.js';
import type { Question } from './answer.js';
import { askedDate } from './time.js';

/** For where and for which day a question is judged. */
export interface Scope {
  /** Undefined: no region was named, the whole country's documents hold. */
  region: Region | undefined;
  /** YYYY-MM-DD. */
  date: string;
  /** Whether the day is another one than today. */
  dateAsked: boolean;
  /** Regions of the same name, when the text names one that can't be told apart. */
  ambiguous: readonly Region[];
  /** The question without the words that named region and day. */
  text: string;
}

/**
 * Region and day of a question: what its text names comes before what was given with it, since 「换成湖北呢」 is meant
 * for this question. @throws QingdanError QD-REGION, QD-DATE for the given ones
 */
export function scopeOf(kb: KnowledgeBase, question: Question, text: string, today: string): Scope {
  const givenRegion = question.region === undefined ? undefined : findRegion(kb.regions, question.region);
  const givenDate = question.date === undefined ? undefined : checkDay(question.date);
  const mentions = regionsMentioned(kb.regions, text);
  const first = mentions[0];
  const named = first === undefined ? [] : within(kb, first.regions, givenRegion);
  const dated = askedDate(text, today);
  let rest = text;
  for (const m of mentions.toReversed()) rest = rest.slice(0, m.start) + rest.slice(m.end);
  if (dated) rest = rest.replace(dated.words, '');
  return {
    region: named.length === 1 ? named[0] : givenRegion,
    date: dated?.date ?? givenDate ?? today,
    dateAsked: (dated?.date ?? givenDate ?? today) !== today,
    ambiguous: named.length > 1 ? named : [],
    text: rest,
  };
}

/** Of several regions of one name, those inside the region that was given, if any is. */
function within(kb: KnowledgeBase, named: readonly Region[], given: Region | undefined): readonly Region[] {
  if (given === undefined || named.length < 2) return named;
  const inside = named.filter((region) => kb.regions.lineage(region).includes(given));
  return inside.length > 0 ? inside : named;
}
