import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise } from '#text/normalise.js';
import { loadSegmenter, segmenterStates } from '#text/segmenters/index.js';
import { SENTENCES, TERMS } from './sentences.js';

const compiled = segmenterStates().some(({ name, problem }) => name === 'nodejieba' && problem === null);
const standIn = loadSegmenter({ terms: TERMS, prefer: 'node-rs' });
/** Without a compiler this is the stand-in too; then the comparison holds trivially. */
const preferred = loadSegmenter({ terms: TERMS, prefer: 'nodejieba' });

const han = fc.array(
  fc.integer({ min: 0x4e00, max: 0x9fff }).map((code) => String.fromCharCode(code)),
  {
    minLength: 1,
    maxLength: 30,
  },
);
const common = fc.array(fc.constantFrom(...new Set(SENTENCES.join(''))), { minLength: 1, maxLength: 30 });

describe('the two segmenters', () => {
  it('are nodejieba, where it was compiled, and @node-rs/jieba', () => {
    expect([preferred.name, standIn.name]).toEqual([compiled ? 'nodejieba' : 'node-rs', 'node-rs']);
  });

  it('cut four hundred sentences into the same words', () => {
    expect(SENTENCES.length).toBeGreaterThan(400);
    for (const text of SENTENCES) expect(preferred.cut(text)).toEqual(standIn.cut(text));
  });

  it('cut any Han characters into the same words', () => {
    fc.assert(
      fc.property(fc.oneof(han, common), (characters) => {
        const text = characters.join('');
        expect(preferred.cut(text)).toEqual(standIn.cut(text));
      }),
      { numRuns: 3000, seed: 1 },
    );
  });

  it('cut any text into the same words, which together are the text again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), common, (any, characters) => {
        for (const text of [any + characters.join(''), normalise(characters.join('') + any)]) {
          expect(standIn.cut(text).join('')).toBe(text);
          expect(preferred.cut(text)).toEqual(standIn.cut(text));
        }
      }),
      { numRuns: 1000, seed: 1 },
    );
  });

  it('keep the domain words they were given whole, each its own', () => {
    expect(loadSegmenter({ terms: ['无犯罪记录证明'] }).cut('开无犯罪记录证明吗')).toContain(
      '无犯罪记录证明',
    );
    expect(loadSegmenter().cut('开无犯罪记录证明吗')).not.toContain('无犯罪记录证明');
    expect(preferred.cut('开无犯罪记录证明吗')).toEqual(['开', '无犯罪记录证明', '吗']);
  });

  it('keep letters, numbers and white space together and punctuation apart', () => {
    expect(standIn.cut('a4纸3.5元 ,吗?')).toEqual(['a4', '纸', '3.5', '元', ' ', ',', '吗', '?']);
  });

  it('take an empty text and a very long one', () => {
    for (const segmenter of [preferred, standIn]) {
      expect(segmenter.cut('')).toEqual([]);
      expect(segmenter.cut('社区证明'.repeat(5000)).join('')).toHaveLength(20_000);
    }
  });
});
