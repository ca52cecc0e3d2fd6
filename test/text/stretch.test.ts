import { describe, expect, it } from 'vitest';
import { stretchIn } from '#text/stretch.js';

/** A Saturday. */
const TODAY = '2026-11-28';

describe('a stretch of days that is looked back on', () => {
  it.each([
    ['今年给谁盖过章', '2026-01-01', '2026-11-28'],
    ['去年的用章汇总', '2025-01-01', '2025-12-31'],
    ['这个月开了几次会', '2026-11-01', '2026-11-28'],
    ['上月盖了几个章', '2026-10-01', '2026-10-31'],
    ['上周', '2026-11-16', '2026-11-22'],
    ['本周', '2026-11-23', '2026-11-28'],
    ['昨天', '2026-11-27', '2026-11-27'],
    ['2026年3月的', '2026-03-01', '2026-03-31'],
    ['2月份', '2026-02-01', '2026-02-28'],
    ['2025年上半年', '2025-01-01', '2025-06-30'],
    ['2025年第四季度', '2025-10-01', '2025-12-31'],
    ['2025年四季度', '2025-10-01', '2025-12-31'],
    ['2024年', '2024-01-01', '2024-12-31'],
  ])('of %s is told', (text, from, to) => {
    expect(stretchIn(text, TODAY)).toMatchObject({ from, to });
  });

  it('at the turn of a year goes back to the year before', () => {
    expect(stretchIn('上个月', '2026-01-05')).toMatchObject({ from: '2025-12-01', to: '2025-12-31' });
    expect(stretchIn('上周', '2026-01-01')).toMatchObject({ from: '2025-12-22', to: '2025-12-28' });
  });

  it('says which words name it, and where', () => {
    const text = '我们上个月盖了几个章';
    const { start, words } = stretchIn(text, TODAY) ?? { start: 0, words: '' };
    expect(text.slice(start, start + words.length)).toBe('上个月');
  });

  it.each(['给谁盖过章', '2027年', '12月份', '2026年13月', '三个月', '月底'])('isn’t told of %s', (text) => {
    expect(stretchIn(text, TODAY)).toBeUndefined();
  });
});
