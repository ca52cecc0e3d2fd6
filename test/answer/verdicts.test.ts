import { describe, expect, it } from 'vitest';
import { voiceOf } from '#answer/index.js';
import { LIST_KINDS } from '#catalogue/schema.js';
import { KIND_TITLES, kindOfTitle } from '#importing/kinds.js';
import { VERDICTS, type Verdict } from '#ruling/index.js';

/** The kinds of list whose rows give a verdict, which has the kind's own name. */
const DECIDING = LIST_KINDS.filter((kind) => kind !== 'reference');

describe.each(DECIDING)('a list of the kind %s', (kind) => {
  it('gives a verdict that answers have a first line and an advice for', () => {
    expect(VERDICTS).toContain(kind);
    const { headline, next } = voiceOf(kind as Verdict);
    expect(headline?.('样例事项', {})).toContain('「样例事项」');
    expect(next).not.toBeNull();
  });

  it('is known by its own title when it is imported', () => {
    expect(kindOfTitle(KIND_TITLES[kind])).toBe(kind);
  });
});

describe('the words of verdicts', () => {
  it('tell them apart in a table of tasks', () => {
    const words = VERDICTS.map((verdict) => voiceOf(verdict).word);
    expect(new Set(words).size).toBe(words.length);
  });
});

it('an assistance that the law lays on the committee itself isn’t called the government’s alone', () => {
  const { headline } = voiceOf('assist');
  expect(headline?.('样例事项', {})).toContain('不是责任主体');
  expect(headline?.('样例事项', { binds: true })).toMatch(/也写明居委会、村委会要做.*交办的那一份/u);
});
