import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { pauseAfter } from '#storage/jobs/table-jobs.js';
import type { Job, JobOptions, JobQueue, Storage } from '#storage/ports.js';
import { at, document } from './support/records.js';
import { onEveryStore } from './support/stores.js';

const queues: JobQueue[] = [];
afterEach(async () => {
  await Promise.all(queues.splice(0).map((queue) => queue.stop()));
});

/** A queue of one program, with quick looks and a short lease. */
function queueOn(storage: Storage, different: Partial<JobOptions> = {}): JobQueue & { faults: unknown[] } {
  const faults: unknown[] = [];
  const options = { leaseSeconds: 2, pollSeconds: 0.1, backoffSeconds: 1, ...different };
  const queue = storage.jobs({ clock: Date.now, onError: (error) => faults.push(error), ...options });
  queues.push(queue);
  return { ...queue, faults };
}

const job = (id: string): Job => ({ id, name: 'case-sweep', data: { id } });

async function until(holds: () => boolean, milliseconds = 10_000): Promise<void> {
  const end = Date.now() + milliseconds;
  while (!holds() && Date.now() < end) await pause(20);
  expect(holds()).toBe(true);
}

onEveryStore(
  'jobs',
  (fresh) => {
    it('are each done once by one of two programs, however often they are sent', async () => {
      const { storage, open } = await fresh();
      const done: string[] = [];
      const [one, two] = [queueOn(storage), queueOn(await open())];
      for (const queue of [one, two]) {
        for (let i = 0; i < 10; i++) await queue.send(job(`j${i}`));
        await queue.work('case-sweep', async ({ id }) => {
          done.push(id);
        });
      }
      await until(() => done.length >= 10);
      await pause(400);
      expect(done.sort()).toEqual(Array.from({ length: 10 }, (_, i) => `j${i}`));
      expect([...one.faults, ...two.faults]).toEqual([]);
    });

    it('wait for their time, and are tried again after a failure', async () => {
      const { storage } = await fresh();
      const tried: string[] = [];
      const queue = queueOn(storage);
      await queue.send(job('later'), new Date(Date.now() + 3600_000).toISOString());
      await queue.send(job('fails-once'));
      await queue.work('case-sweep', async ({ id }) => {
        tried.push(id);
        if (tried.length === 1) throw new Error('on purpose');
      });
      await until(() => tried.length === 2);
      expect(tried).toEqual(['fails-once', 'fails-once']);
      expect(queue.faults).toHaveLength(1);
    });

    it('of a program that hangs go to another once the lease is over', async () => {
      const { storage, open } = await fresh();
      let hung = 0;
      const done: string[] = [];
      let letGo = () => undefined as unknown;
      const hangs = queueOn(storage);
      await hangs.send(job('a'));
      await hangs.work('case-sweep', async () => {
        hung++;
        await new Promise<void>((resolve) => {
          letGo = resolve;
        });
      });
      await until(() => hung === 1);
      await queueOn(await open()).work('case-sweep', async ({ id }) => {
        done.push(id);
      });
      await until(() => done.length === 1, 15_000);
      letGo();
    });
  },
  ['better-sqlite3', 'PostgreSQL'],
);

onEveryStore(
  'whoever watches the store',
  (fresh) => {
    it('hears within two seconds of what another program has loaded', async () => {
      const { storage, open } = await fresh();
      let heard = 0;
      const watch = storage.watch(() => {
        heard++;
      });
      await until(() => heard === 1);
      const other = await open();
      const act = { at: at(0), actor: '示例街道', source: '清单.xlsx' };
      await other.lists.publish([document('a', ['甲'])], act);
      await until(() => heard >= 2, 2000);
      await watch.stop();
    });
  },
  ['better-sqlite3', 'PostgreSQL'],
);

describe('the pause before another attempt', () => {
  it('doubles', () => {
    expect([1, 2, 3, 10].map((attempts) => pauseAfter(attempts, 5))).toEqual([5, 10, 20, 2560]);
  });
});
