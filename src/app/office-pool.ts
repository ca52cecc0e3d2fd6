import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import { type ErrorCode, QingdanError } from '#errors.js';
import type { Storage } from '#storage/ports.js';
import type { StorageSettings } from '#storage/settings.js';
import {
  doOfficeTask,
  type OfficeResults,
  type OfficeTask,
  type OfficeWork,
  officeWork,
} from './office-work.js';

/** What the thread answers: an error would lose its class on the way. */
export type OfficeOutcome =
  | { type: 'done'; result: OfficeResults[OfficeTask['type']] }
  | { type: 'refused'; code: ErrorCode; message: string };

/** Milliseconds of one work: a look-back over a year of a district takes up to thirty seconds on a quiet machine. */
const LONGEST = 120_000;
const MEGABYTES = 768;
const IDLE = 5 * 60_000;
/** Where the sources are run directly, as the tests do, there is no compiled thread to start. */
const FROM_SOURCES = import.meta.url.endsWith('.ts');

/** Heavy works on the records in a thread of their own, which opens the store once more; it starts with the first. */
export function openOfficeWork(storage: Storage, settings: StorageSettings): OfficeWork {
  if (FROM_SOURCES) return officeWork((task) => doOfficeTask(storage, task));
  const pool = new Piscina<OfficeTask, OfficeOutcome>({
    filename: fileURLToPath(new URL('./office-thread.js', import.meta.url)),
    workerData: settings,
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: IDLE,
    resourceLimits: { maxOldGenerationSizeMb: MEGABYTES },
  });
  // A thread that dies between two works is replaced by the next one; a work that dies with it is told of by `run`.
  pool.on('error', () => undefined);
  return officeWork(
    async (task) => {
      const signal = AbortSignal.timeout(LONGEST);
      const outcome = await pool.run(task, { signal }).catch((cause: NodeJS.ErrnoException) => {
        if (signal.aborted || cause.code === 'ERR_WORKER_OUT_OF_MEMORY') {
          throw new QingdanError(
            'QD-BUSY',
            '用的时间或内存太多，已停止，请缩小时间和地区范围，或者把文件拆开再试',
            {
              cause,
            },
          );
        }
        throw cause;
      });
      if (outcome.type === 'refused') throw new QingdanError(outcome.code, outcome.message);
      return outcome.result as OfficeResults[(typeof task)['type']];
    },
    () => pool.close(),
  );
}
