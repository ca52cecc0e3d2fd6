import { type Citation, citedMark, citedTitle, NO_LOCATOR } from '#catalogue/citation.js';

/** Whether a source may be named to another office: a text that was seen itself, under the title that it bears. */
const isSeen = ({ evidence, borne }: Citation) => evidence !== 'secondary' && borne !== false;

/** The sources of a task that may stand in a letter. @param confirmed a person has looked the others up, too */
export function citable(citations: readonly Citation[], confirmed: boolean): Citation[] {
  return citations.filter((citation) => isSeen(citation) || (confirmed && citation.borne !== false));
}

/** A norm as a letter names it, without a word on how it was seen: 《…法》第三条. */
export function norm(citation: Citation): string {
  const { locator } = citation;
  // Where a report numbered it itself, the place is none of the norm's own.
  const own = locator === NO_LOCATOR || citation.evidence === 'secondary' ? '' : locator;
  return `${citedTitle(citation)}${citedMark(citation)}${own}`.replace(/\(/gu, '（').replace(/\)/gu, '）');
}

/** Norms named in a letter for one task; the nearest level comes first, and more than these make no stronger case. */
const MOST_NAMED = 2;

/** The norms that a task's request rests on, as one phrase; empty where none may be named. */
export function basisOf(citations: readonly Citation[], confirmed: boolean): string {
  const norms = new Set(citable(citations, confirmed).map(norm));
  return [...norms].slice(0, MOST_NAMED).join('、');
}
