import { describe, expect, it } from 'vitest';
import { askedDay } from '#language/index.js';

const TODAY = '2026-11-23';

describe('the day a question asks about', () => {
  it.each([
    ['2025年的时候呢', '2025-12-31'],
    ['2025年3月还能开吗', '2025-03-31'],
    ['2024年2月29日那天', '2024-02-29'],
    ['按2025-06-01算', '2025-06-01'],
    ['2026年呢', TODAY],
    ['2026年以前归谁管', '2025-12-31'],
    ['去年社区还要做吗', '2025-12-31'],
    ['前年呢', '2024-12-31'],
  ])('%s → %s', (text, date) => {
    expect(askedDay(text, TODAY)?.date).toBe(date);
  });

  it.each([
    '社区能开证明吗',
    '民发〔2020〕20号是什么文件',
    '2023年版的清单有哪些',
    '2025年13月怎么办',
    '2025年2月30日',
    '2019年印发的通知',
    '四张清单从2018年到2024年有什么变化',
    '2018至2024年社区减负减了多少',
    '2018年的清单和2023年的清单哪里不同',
  ])('%s names no day', (text) => {
    expect(askedDay(text, TODAY)).toBeUndefined();
  });
});
