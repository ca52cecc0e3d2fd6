import { createAnalyser } from '#search/analysis.js';
import { defaultLexicon } from '#search/defaults.js';
import { indexedTexts } from '#search/entry.js';
import type { CandidateFeatures } from '#search/features/index.js';
import { createCandidateReader } from '#search/rank.js';
import { buildTextIndex } from '#search/text-index.js';
import type { Segmenter } from '#text/segmenter.js';
import type { LabelledQuery, LabelledSet } from './data.js';

/** A query with its candidates and which of them are right. */
export interface RankedExample {
  set: LabelledSet;
  query: LabelledQuery;
  /** Of the query, in characters. */
  length: number;
  candidates: CandidateFeatures[];
  right: boolean[];
}

/** Runs every query of a set against its corpus. */
export function examplesOf(set: LabelledSet, segmenter: Segmenter): RankedExample[] {
  const lexicon = defaultLexicon();
  const analyse = createAnalyser(segmenter, lexicon.readPhrase);
  const texts = indexedTexts(set.entries);
  const index = buildTextIndex(
    texts.map(({ text }) => text),
    analyse,
    lexicon,
  );
  const read = createCandidateReader(index, texts);
  return set.queries.map((query) => {
    const analysis = analyse(query.text);
    const candidates = read(analysis);
    const right = candidates.map(({ text }) =>
      query.gold.has(set.entries[texts[text]?.entry ?? -1]?.id ?? ''),
    );
    return { set, query, length: analysis.chars.length, candidates, right };
  });
}
