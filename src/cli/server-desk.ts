import type { Answer } from '#answer/index.js';
import type { Recorded } from '#conversation/intent.js';
import type { NoticeDesk } from '#conversation/notice-desk.js';
import type { Question } from '#ruling/index.js';
import type { ServerDesk } from '#server/desk.js';

export interface ServerDeskParts {
  decide(question: Question): Answer;
  notices: NoticeDesk;
  keep(id: string, recorded: Recorded): Promise<void>;
  newId(): string;
  /** YYYY-MM-DD. */
  today(): string;
}

/** Answers programs, and keeps what it answers. */
export function createServerDesk(parts: ServerDeskParts): ServerDesk {
  const { decide, notices, keep, newId, today } = parts;
  return {
    async answer(asked) {
      const question = { ...asked, today: today() };
      const answer = decide(question);
      const id = newId();
      await keep(id, { type: 'answer', answer, question });
      return { id, answer };
    },
    async screen({ notice, region, date = today(), visitor, report }) {
      const { text, source } = await notices.read(notice, visitor);
      const judged = await notices.screen(text, { source, region, date, visitor, report, whole: true });
      const id = newId();
      await keep(id, { type: 'screening', notice: judged });
      return { id, screening: judged.whole ?? new Uint8Array(), report: judged.report };
    },
  };
}
