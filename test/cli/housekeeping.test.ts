import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startHousekeeping } from '#cli/housekeeping.js';
import { QingdanError } from '#errors.js';
import type { Counts } from '#storage/ports.js';
import { recordingLog } from '../conversation/parts.js';

const NONE: Counts = { questions: 0, feedback: 0, conversations: 0, screenings: 0, events: 0 };
const MINUTE = 60_000;

function housekeeping(
  due: Counts,
  {
    refresh = async () => false,
    purge = vi.fn(async () => due),
  }: { refresh?: () => Promise<boolean>; purge?: () => Promise<Counts> } = {},
) {
  const log = recordingLog();
  const digestAnswers = vi.fn(async () => true);
  const end = startHousekeeping({
    live: { assistant: { kb: { version: 'v2' } }, refresh } as never,
    storage: { retention: { due: async () => due, purge }, audit: { digestAnswers } as never },
    log,
    act: () => ({ at: '2026-11-23T01:00:00.000Z', actor: '服务' }),
  });
  return { log, purge, digestAnswers, end };
}

describe('a running service', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('deletes nothing in its first minutes, then what is due every hour, and leaves no row where nothing is', async () => {
    const { purge, end } = housekeeping({ ...NONE, questions: 2 });
    await vi.advanceTimersByTimeAsync(9 * MINUTE);
    expect(purge).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(purge).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(50 * MINUTE);
    expect(purge).toHaveBeenCalledTimes(2);
    await end();
    const idle = housekeeping(NONE);
    await vi.advanceTimersByTimeAsync(60 * MINUTE);
    expect(idle.purge).not.toHaveBeenCalled();
    await idle.end();
  });

  it('says once why it deletes nothing, where something speaks against it', async () => {
    const purge = vi.fn(() => Promise.reject(new QingdanError('QD-PURGE', '时钟不对')));
    const { log, end } = housekeeping({ ...NONE, questions: 2 }, { purge });
    await vi.advanceTimersByTimeAsync(180 * MINUTE);
    expect(purge).toHaveBeenCalledTimes(4);
    expect(log.lines).toMatchObject([{ level: 'warn', event: 'QD-PURGE', fields: { reason: '时钟不对' } }]);
    await end();
  });

  it('writes down every hour, and when it ends, what answers there are', async () => {
    const { digestAnswers, end } = housekeeping(NONE);
    await vi.advanceTimersByTimeAsync(60 * MINUTE);
    expect(digestAnswers).toHaveBeenCalledTimes(1);
    await end();
    expect(digestAnswers).toHaveBeenCalledTimes(2);
  });

  it('takes up new lists, and tries again after a failure, which it logs by its code', async () => {
    const refresh = vi.fn(async () => true).mockRejectedValueOnce(new QingdanError('QD-STORAGE', '连不上'));
    const { log, end } = housekeeping(NONE, { refresh });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(log.lines.map(({ level, event }) => [level, event])).toEqual([
      ['error', 'QD-STORAGE'],
      ['info', 'lists-reloaded'],
    ]);
    await end();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(refresh).toHaveBeenCalledTimes(2);
  });
});
