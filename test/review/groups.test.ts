import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMatters } from '#app/matters.js';
import { readProfiles } from '#app/review-profiles.js';
import { groupsOf, type OpenQuestion, reasonOf, reviewed, unsettled } from '#review/index.js';
import { proposalBy, question } from './support.js';

const profileOf = readProfiles(readMatters());
const textsOf = (questions: readonly OpenQuestion[]) => questions.map(({ text }) => text);

const ALIKE = ['社区给不给出那个单着的条', '单着的条，社区给出不', '那个单着的条居委会给不给'];
const OTHERS = ['邻里食堂送饭员的健康码表归社区填吗', '今天天气怎么样'];

describe('questions that weren’t answered', () => {
  it('come together where they are alike, the largest group first', () => {
    const groups = groupsOf(
      [...OTHERS, ...ALIKE].map((text, n) => question(text, n)),
      profileOf,
    );
    expect(groups.map(({ questions }) => questions.length)).toEqual([3, 1, 1]);
    expect(textsOf(groups[0]?.questions ?? [])).toEqual([...ALIKE].reverse());
  });

  it('come to the same groups in whatever order they are given', () => {
    const questions = [...ALIKE, ...OTHERS, ...ALIKE].map((text, n) => question(text, n));
    const groups = groupsOf(questions, profileOf);
    const shuffled = fc.shuffledSubarray(questions, { minLength: questions.length });
    fc.assert(
      fc.property(shuffled, (given) => {
        expect(groupsOf(given, profileOf)).toEqual(groups);
      }),
      { numRuns: 20 },
    );
  });

  it('keep their group when others come later', () => {
    const before = groupsOf(
      ALIKE.map((text, n) => question(text, n)),
      profileOf,
    );
    const after = groupsOf(
      [...ALIKE, ...OTHERS].map((text, n) => question(text, n)),
      profileOf,
    );
    expect(after[0]).toEqual(before[0]);
  });

  it('are counted by why they wait', () => {
    const [first, second, third] = ALIKE.map((text, n) => question(text, n)) as [
      OpenQuestion,
      OpenQuestion,
      OpenQuestion,
    ];
    const [group] = groupsOf(
      [{ ...first, why: 'wrong' }, { ...second, why: 'asked-back' }, third],
      profileOf,
    );
    expect(group?.counts).toEqual({
      wrong: 1,
      corrected: 0,
      'asked-back': 1,
      'not-listed': 1,
      'out-of-scope': 0,
    });
  });

  it('take time that grows no faster than their number', () => {
    const many = (n: number) =>
      Array.from({ length: n }, (_, i) => question(`${ALIKE[i % 3]}，第${i}回问，${OTHERS[i % 2]}`, i));
    const cpu = (n: number) => {
      const questions = many(n);
      const from = process.cpuUsage().user;
      groupsOf(questions, profileOf);
      return process.cpuUsage().user - from;
    };
    cpu(200);
    const [small, large] = [cpu(400), cpu(3200)];
    expect(large / small).toBeLessThan(8 * 4);
  });
});

describe('why a question waits', () => {
  it.each([
    ['must-not-certify', 'answer', false, null],
    ['must-not-certify', 'answer', true, 'wrong'],
    ['clarify', 'confirm', false, 'asked-back'],
    ['not-listed', 'answer', false, 'not-listed'],
    ['out-of-scope', 'abstain', false, 'out-of-scope'],
    ['assist', 'abstain', false, 'not-listed'],
  ] as const)('%s, %s, called wrong: %s → %s', (verdict, band, wrong, why) => {
    expect(reasonOf({ verdict, band }, wrong)).toBe(why);
  });
});

describe('a group with what was proposed of it', () => {
  const questions = ALIKE.map((text, n) => question(text, n));
  const ids = questions.map(({ id }) => id);

  it('waits until it is proposed, and is gone once that is accepted', () => {
    const groups = groupsOf(questions, profileOf);
    expect(reviewed(groups, [])[0]).toMatchObject({ state: 'open', proposals: [] });
    const proposed = proposalBy('甲', { questions: ids });
    expect(reviewed(groups, [proposed])[0]).toMatchObject({ state: 'proposed', proposals: [proposed.id] });
    expect(unsettled(questions, [{ ...proposed, state: 'accepted' }])).toEqual([]);
    const rejected = { ...proposed, state: 'rejected' } as const;
    expect(unsettled(questions, [rejected])).toHaveLength(3);
    expect(reviewed(groups, [rejected])[0]).toMatchObject({ state: 'open', proposals: [proposed.id] });
  });
});
