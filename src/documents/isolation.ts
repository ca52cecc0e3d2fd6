import { Worker } from 'node:worker_threads';
import { type ErrorCode, QingdanError } from '#errors.js';
import type { Block, FileFormat } from './content.js';
import type { ReadLimits } from './limits.js';
import type { Progress } from './reader.js';
import { READERS } from './readers.js';

/** A file to be read. */
export interface ReadingTask {
  bytes: Uint8Array;
  format: FileFormat;
  limits: ReadLimits;
  progress: Progress;
  signal?: AbortSignal | undefined;
}

/** What the thread is given. */
export interface WorkerTask {
  bytes: Uint8Array;
  format: FileFormat;
  limits: ReadLimits;
}

/** What the thread says. */
export type WorkerMessage =
  | { type: 'progress'; done: number; total: number }
  | { type: 'done'; blocks: Block[] }
  | { type: 'refused'; code: ErrorCode; message: string };

/** How often the memory of the process is looked at, in milliseconds: unpacking fills some 50 MB in that time. */
const WATCH_EVERY = 50;
/** Where the sources are run directly, as the tests do, there is no compiled thread to start. */
const FROM_SOURCES = import.meta.url.endsWith('.ts');

/**
 * Reads a file in a thread of its own. V8 bounds the thread's heap; what lies outside of it (buffers) is watched from
 * here, as the growth of the whole process. Run from the sources, the file is read in this thread.
 * @throws QingdanError QD-FILE-TIME, QD-CANCELLED, and what the reader throws
 */
export function readIsolated(task: ReadingTask): Promise<Block[]> {
  if (FROM_SOURCES) return readHere(task);
  const { bytes, format, limits, progress, signal } = task;
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(cancelled());
      return;
    }
    const workerData: WorkerTask = { bytes, format, limits };
    const worker = new Worker(new URL('./worker.js', import.meta.url), {
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: limits.megabytes, stackSizeMb: 4 },
      // What a library prints belongs to nobody.
      stdout: true,
      stderr: true,
    });
    const before = process.memoryUsage.rss();
    const end = (settle: () => void): void => {
      // Ending the thread makes it exit, which is news only before it has said anything.
      worker.removeAllListeners();
      clearTimeout(timer);
      clearInterval(watch);
      signal?.removeEventListener('abort', onAbort);
      // A thread that is stuck may take long to end; nobody waits for it.
      void worker.terminate();
      settle();
    };
    const onAbort = (): void => end(() => reject(cancelled()));
    const timer = setTimeout(() => end(() => reject(tooSlow(limits))), limits.milliseconds);
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - before > limits.megabytes * 1_000_000) {
        end(() => reject(tooBig(limits)));
      }
    }, WATCH_EVERY);
    signal?.addEventListener('abort', onAbort, { once: true });
    worker.on('message', (message: WorkerMessage) => {
      if (message.type === 'progress') progress(message.done, message.total);
      else if (message.type === 'done') end(() => resolve(message.blocks));
      else end(() => reject(new QingdanError(message.code, message.message)));
    });
    worker.on('error', (cause: NodeJS.ErrnoException) => {
      const outOfMemory = cause.code === 'ERR_WORKER_OUT_OF_MEMORY';
      end(() => reject(outOfMemory ? tooBig(limits, cause) : unreadable(cause)));
    });
    worker.on('exit', () => end(() => reject(unreadable(undefined))));
  });
}

/** Reads a file in this thread, under all limits but time and memory. @throws QingdanError */
export async function readHere({ bytes, format, limits, progress, signal }: ReadingTask): Promise<Block[]> {
  if (signal?.aborted) throw cancelled();
  try {
    return await READERS[format](bytes, limits, progress);
  } catch (cause) {
    throw cause instanceof QingdanError ? cause : unreadable(cause);
  }
}

function unreadable(cause: unknown): QingdanError {
  return new QingdanError('QD-FILE-BROKEN', '文件已损坏，读不出来，请重新取得或另存后再试', { cause });
}

function tooSlow({ milliseconds }: ReadLimits): QingdanError {
  return new QingdanError(
    'QD-FILE-TIME',
    `读文件超过 ${Math.round(milliseconds / 1000)} 秒，已停止，请拆成几个文件后再试`,
  );
}

function tooBig({ megabytes }: ReadLimits, cause?: unknown): QingdanError {
  return new QingdanError(
    'QD-FILE-TIME',
    `读文件用的内存超过 ${megabytes} MB，已停止，请拆成几个文件或去掉图片后再试`,
    { cause },
  );
}

function cancelled(): QingdanError {
  return new QingdanError('QD-CANCELLED', '已取消，什么都没有改动');
}
