import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMatcher, type Entry } from '#search/index.js';
import { loadSegmenter } from '#text/segmenters/index.js';
import { CORPUS, QUESTIONS } from './corpus.js';

/** Scores are sums of 32-bit floats, whose order may differ. */
const CLOSE = 5;

describe('a matcher', () => {
  it('finds an entry by its own text and by each alias', () => {
    const matcher = createMatcher(CORPUS);
    for (const { id, text, aliases = [] } of CORPUS)
      for (const wording of [text, ...aliases]) expect(matcher.search(wording)[0]?.id).toBe(id);
  });

  it('gives the same results at every call and in every instance', () => {
    const [one, other] = [createMatcher(CORPUS), createMatcher(CORPUS)];
    for (const [question] of QUESTIONS) {
      const first = one.match(question);
      expect(one.match(question)).toEqual(first);
      expect(other.match(question)).toEqual(first);
    }
  });

  it('does not depend on the order of the entries', () => {
    const plain = createMatcher(CORPUS);
    fc.assert(
      fc.property(fc.shuffledSubarray(CORPUS, { minLength: CORPUS.length }), (shuffled: Entry[]) => {
        const matcher = createMatcher(shuffled);
        for (const [question] of QUESTIONS) {
          const [expected, found] = [plain.search(question), matcher.search(question)];
          expect(found.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
          found.forEach(({ score }, i) => {
            expect(score).toBeCloseTo(expected[i]?.score ?? -1, CLOSE);
          });
        }
      }),
      { numRuns: 20 },
    );
  });

  it('does not depend on what was searched before', () => {
    const matcher = createMatcher(CORPUS);
    const expected = QUESTIONS.map(([question]) => matcher.search(question));
    for (const [i, [question]] of [...QUESTIONS.entries()].reverse())
      expect(matcher.search(question)).toEqual(expected[i]);
  });

  it('is not swayed by width, case, script or punctuation', () => {
    const matcher = createMatcher([...CORPUS, { id: 'app', text: '社保 app 怎么登录' }]);
    for (const [one, other] of [
      ['身份证丢了怎么补办', '身份證丟了,怎麼補辦?'],
      ['社保app怎么登录', '社保ＡＰＰ怎么登录！！'],
    ] as const) {
      const scores = (query: string) => matcher.search(query).map(({ id }) => id);
      expect(scores(other)).toEqual(scores(one));
    }
  });

  it('still finds an entry whose characters were replaced by homophones', () => {
    const matcher = createMatcher(CORPUS);
    expect(matcher.search('深份证丢了怎么补半')[0]?.id).toBe('lost-card');
    expect(matcher.search('无犯最记录正明在哪里开')[0]?.id).toBe('no-crime');
  });

  it('is surer of an exact question than of a similar one, and of that than of an unrelated one', () => {
    const matcher = createMatcher(CORPUS);
    const surest = (query: string) => matcher.search(query)[0]?.score ?? 0;
    expect(surest('养老金什么时候发')).toBeGreaterThan(surest('养老金的标准是什么'));
    expect(surest('养老金的标准是什么')).toBeGreaterThan(surest('今天的天气好不好'));
  });

  it('prefers a wording to a body that holds the same words', () => {
    const matcher = createMatcher([
      { id: 'body', text: '其他事项', body: '公租房申请条件' },
      { id: 'text', text: '公租房申请条件' },
    ]);
    expect(matcher.search('公租房申请条件').map(({ id }) => id)).toEqual(['text', 'body']);
  });

  it('ranks the same with both segmenters', () => {
    const [one, other] = (['nodejieba', 'node-rs'] as const).map((prefer) =>
      createMatcher(CORPUS, { segmenter: loadSegmenter({ prefer }) }),
    );
    for (const [question] of QUESTIONS) expect(one?.search(question)).toEqual(other?.search(question));
  });
});
