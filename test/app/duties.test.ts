import { describe, expect, it, vi } from 'vitest';
import { createDuties } from '#app/duties.js';
import { QingdanError } from '#errors.js';
import type { Counts, Job } from '#storage/ports.js';

const NOTHING = {
  questions: 0,
  feedback: 0,
  conversations: 0,
  screenings: 0,
  events: 0,
  shared: 0,
} as Counts;
const START = Date.parse('2026-11-23T01:00:00.000Z');
const MINUTE = 60_000;

/** Duties over jobs that are done as soon as they are put, each once. */
function duties(due: Counts, purge: () => Promise<Counts> = async () => due) {
  const work = new Map<string, (job: Job) => Promise<void>>();
  const done = new Set<string>();
  const purging = vi.fn(purge);
  const digestAnswers = vi.fn(async () => true);
  const [onDone, onDoubt] = [vi.fn(), vi.fn()];
  const act = () => ({ at: new Date(START).toISOString(), actor: '服务' });
  const jobs = {
    work: async (name: string, handler: (job: Job) => Promise<void>) => void work.set(name, handler),
    send: async (job: Job) => {
      if (done.has(`${job.name} ${job.id}`)) return;
      done.add(`${job.name} ${job.id}`);
      if (job.name === 'purge' || job.name === 'answer-digest') await work.get(job.name)?.(job);
    },
  };
  const storage = { retention: { due: async () => due, purge: purging }, audit: { digestAnswers } };
  const window = { moment: () => ({ day: '2026-11-23' }) };
  const made = createDuties({ storage, jobs, window, act, onDone, onDoubt } as never);
  return { ...made, purging, digestAnswers, onDone, onDoubt };
}

describe('what a service does by itself', () => {
  it('deletes nothing in its first minutes, then what is due every hour', async () => {
    const { start, put, purging, onDone } = duties({ ...NOTHING, questions: 2 });
    await start();
    for (let minute = 0; minute < 10; minute++) await put(START + minute * MINUTE);
    expect(purging).not.toHaveBeenCalled();
    for (let minute = 10; minute < 130; minute++) await put(START + minute * MINUTE);
    expect(purging).toHaveBeenCalledTimes(3);
    expect(onDone).toHaveBeenCalledWith('records-purged');
  });

  it('leaves no row where nothing is due', async () => {
    const { start, put, purging } = duties(NOTHING);
    await start();
    await put(START);
    await put(START + 70 * MINUTE);
    expect(purging).not.toHaveBeenCalled();
  });

  it('says once why it deletes nothing, where something speaks against it', async () => {
    const { start, put, purging, onDoubt } = duties({ ...NOTHING, questions: 2 }, () =>
      Promise.reject(new QingdanError('QD-PURGE', '时钟不对')),
    );
    await start();
    for (let hour = 0; hour < 4; hour++) await put(START + hour * 60 * MINUTE);
    expect(purging).toHaveBeenCalledTimes(3);
    expect(onDoubt.mock.calls).toEqual([['时钟不对']]);
  });

  it('writes down every hour what answers there are', async () => {
    const { start, put, digestAnswers } = duties(NOTHING);
    await start();
    for (let minute = 0; minute < 120; minute += 10) await put(START + minute * MINUTE);
    expect(digestAnswers).toHaveBeenCalledTimes(2);
  });
});
