import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { QingdanError } from '#errors.js';
import { type TrialProgress, type TrialRequest, type TrialResult, trialSteps } from './trial.js';

/** Tries what a proposal would change. */
export type TrialWork = (
  request: TrialRequest,
  onProgress: (progress: TrialProgress) => void,
) => Promise<TrialResult>;

/** Where the sources are run directly, as the tests do, there is no compiled thread to start. */
const FROM_SOURCES = import.meta.url.endsWith('.ts');
/** Far longer than 2,000 questions take; a thread that hangs isn't waited for. */
const MILLISECONDS = 15 * 60_000;
/** Three times what an assistant takes. */
const MEGABYTES = 768;

/** In a thread of its own where the program is compiled, else in this one. */
export const tryApart: TrialWork = (request, onProgress) =>
  FROM_SOURCES ? tryHere(request, onProgress) : inThread(request, onProgress);

/** In this thread, between what else it has to do. */
export const tryHere: TrialWork = async (request, onProgress) => {
  const steps = trialSteps(request);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    onProgress(step.value);
    await new Promise((resolve) => setImmediate(resolve));
  }
};

function inThread(
  request: TrialRequest,
  onProgress: (progress: TrialProgress) => void,
): Promise<TrialResult> {
  const worker = new Worker(fileURLToPath(new URL('./trial-thread.js', import.meta.url)), {
    workerData: request,
    resourceLimits: { maxOldGenerationSizeMb: MEGABYTES },
  });
  const stopped = (cause?: unknown) =>
    new QingdanError('QD-BUSY', '试答没有做完就停了（时间太长或内存不够），请稍后再试', { cause });
  return new Promise<TrialResult>((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(stopped());
      void worker.terminate();
    }, MILLISECONDS);
    worker.on('message', (message: { progress: TrialProgress } | { result: TrialResult }) => {
      if ('progress' in message) onProgress(message.progress);
      else resolve(message.result);
    });
    worker.on('error', (cause) => reject(stopped(cause)));
    worker.on('exit', () => {
      clearTimeout(timer);
      reject(stopped());
    });
  });
}
