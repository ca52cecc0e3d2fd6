import { createHash } from 'node:crypto';
import type PgBoss from 'pg-boss';
import { storageFault } from '../faults.js';
import { type Job, type JobOptions, type JobStore, MOST_ATTEMPTS } from './port.js';

/** The schema that pg-boss makes and keeps to. */
export const JOBS_SCHEMA = 'qingdan_jobs';
/** Connections beside those of the store. */
const MOST_CONNECTIONS = 2;

/** What a job carries besides its own data: pg-boss names jobs by UUID. */
interface Carried {
  id: string;
  data: Job['data'];
}

/**
 * Jobs on PostgreSQL by pg-boss 10, the last that runs on Node 20. Its own workers aren't used: they don't wait until a
 * job is marked as done, and what fails there ends the process.
 * @param where names the database in messages
 */
export function createBossJobs(
  url: string,
  where: string,
  { onError, leaseSeconds = 60, backoffSeconds = 5 }: JobOptions,
): JobStore {
  let boss: PgBoss | null = null;
  /** The library is loaded by whoever has jobs, and by no command. */
  const started = async (names: readonly string[]): Promise<void> => {
    const { default: Boss } = await import('pg-boss');
    const starting = new Boss({
      connectionString: url,
      schema: JOBS_SCHEMA,
      application_name: 'qingdan jobs',
      max: MOST_CONNECTIONS,
      schedule: false,
      // A lease that is over is noticed within a quarter of its length.
      maintenanceIntervalSeconds: Math.max(1, Math.round(leaseSeconds / 4)),
    });
    // A connection that breaks is made anew; without a listener it would end the process.
    starting.on('error', (error) => onError(error, null));
    await starting.start();
    for (const name of names) await starting.createQueue(name);
    boss = starting;
  };
  const asking = async <T>(work: (queue: PgBoss) => Promise<T>): Promise<T> => {
    if (boss === null) throw new Error('jobs are asked for before their start');
    try {
      return await work(boss);
    } catch (error) {
      throw storageFault(where, error);
    }
  };
  return {
    async start(names) {
      try {
        await started(names);
      } catch (error) {
        throw storageFault(where, error);
      }
    },
    put: ({ id, name, data }, at) =>
      asking(async (queue) => {
        await queue.send(name, { id, data } satisfies Carried, {
          id: uuidOf(name, id),
          startAfter: at,
          retryLimit: MOST_ATTEMPTS - 1,
          retryDelay: backoffSeconds,
          retryBackoff: true,
          expireInSeconds: leaseSeconds,
        });
      }),
    take: (name) =>
      asking(async (queue) => {
        const [job] = await queue.fetch<Carried>(name);
        return job === undefined ? null : { id: job.data.id, name, data: job.data.data };
      }),
    done: ({ name, id }) => asking((queue) => queue.complete(name, uuidOf(name, id))),
    failed: ({ name, id }, reason) => asking((queue) => queue.fail(name, uuidOf(name, id), { reason })),
    stop: async () => {
      await boss?.stop({ graceful: false, wait: true });
    },
  };
}

/** A UUID (version 8, of one's own making: RFC 9562) that the same job always has. */
function uuidOf(name: string, id: string): string {
  const hex = createHash('sha256').update(`${name}\n${id}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
