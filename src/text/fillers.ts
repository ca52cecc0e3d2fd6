import type { Segmenter } from './segmenter.js';
import { createWordFinder, type WordMatch } from './word-matches.js';

/** Words that say nothing of the matter, as in knowledge/lexicon/fillers.yaml. */
export interface FillerLexicon {
  /** Said before the matter, at the start of a clause: 您好, 请问一下. */
  openers: readonly string[];
  /** Said after it, at the end of a clause: 谢谢了, 在线等. */
  closers: readonly string[];
  /** Said anywhere: 嗯, 就是说. */
  noises: readonly string[];
  /** Words that also have a sense (那个, 然后): filler only next to other filler, said twice, or as a whole clause. */
  hesitations: readonly string[];
}

type Kind = keyof FillerLexicon;

/** A clause with the marks that end it. */
const CLAUSE = /([^,.!?;:。、…~\s]*)([,.!?;:。、…~\s]*)/gu;

/** Every word of a lexicon: a segmenter that knows them cuts them whole. */
export function fillerWords(lexicon: FillerLexicon): string[] {
  return [lexicon.openers, lexicon.closers, lexicon.noises, lexicon.hesitations].flat();
}

/**
 * Takes filler out of a normalised text: polite openings and endings, noises of speech. Negation, modality and every
 * word that isn't listed stay; a text of nothing but filler comes back as it is.
 * @param segmenter best one that was given `fillerWords` as terms
 */
export function createFillerRemover(lexicon: FillerLexicon, segmenter: Segmenter): (text: string) => string {
  const kinds = new Map<string, Set<Kind>>();
  for (const kind of ['openers', 'closers', 'noises', 'hesitations'] as const)
    for (const word of lexicon[kind]) kinds.set(word, new Set([...(kinds.get(word) ?? []), kind]));
  const find = createWordFinder(kinds.keys(), segmenter);
  return (text) => {
    let kept = '';
    for (const [whole, clause = '', marks = ''] of text.matchAll(CLAUSE)) {
      const content = clause === '' ? '' : withoutFiller(clause, find(clause), kinds);
      if (clause === '') kept += whole;
      else if (content !== '') kept += content + marks;
      // A question mark belongs to the question, also when only filler stands before it.
      else if (marks.includes('?') && !/[?\s]/u.test(kept.slice(-1))) kept = `${withoutMark(kept)}?`;
    }
    const rest = trimmed(kept);
    return rest === '' ? text : rest;
  };
}

/** Looks at the end alone: an expression that ends with $ would read the whole text at every clause. */
const withoutMark = (text: string): string => (/[,.;:、…~]/u.test(text.slice(-1)) ? text.slice(0, -1) : text);

const BEFORE_TEXT = /[,.!?;:。、…~\s]/u;
const AFTER_TEXT = /[,;:、~\s]/u;

/** The text without marks and blanks around it; at its end those stay that a sentence ends with. */
function trimmed(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && BEFORE_TEXT.test(text.charAt(start))) start++;
  while (end > start && AFTER_TEXT.test(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}

function withoutFiller(clause: string, found: WordMatch[], kinds: ReadonlyMap<string, Set<Kind>>): string {
  const is = (match: WordMatch | undefined, kind: Kind) =>
    match !== undefined && kinds.get(match.word)?.has(kind) === true;
  const beside = (match: WordMatch, i: number): boolean => {
    const [before, after] = [found[i - 1], found[i + 1]];
    if (before?.end === match.start && (is(before, 'noises') || before.word === match.word)) return true;
    if (after?.start !== match.end) return false;
    return is(after, 'noises') || is(after, 'openers') || after.word === match.word;
  };
  const removed = new Set(
    found.filter((match, i) => is(match, 'noises') || (is(match, 'hesitations') && beside(match, i))),
  );
  let start = 0;
  for (const match of found) {
    if (match.start !== start || !(removed.has(match) || is(match, 'openers'))) break;
    removed.add(match);
    start = match.end;
  }
  let end = clause.length;
  for (const match of found.toReversed()) {
    if (match.end !== end || match.start < start || !(removed.has(match) || is(match, 'closers'))) break;
    removed.add(match);
    end = match.start;
  }
  const coversAll = found.reduce((length, match) => length + match.word.length, 0) === clause.length;
  if (coversAll) return '';
  let kept = '';
  let from = 0;
  for (const match of found) {
    if (!removed.has(match)) continue;
    kept += clause.slice(from, match.start);
    from = match.end;
  }
  return kept + clause.slice(from);
}
