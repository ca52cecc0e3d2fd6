import type { Access } from '../group-commit.js';
import type { Storage } from '../ports.js';
import { createBossJobs } from './boss-jobs.js';
import { JOB_NAMES } from './names.js';
import { createJobQueue } from './queue.js';
import { createTableJobs } from './table-jobs.js';
import { watchPostgres, watchSqlite } from './watch.js';

/** Jobs and changes of one store: pg-boss and LISTEN on PostgreSQL, a table and a look at it on SQLite. */
export function jobsOn(
  access: Access,
  databaseUrl: string | undefined,
  description: string,
): Pick<Storage, 'jobs' | 'watch'> {
  return {
    jobs: (options) => {
      const store =
        databaseUrl === undefined
          ? createTableJobs(access, options)
          : createBossJobs(databaseUrl, description, options);
      return createJobQueue(store, options, JOB_NAMES);
    },
    watch: (onChange) =>
      databaseUrl === undefined ? watchSqlite(access, onChange) : watchPostgres(databaseUrl, onChange),
  };
}
