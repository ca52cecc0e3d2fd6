import fc from 'fast-check';
import Fuse from 'fuse.js';
import { describe, expect, it } from 'vitest';
import { createAnalyser } from '#search/analysis.js';
import { PatternMeter } from '#search/features/fuse.js';
import { createSearchLexicon } from '#search/lexicon/index.js';
import { createQueryReader } from '#search/query.js';
import { buildTextIndex } from '#search/text-index.js';
import type { Segmenter } from '#text/segmenter.js';

const pairs: Segmenter = { name: 'pairs', version: '0', cut: (text) => text.match(/.{1,2}/gsu) ?? [] };
const analyse = createAnalyser(pairs, () => undefined);
const lexicon = createSearchLexicon({ synonyms: [], related: [], questions: {}, light: [], negations: [] });
const CHARACTERS = '居住证明办理户口社区a1';
const text = (maxLength: number, others = '') =>
  fc.string({ unit: fc.constantFrom(...CHARACTERS, ...others), minLength: 1, maxLength });

/** What Fuse.js says of one text. */
function fuseSimilarity(query: string, one: string): number {
  const pattern = Array.from(query).slice(0, 32).join('');
  const options = { includeScore: true, ignoreLocation: true, threshold: 0.6 };
  const [found] = new Fuse([one], options).search(pattern);
  return found === undefined ? 0 : Math.fround(1 - (found.score ?? 1));
}

describe('PatternMeter', () => {
  it('measures as Fuse.js does without regard to the place', () => {
    fc.assert(
      fc.property(text(40), text(40, '狗猫'), (one, asked) => {
        const index = buildTextIndex([one], analyse, lexicon);
        const meter = new PatternMeter(index);
        meter.hold(createQueryReader(index)(analyse(asked)));
        const measured = meter.measure({ start: 0, end: index.store.chars.length });
        meter.release();
        expect(measured).toBe(fuseSimilarity(asked, one));
      }),
      { numRuns: 400 },
    );
  });

  it('keeps nothing of the query before', () => {
    const index = buildTextIndex(['居住证明办理'], analyse, lexicon);
    const read = createQueryReader(index);
    const meter = new PatternMeter(index);
    const measured = (asked: string): number => {
      meter.hold(read(analyse(asked)));
      const found = meter.measure({ start: 0, end: index.store.chars.length });
      meter.release();
      return found;
    };
    const alone = measured('户口办理');
    measured('居住证明办理怎么走');
    expect(measured('户口办理')).toBe(alone);
  });
});
