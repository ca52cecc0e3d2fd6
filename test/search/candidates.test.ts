import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnalyser } from '#search/analysis.js';
import { CandidateFinder } from '#search/candidates.js';
import { CHANNEL_WEIGHTS, eachTerm } from '#search/inverted-index.js';
import { createSearchLexicon } from '#search/lexicon/index.js';
import { createQueryReader, type Query } from '#search/query.js';
import { buildTextIndex, type TextIndex } from '#search/text-index.js';
import type { Segmenter } from '#text/segmenter.js';

/** Cuts into pieces of two characters: quick, and the same everywhere. */
const pairs: Segmenter = { name: 'pairs', version: '0', cut: (text) => text.match(/.{1,2}/gsu) ?? [] };
const analyse = createAnalyser(pairs, () => undefined);
const lexicon = createSearchLexicon({ synonyms: [], related: [], questions: {}, light: [], negations: [] });
const texts = fc.array(
  fc.string({ unit: fc.constantFrom(...'居住证明办理户口社区费用怎么a1,。'), maxLength: 12 }),
  {
    minLength: 1,
    maxLength: 30,
  },
);
const query = fc.string({ unit: fc.constantFrom(...'居住证明办理户口社区费用怎么a1,。狗'), maxLength: 10 });

/** BM25 of every text by counting, without an index. */
function naiveScores(index: TextIndex, prepared: Query): number[] {
  return Array.from({ length: index.store.count }, (_, text) => {
    const counts = new Map<number, number>();
    eachTerm(index.store, text, index.subWords, (term) => counts.set(term, (counts.get(term) ?? 0) + 1));
    let score = 0;
    prepared.channels.forEach(({ terms, idf }, kind) => {
      terms.forEach((term, i) => {
        const tf = counts.get(term) ?? 0;
        const norm = index.inverted.norm[text] as number;
        score += ((CHANNEL_WEIGHTS[kind] as number) * (idf[i] as number) * tf) / (tf + norm);
      });
    });
    return score;
  });
}

describe('CandidateFinder', () => {
  it('scores texts as a count without an index does', () => {
    fc.assert(
      fc.property(texts, query, (corpus, asked) => {
        const index = buildTextIndex(corpus, analyse, lexicon);
        const prepared = createQueryReader(index)(analyse(asked));
        const expected = naiveScores(index, prepared);
        const found = new CandidateFinder(index.inverted, index.store.count).find(prepared, corpus.length);
        expect(found.map(({ text }) => text).sort((a, b) => a - b)).toEqual(
          expected.flatMap((score, text) => (score > 0 ? [text] : [])),
        );
        for (const { text, score } of found) {
          // A posting keeps its saturation in one byte, so a score may be off by 1/255 of its weight or so.
          expect(Math.abs(score - (expected[text] as number))).toBeLessThan(
            0.02 * (expected[text] as number) + 0.02,
          );
        }
      }),
      { numRuns: 200 },
    );
  });

  it('gives the best first and only as many as asked for', () => {
    fc.assert(
      fc.property(texts, query, fc.integer({ min: 1, max: 5 }), (corpus, asked, limit) => {
        const index = buildTextIndex(corpus, analyse, lexicon);
        const prepared = createQueryReader(index)(analyse(asked));
        const finder = new CandidateFinder(index.inverted, index.store.count);
        const all = finder.find(prepared, corpus.length);
        expect(all.map(({ score }) => score)).toEqual(all.map(({ score }) => score).sort((a, b) => b - a));
        expect(finder.find(prepared, limit)).toEqual(all.slice(0, limit));
      }),
      { numRuns: 100 },
    );
  });

  it('loses nothing that its rarer terms found when there are too many postings to read', () => {
    fc.assert(
      fc.property(texts, query, fc.integer({ min: 0, max: 40 }), (corpus, asked, budget) => {
        const index = buildTextIndex(corpus, analyse, lexicon);
        const prepared = createQueryReader(index)(analyse(asked));
        const [whole, little] = [undefined, budget].map((most) =>
          new CandidateFinder(index.inverted, index.store.count, most).find(prepared, 3),
        );
        const all = new CandidateFinder(index.inverted, index.store.count).find(prepared, corpus.length);
        expect(little?.length).toBe(whole?.length);
        for (const { text, score } of little ?? [])
          expect(score).toBeCloseTo(all.find((one) => one.text === text)?.score ?? -1, 4);
      }),
      { numRuns: 200 },
    );
  });
});
