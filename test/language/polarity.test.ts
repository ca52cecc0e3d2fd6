import { describe, expect, it } from 'vitest';
import { polarityClash } from '#language/polarity.js';

describe('having against not having', () => {
  it.each([
    ['无房', '住房证明'],
    ['有犯罪记录', '无犯罪记录证明'],
    ['没有工作', '工作证明'],
    ['未婚', '已婚证明'],
  ])('%s is not %s', (asked, listed) => {
    expect(polarityClash(asked, listed)).not.toBeNull();
  });

  it.each([
    ['无犯罪记录', '没有犯罪前科的证明'],
    ['没犯过罪', '无犯罪记录证明'],
    ['犯罪记录', '无犯罪记录证明'],
    ['下落不明', '人员失踪证明'],
    ['亲属关系', '亲属关系证明'],
  ])('%s may be %s', (asked, listed) => {
    expect(polarityClash(asked, listed)).toBeNull();
  });
});
