/** The thread in which a file is read: takes a `WorkerTask`, answers with `WorkerMessage`s. */
import { parentPort, workerData } from 'node:worker_threads';
import { QingdanError } from '#errors.js';
import { readHere, type WorkerMessage, type WorkerTask } from './isolation.js';

const say = (message: WorkerMessage): void => parentPort?.postMessage(message);
const { bytes, format, limits } = workerData as WorkerTask;

try {
  const progress = (done: number, total: number): void => say({ type: 'progress', done, total });
  say({ type: 'done', blocks: await readHere({ bytes, format, limits, progress }) });
} catch (error) {
  if (!(error instanceof QingdanError)) throw error;
  say({ type: 'refused', code: error.code, message: error.message });
}
