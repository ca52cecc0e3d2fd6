/** A thread that does the heavy works on an office's records, on a connection of its own. */
import { workerData } from 'node:worker_threads';
import { QingdanError } from '#errors.js';
import { openStorage } from '#storage/open.js';
import type { StorageSettings } from '#storage/settings.js';
import type { OfficeOutcome } from './office-pool.js';
import { doOfficeTask, type OfficeTask } from './office-work.js';

const storage = await openStorage(workerData as StorageSettings, { mustExist: true });

export default async function work(task: OfficeTask): Promise<OfficeOutcome> {
  try {
    // nodejieba keeps its dictionary outside of any thread; the other library cuts the same words.
    return { type: 'done', result: await doOfficeTask(storage, task, 'node-rs') };
  } catch (error) {
    if (error instanceof QingdanError) return { type: 'refused', code: error.code, message: error.message };
    throw error;
  }
}
