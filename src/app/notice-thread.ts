/** A thread that judges notices: opens an assistant of its own once, then does a `NoticeTask` after the other. */
import { workerData } from 'node:worker_threads';
import { QingdanError } from '#errors.js';
import { openAssistant } from './assistant.js';
import type { NoticeOutcome, NoticeTask, ThreadData } from './notice-pool.js';
import { judged } from './notice-work.js';

const { office, today, templates } = workerData as ThreadData;
// nodejieba keeps its dictionary outside of any thread; the other library cuts the same words.
const { screener } = openAssistant({ office, today, prefer: 'node-rs' });

/** An error would lose its class on the way to the other thread, so what was refused is told as data. */
export default async function work({ text, scope }: NoticeTask): Promise<NoticeOutcome> {
  try {
    return { type: 'judged', notice: await judged(screener.screen(text, scope), scope, templates) };
  } catch (error) {
    if (error instanceof QingdanError) return { type: 'refused', code: error.code, message: error.message };
    throw error;
  }
}
