import type { Screener, ScreeningProgress } from '../answer/index.js';
import { writeReport } from '../answer/report/index.js';
import { createTurnQueue } from '../bot/turn-queue.js';
import { READ_LIMITS } from '../documents/limits.js';
import { readText } from '../documents/text.js';
import type { NoticeDesk } from '../intents/support/notice-desk.js';

/** A notice has a few pages: one that takes longer to read isn't one, and others wait behind it. */
const LIMITS = { ...READ_LIMITS, milliseconds: 10_000 };

/** The desk of a service for whole notices. @param screener the one to ask now */
export function createNoticeDesk(screener: () => Screener): NoticeDesk {
  // Reading may take 300 MB for a while and judging half the processor: one file and one notice at a time, whoever
  // sends them, so that questions are answered meanwhile.
  const queue = createTurnQueue();
  return {
    isNotice: (text) => screener().isNotice(text),
    read: async (notice) => {
      if ('text' in notice) return { text: notice.text, source: '直接发来的文字' };
      const { file } = notice;
      return queue.run('read', async () => {
        const { text } = await readText(await file.read(), file.name, { limits: LIMITS });
        return { text, source: file.name };
      });
    },
    screen: (text, scope) => queue.run('screen', () => inTurns(screener().steps(text, scope))),
    report: (screening) => writeReport(screening, '.docx'),
  };
}

/** Judges task by task and lets the other conversations of the process go on between. */
async function inTurns<T>(steps: Generator<ScreeningProgress, T>): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
