import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import type { Screener } from '#answer/index.js';
import type { LetterTemplates } from '#answer/letters/index.js';
import type { JudgedNotice } from '#conversation/notice-desk.js';
import { type ErrorCode, QingdanError } from '#errors.js';
import { readLetterTemplates } from './lexicon.js';
import { type NoticeWork, type WorkScope, workHere } from './notice-work.js';
import type { OfficeLists } from './open.js';

/** What a thread is given when it starts. */
export interface ThreadData {
  office: OfficeLists;
  today: string;
  templates: LetterTemplates;
}

/** What a thread is asked. */
export interface NoticeTask {
  text: string;
  scope: WorkScope;
}

/** What a thread answers. */
export type NoticeOutcome =
  | { type: 'judged'; notice: JudgedNotice }
  | { type: 'refused'; code: ErrorCode; message: string };

export interface PoolOptions extends Omit<ThreadData, 'templates'> {
  /** Sentences of letters. Default: `readLetterTemplates`, so that a faulty file is told of at start. */
  templates?: LetterTemplates | undefined;
  /** Default: one per core less one, which answers questions meanwhile; at least one. */
  threads?: number | undefined;
  /**
   * Of one notice with its report, and the opening of a thread's assistant. Default: 60 s; forty dense pages take up to
   * twenty.
   */
  milliseconds?: number | undefined;
  /** Of one thread's heap. Default: 512, three times what an assistant takes. */
  megabytes?: number | undefined;
}

/** Milliseconds that an idle thread is kept: opening another takes a second. */
const IDLE = 10 * 60_000;
/** Where the sources are run directly, as the tests do, there is no compiled thread to start. */
const FROM_SOURCES = import.meta.url.endsWith('.ts');

/** The work in threads where the program is compiled, else in this one. */
export const openNoticeWork = (screener: () => Screener, options: PoolOptions): NoticeWork =>
  FROM_SOURCES ? workHere(screener) : createNoticePool(options);

/** Judges notices in threads of their own with bounded time and memory. No thread starts before the first notice. */
export function createNoticePool({
  office,
  today,
  templates = readLetterTemplates(),
  threads = Math.max(1, availableParallelism() - 1),
  milliseconds = 60_000,
  megabytes = 512,
}: PoolOptions): NoticeWork {
  const pool = new Piscina<NoticeTask, NoticeOutcome>({
    filename: fileURLToPath(new URL('./notice-thread.js', import.meta.url)),
    workerData: { office, today, templates } satisfies ThreadData,
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: IDLE,
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  });

  // A thread that dies between two works is replaced by the next one; a work that dies with it is told of by `run`.
  pool.on('error', () => undefined);

  return {
    async screen(text, { visitor: _visitor, ...scope }: WorkScope & { visitor?: string }) {
      const signal = AbortSignal.timeout(milliseconds);
      const outcome = await pool.run({ text, scope }, { signal }).catch((cause: NodeJS.ErrnoException) => {
        if (signal.aborted || cause.code === 'ERR_WORKER_OUT_OF_MEMORY') throw tooMuch(milliseconds, cause);
        throw cause;
      });
      if (outcome.type === 'refused') throw new QingdanError(outcome.code, outcome.message);
      return outcome.notice;
    },
    atOnce: threads,
    close: () => pool.close(),
  };
}

function tooMuch(milliseconds: number, cause: unknown): QingdanError {
  const seconds = Math.round(milliseconds / 1000);
  return new QingdanError(
    'QD-FILE-TIME',
    `研判用的时间超过 ${seconds} 秒或内存太多，已停止，请拆成几份再发`,
    { cause },
  );
}
