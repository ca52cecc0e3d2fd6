import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startHousekeeping } from '#cli/housekeeping.js';
import { QingdanError } from '#errors.js';
import type { Counts } from '#storage/ports.js';
import { recordingLog } from '../conversation/parts.js';

const NONE: Counts = {
  questions: 0,
  feedback: 0,
  conversations: 0,
  screenings: 0,
  events: 0,
  cases: 0,
  reminders: 0,
};

function housekeeping(due: Counts, refresh: () => Promise<boolean> = async () => false) {
  const log = recordingLog();
  const purge = vi.fn(async () => due);
  const end = startHousekeeping({
    live: { assistant: { kb: { version: 'v2' } }, refresh } as never,
    storage: { retention: { due: async () => due, purge } },
    log,
    act: () => ({ at: '2026-11-23T01:00:00.000Z', actor: '服务' }),
  });
  return { log, purge, end };
}

describe('a running service', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('deletes what is due when it starts and every hour, and leaves no row where nothing is', async () => {
    const { purge, end } = housekeeping({ ...NONE, questions: 2 });
    await vi.advanceTimersByTimeAsync(0);
    expect(purge).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(3600_000);
    expect(purge).toHaveBeenCalledTimes(2);
    await end();
    const idle = housekeeping(NONE);
    await vi.advanceTimersByTimeAsync(3600_000);
    expect(idle.purge).not.toHaveBeenCalled();
    await idle.end();
  });

  it('takes up new lists, and tries again after a failure, which it logs by its code', async () => {
    const refresh = vi.fn(async () => true).mockRejectedValueOnce(new QingdanError('QD-STORAGE', '连不上'));
    const { log, end } = housekeeping(NONE, refresh);
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
