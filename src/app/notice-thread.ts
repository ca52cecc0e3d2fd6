/** A thread that judges notices: opens an assistant of its own once, then does a `NoticeTask` after the other. */
import { workerData } from 'node:worker_threads';
import { sendLetters } from '#answer/letters/index.js';
import { writeReport } from '#answer/report/index.js';
import { QingdanError } from '#errors.js';
import { openAssistant } from './assistant.js';
import type { NoticeOutcome, NoticeTask, ThreadData } from './notice-pool.js';

const { office, today, templates } = workerData as ThreadData;
// nodejieba keeps its dictionary outside of any thread; the other library cuts the same words.
const { screener } = openAssistant({ office, today, prefer: 'node-rs' });

/** An error would lose its class on the way to the other thread, so what was refused is told as data. */
export default async function work(task: NoticeTask): Promise<NoticeOutcome> {
  try {
    if (task.type === 'report') {
      return { type: 'report', bytes: await writeReport(task.screening, task.format) };
    }
    if (task.type === 'letters') {
      return { type: 'letters', letters: await sendLetters(task.screening, task.sender, templates) };
    }
    return { type: 'screening', screening: screener.screen(task.text, task.options) };
  } catch (error) {
    if (error instanceof QingdanError) return { type: 'refused', code: error.code, message: error.message };
    throw error;
  }
}
