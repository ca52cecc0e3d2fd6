import type { Answer } from '#answer/index.js';
import type { Recorded } from '#conversation/intent.js';
import type { NoticeDesk } from '#conversation/notice-desk.js';
import type { Question } from '#ruling/index.js';
import type { ServerDesk } from '#server/desk.js';

export interface ServerDeskParts {
  decide(question: Question): Answer;
  trace(question: Question): Record<string, unknown>;
  notices: NoticeDesk;
  keep(id: string, recorded: Recorded): Promise<void>;
  newId(): string;
  /** YYYY-MM-DD. */
  today(): string;
}

/** Answers programs, and keeps what it answers. */
export function createServerDesk(parts: ServerDeskParts): ServerDesk {
  const { decide, trace, notices, keep, newId, today } = parts;
  return {
    async answer(asked) {
      const question = { ...asked, today: today() };
      const answer = decide(question);
      const id = newId();
      await keep(id, { type: 'answer', answer, question });
      return { id, answer };
    },
    explain(asked) {
      const question = { ...asked, today: today() };
      return { answer: decide(question), trace: trace(question) };
    },
    async screen({ notice, region, date = today(), visitor, report, sender, corrections, earlier }) {
      const { text, source } = await notices.read(notice, visitor);
      const scope = { source, region, date, visitor, report, sender, corrections, whole: true };
      const judged = await notices.screen(text, scope);
      const id = newId();
      await keep(id, { type: 'screening', notice: judged, earlier });
      const { whole, report: written, letters } = judged;
      return { id, text, screening: whole ?? new Uint8Array(), report: written, letters };
    },
  };
}
