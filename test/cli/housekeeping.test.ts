import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startHousekeeping } from '#cli/housekeeping.js';
import { QingdanError } from '#errors.js';
import { recordingLog } from '../conversation/parts.js';

function housekeeping(
  refresh: () => Promise<boolean> = async () => false,
  start: () => Promise<void> = async () => undefined,
) {
  const log = recordingLog();
  const watchers: (() => void)[] = [];
  const digestAnswers = vi.fn(async () => true);
  const duties = { start: vi.fn(start), put: vi.fn(async () => undefined) };
  const hooks = { deliver: vi.fn(async () => undefined) };
  const jobs = { stop: vi.fn(async () => undefined) };
  const end = startHousekeeping({
    live: { assistant: { kb: { version: 'v2' } }, refresh } as never,
    storage: {
      watch: (onChange) => {
        watchers.push(onChange);
        return { stop: async () => undefined };
      },
      audit: { digestAnswers } as never,
    },
    duties,
    jobs,
    hooks,
    log,
    clock: Date.now,
    act: () => ({ at: '2026-11-23T01:00:00.000Z', actor: '服务' }),
  });
  return {
    log,
    duties,
    hooks,
    jobs,
    digestAnswers,
    end,
    tell: () => watchers.forEach((watcher) => void watcher()),
  };
}

describe('a running service', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('begins to take jobs once, and puts what is due when it starts and every minute', async () => {
    const { duties, jobs, end } = housekeeping();
    await vi.advanceTimersByTimeAsync(0);
    expect(duties.put).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(120_000);
    expect(duties.put).toHaveBeenCalledTimes(3);
    expect(duties.start).toHaveBeenCalledTimes(1);
    await end();
    expect(jobs.stop).toHaveBeenCalledTimes(1);
  });

  it('tries to begin again where the queue can’t be reached', async () => {
    const start = vi
      .fn(async () => undefined)
      .mockRejectedValueOnce(new QingdanError('QD-STORAGE', '连不上'));
    const { duties, log, end } = housekeeping(undefined, start);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(start).toHaveBeenCalledTimes(2);
    expect(duties.put).toHaveBeenCalledTimes(1);
    expect(log.lines.map(({ event }) => event)).toEqual(['QD-STORAGE']);
    await end();
  });

  it('looks at once when the store tells of something, and once more for what came while it looked', async () => {
    const refresh = vi.fn(async () => false);
    const { tell, hooks, end } = housekeeping(refresh);
    tell();
    tell();
    tell();
    await vi.advanceTimersByTimeAsync(0);
    expect(refresh).toHaveBeenCalledTimes(2);
    expect(hooks.deliver).toHaveBeenCalledTimes(2);
    await end();
  });

  it('writes down, when it ends, what answers there are', async () => {
    const { digestAnswers, end } = housekeeping();
    await end();
    expect(digestAnswers).toHaveBeenCalledTimes(1);
  });

  it('takes up new lists, and tries again after a failure, which it logs by its code', async () => {
    const refresh = vi.fn(async () => true).mockRejectedValueOnce(new QingdanError('QD-STORAGE', '连不上'));
    const { log, end } = housekeeping(refresh);
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
