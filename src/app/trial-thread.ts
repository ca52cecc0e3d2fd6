/** A thread that tries one proposal, tells how far it is, and ends. */
import { parentPort, workerData } from 'node:worker_threads';
import { type TrialRequest, trialSteps } from './trial.js';

// nodejieba keeps its dictionary outside of any thread; the other library cuts the same words.
const steps = trialSteps(workerData as TrialRequest, { prefer: 'node-rs' });
for (;;) {
  const step = steps.next();
  parentPort?.postMessage(step.done ? { result: step.value } : { progress: step.value });
  if (step.done) break;
}
