import { describe, expect, it } from 'vitest';
import { dayToCome } from '#language/index.js';

/** A Friday. */
const TODAY = '2026-11-27';

describe('the day to come that a text names', () => {
  it.each([
    ['明天提醒我', '2026-11-28'],
    ['大后天', '2026-11-30'],
    ['三天后', '2026-11-30'],
    ['过十天', '2026-12-07'],
    ['两周后', '2026-12-11'],
    ['周五', '2026-11-27'],
    ['周一去街道', '2026-11-30'],
    ['下周五', '2026-12-04'],
    ['下个星期天', '2026-12-06'],
    ['12月5日', '2026-12-05'],
    ['12-5', '2026-12-05'],
    ['1月3号', '2027-01-03'],
    ['2027年2月1日', '2027-02-01'],
  ])('of 「%s」 is %s', (text, day) => {
    expect(dayToCome(text, TODAY)?.date).toBe(day);
  });

  it.each(['2月30日', '2025年1月1日', '提醒我', '灯坏了'])('is none in 「%s」', (text) => {
    expect(dayToCome(text, TODAY)).toBeUndefined();
  });

  it('has its place in the text', () => {
    const found = dayToCome('请在12月5日提醒我', TODAY);
    expect('请在12月5日提醒我'.slice(found?.start, found?.end)).toBe('12月5日');
  });
});
