import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createProgressBar } from '#cli/progress-bar.js';

/** A terminal whose writing can be read. */
function terminal(isTTY = true) {
  const written: string[] = [];
  const out = { isTTY, write: (text: string) => written.push(text) > 0 } as unknown as NodeJS.WriteStream;
  return { out, written };
}

describe('the progress bar', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: 0 });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('shows nothing for what takes less than a second', () => {
    const { out, written } = terminal();
    const bar = createProgressBar(out);
    bar.update('正在读 清单.xlsx', 1, 4);
    vi.advanceTimersByTime(900);
    bar.end();
    expect(written).toEqual([]);
  });

  it('shows how far it is, the seconds and how to stop, and goes away at the end', () => {
    const { out, written } = terminal();
    const bar = createProgressBar(out);
    bar.update('正在读 清单.xlsx', 1, 4);
    vi.advanceTimersByTime(2_000);
    expect(written.at(-1)).toMatch(/正在读 清单\.xlsx \[█{6}░{18}\] 1\/4 2 秒，按 Ctrl-C 取消$/);
    bar.end();
    expect(written.at(-1)).toBe('\r\u001b[K');
  });

  it('goes without a share where none is known', () => {
    const { out, written } = terminal();
    const bar = createProgressBar(out);
    bar.update('正在读 清单.pdf');
    vi.advanceTimersByTime(1_200);
    expect(written.at(-1)).toMatch(/正在读 清单\.pdf 1 秒，按 Ctrl-C 取消$/);
    bar.end();
  });

  it('stays out of files and pipes', () => {
    const { out, written } = terminal(false);
    const bar = createProgressBar(out);
    bar.update('正在读', 1, 2);
    vi.advanceTimersByTime(5_000);
    bar.end();
    expect(written).toEqual([]);
  });
});
