import { describe, expect, it } from 'vitest';
import { createMatcher, type FeatureName } from '#search/index.js';
import { CORPUS } from './corpus.js';

const matcher = createMatcher([
  ...CORPUS,
  { id: 'open', text: '医保卡怎么开通', aliases: [] },
  { id: 'cannot', text: '医保卡不能用了怎么办' },
  { id: 'phone', text: '怎么用 iphone 交医保' },
]);

/** Features of one entry for a query. */
function features(query: string, id: string): Readonly<Record<FeatureName, number>> {
  const found = matcher.match(query, { limit: 50 }).find((result) => result.id === id);
  if (!found) throw new Error(`${id} isn't among the candidates of ${query}`);
  return found.features;
}

describe('features', () => {
  it('are all between 0 and 1', () => {
    for (const { text } of CORPUS)
      for (const { features } of matcher.match(text, { limit: 50 }))
        for (const [name, value] of Object.entries(features))
          expect([name, value >= 0 && value <= 1 + 1e-6]).toEqual([name, true]);
  });

  it('reach the top for an entry asked for in its own words', () => {
    const own = features('身份证丢了怎么补办', 'lost-card');
    for (const name of [
      'charSymmetric',
      'soundSymmetric',
      'queryAligned',
      'textAligned',
      'queryFound',
      'fuse',
    ] as const)
      expect([name, own[name]]).toEqual([name, expect.closeTo(1, 4)]);
    expect(own.queryMissing).toBe(0);
  });

  it('know synonyms', () => {
    expect(features('身份证如何补办', 'lost-card').conceptQueryCovered).toBeGreaterThan(
      features('身份证如何补办', 'lost-card').wordRelevance,
    );
    expect(features('邻里夜晚装修', 'noise').queryFound).toBe(1);
  });

  it('notice that one side is negated', () => {
    expect(features('医保卡不能用', 'open').negation).toBe(1);
    expect(features('医保卡不能用', 'cannot').negation).toBe(0);
  });

  it('notice that something else is asked for', () => {
    expect(features('养老金在哪里领', 'pension').otherQuestion).toBe(1);
    expect(features('养老金在哪里领', 'pension-where').otherQuestion).toBe(0);
  });

  it('notice a Latin name that only one side has', () => {
    expect(features('怎么用 android 交医保', 'phone').names).toBe(1);
    expect(features('怎么用 iphone 交医保', 'phone').names).toBe(0);
  });

  it('align homophones nearly as well as equal characters', () => {
    const typed = features('深份证丢了怎么补办', 'lost-card').queryAligned;
    expect(typed).toBeGreaterThan(0.9);
    expect(typed).toBeLessThan(1);
  });

  it('judge a long text by its best passage', () => {
    const padding =
      '本办法自发布之日起施行,由主管部门负责解释,以前的规定与本办法不一致的,以本办法为准。'.repeat(6);
    const long = createMatcher([
      ...CORPUS,
      { id: 'end', text: `${padding}生育津贴由单位垫付后向医保经办机构申领。` },
      { id: 'none', text: padding },
    ]);
    expect(long.search('生育津贴由单位垫付吗')[0]?.id).toBe('end');
  });
});
