import { monitorEventLoopDelay } from 'node:perf_hooks';
import { describe, expect, it } from 'vitest';
import { masked, maskedInTurns } from '#storage/masked.js';

const RESULT = {
  'tel 13812345678': ['拨 13812345678', { a: null, b: 1, c: '拨 13812345678' }],
  plain: '办证明',
};
const MASKED = {
  'tel 〔电话〕': ['拨 〔电话〕', { a: null, b: 1, c: '拨 〔电话〕' }],
  plain: '办证明',
};

describe('a value that is stored', () => {
  it('has personal numbers masked in all its strings, keys too, also in turns', async () => {
    expect(masked(RESULT)).toEqual(MASKED);
    expect(await maskedInTurns(RESULT)).toEqual(MASKED);
    expect(masked('拨 13812345678')).toBe('拨 〔电话〕');
    expect(masked(null)).toBe(null);
  });

  it('lets others have their turns while it is large', async () => {
    const large = Array.from({ length: 3_000 }, (_, i) =>
      `第${i}项，各社区要做好违建拆除和反诈宣传`.repeat(20),
    );
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    let turns = 0;
    const count = setInterval(() => turns++, 1);
    await maskedInTurns(large);
    clearInterval(count);
    delay.disable();
    expect(turns).toBeGreaterThan(20);
    expect(delay.max / 1e6).toBeLessThan(500);
  });
});
