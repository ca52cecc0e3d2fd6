import { describe, expect, it } from 'vitest';
import { defaultLexicon } from '#search/defaults.js';

const { isNegation, questionClass, readPhrase, wordWeight } = defaultLexicon();

/** The class of a phrase that is given as its words. */
const term = (...words: string[]) => readPhrase(words, 0)?.term;

describe('the lexicon', () => {
  it.each([
    [['怎么'], ['如何']],
    [['哪里'], ['什么', '地方']],
    [['多少', '钱'], ['价格']],
    [['能', '不', '能'], ['可否']],
    [['父亲'], ['爸爸']],
    [['户口本'], ['户口簿']],
  ])('%j means the same as %j', (one, other) => {
    expect(term(...one)).toBeDefined();
    expect(term(...one)).toBe(term(...other));
  });

  it('tells questions of one kind with different words apart', () => {
    expect(term('怎么办')).not.toBe(term('怎么'));
    expect(questionClass(term('怎么办') ?? '')).toBe(questionClass(term('怎么') ?? ''));
  });

  it('reads the longest phrase that ends where a word ends', () => {
    expect(readPhrase(['什么', '时候', '发'], 0)).toMatchObject({ words: 2 });
    expect(readPhrase(['养老', '什么'], 0)?.words).toBe(1);
    expect(readPhrase(['奥运'], 0)).toBeUndefined();
  });

  it('points from an everyday word to the subject of the official one', () => {
    const subjects = (word: string) => readPhrase([word], 0)?.subjects ?? [];
    expect(subjects('小偷').some((subject) => subjects('盗窃').includes(subject))).toBe(true);
    expect(subjects('盗窃罪').some((subject) => subjects('盗窃').includes(subject))).toBe(true);
  });

  it('weighs function words less than others', () => {
    expect(wordWeight('的')).toBeLessThan(wordWeight('证明'));
  });

  it('takes 不能 for a negation and 能不能 for a question', () => {
    expect(isNegation('不能')).toBe(true);
    expect(isNegation(term('能', '不', '能') ?? '')).toBe(false);
  });
});
