import { availableParallelism } from 'node:os';
import type { Screener } from '#answer/index.js';
import { letterFiles } from '#answer/letters/index.js';
import { charterDocx, reviewCharter } from '#charter/index.js';
import type { NoticeDesk } from '#conversation/notice-desk.js';
import { plainText } from '#documents/content.js';
import { READ_LIMITS } from '#documents/limits.js';
import { readFileContent } from '#documents/read.js';
import { createFairQueue } from './fair-queue.js';
import { readCharterRules, readLetterTemplates } from './lexicon.js';
import { refuseList } from './list-file.js';
import { type NoticeWork, workHere } from './notice-work.js';

/** A notice has a few pages: one that takes longer to read isn't one, and others wait behind it. */
const LIMITS = { ...READ_LIMITS, milliseconds: 10_000 };
/** Files read at once, each in a thread of its own; two at least, so that one visitor's slow file leaves room. */
const READ_AT_ONCE = Math.max(2, availableParallelism() - 1);
/** Files fetched from platforms at once, each 20 MB at most. */
const FETCHED_AT_ONCE = 6;

/**
 * The desk of a service for whole notices. Files and notices are taken in turns of their visitors.
 * @param screener the one to ask now
 * @param work where notices are judged now. Default: in this thread
 */
export function createNoticeDesk(
  screener: () => Screener,
  work: () => NoticeWork = inThisThread(screener),
): NoticeDesk & { length(): number } {
  const fetching = createFairQueue({ atOnce: FETCHED_AT_ONCE });
  const reading = createFairQueue({ atOnce: READ_AT_ONCE });
  const judging = createFairQueue({ atOnce: work().atOnce });
  const rules = readCharterRules();
  const templates = readLetterTemplates();
  return {
    charterRules: rules,
    length: () => fetching.length() + reading.length() + judging.length(),
    isNotice: (text) => screener().isNotice(text),
    read: async (notice, visitor) => {
      if ('text' in notice) return { text: notice.text, source: '直接发来的文字' };
      const { file } = notice;
      const bytes = await fetching.run(visitor, () => file.read());
      const content = await reading.run(visitor, () => readFileContent(bytes, file.name, { limits: LIMITS }));
      refuseList(content, file.name);
      return { text: plainText(content), source: file.name };
    },
    screen: (text, scope) => judging.run(scope.visitor, () => work().screen(text, scope)),
    review: (text, date, visitor) =>
      judging.run(visitor, async () => {
        const review = reviewCharter(text, rules, date);
        return { review, report: await charterDocx(review) };
      }),
    // A page or two: written here, in the turn of the visitor.
    letters: (screening, sender, visitor) =>
      judging.run(visitor, () => letterFiles(screening, sender, templates)),
  };
}

function inThisThread(screener: () => Screener): () => NoticeWork {
  const work = workHere(screener);
  return () => work;
}
