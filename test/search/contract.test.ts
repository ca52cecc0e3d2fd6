import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMatcher } from '#search/index.js';
import { CORPUS, QUESTIONS } from './corpus.js';

const matcher = createMatcher(CORPUS);

describe('createMatcher', () => {
  it.each(QUESTIONS)('answers %s with %s', (question, id) => {
    expect(matcher.search(question, { limit: 1 })[0]?.id).toBe(id);
  });

  it('gives probabilities, best first, each entry once', () => {
    for (const [question] of QUESTIONS) {
      const results = matcher.search(question, { limit: 10 });
      const scores = results.map(({ score }) => score);
      expect(scores.every((score) => score >= 0 && score <= 1)).toBe(true);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
      expect(new Set(results.map(({ id }) => id)).size).toBe(results.length);
    }
  });

  it('gives no more results than the limit', () => {
    expect(matcher.search('养老金', { limit: 1 })).toHaveLength(1);
    expect(matcher.search('养老金', { limit: 0 })).toEqual([]);
  });

  it('finds nothing for a query without letters, digits or characters', () => {
    for (const query of ['', ' ', '???', '。。。', '\u200b']) expect(matcher.search(query)).toEqual([]);
  });

  it('finds nothing for a query that shares nothing with the corpus', () => {
    expect(matcher.search('xyzzy')).toEqual([]);
  });

  it('indexes no entries at all without complaint', () => {
    expect(createMatcher([]).search('身份证')).toEqual([]);
    expect(createMatcher([{ id: 'empty', text: '' }]).search('身份证')).toEqual([]);
  });

  it('survives any text, as query and as entry', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({
        unit: fc.constantFrom('证', '明', '\ud800', '\udfff', '\u202e', '\u0301', '👩‍👧', '%', '<'),
      }),
    );
    fc.assert(
      fc.property(hostile, hostile, (text, query) => {
        const results = createMatcher([...CORPUS, { id: 'any', text, body: query }]).search(query);
        for (const { score } of results) expect(score >= 0 && score <= 1).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('reads a query of a hundred thousand characters in bounded time', () => {
    const start = performance.now();
    matcher.search('养老金什么时候发'.repeat(12_500));
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  it('says which wording came nearest', () => {
    expect(matcher.match('身份证遗失补领', { limit: 1 })[0]).toMatchObject({
      id: 'lost-card',
      wording: '身份证遗失如何补领',
      source: 'alias',
    });
    expect(matcher.match('公安机关依据户口登记的内容出具', { limit: 1 })[0]).toMatchObject({
      id: 'kinship',
      source: 'body',
    });
  });

  it('gives the same results in search and in match', () => {
    for (const [question] of QUESTIONS) {
      const matched = matcher.match(question).map(({ id, score }) => ({ id, score }));
      expect(matcher.search(question)).toEqual(matched);
    }
  });

  it('breaks a tie by id', () => {
    const twins = createMatcher([
      { id: 'b', text: '养狗要办什么证' },
      { id: 'a', text: '养狗要办什么证' },
      { id: 'c', text: '小区停车位怎么收费' },
    ]);
    expect(
      twins
        .search('养狗办证')
        .map(({ id }) => id)
        .slice(0, 2),
    ).toEqual(['a', 'b']);
  });
});
