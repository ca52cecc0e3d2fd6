import { createNoticeDesk } from '#app/notice-desk.js';
import { createServerDesk } from '#cli/server-desk.js';
import type { Recorded } from '#conversation/intent.js';
import { checkQuestion } from '#ruling/index.js';
import type { ServerDesk } from '#server/desk.js';
import { shippedScreener } from '../../support/screener.js';
import { ANSWER } from './answer.js';

/** The real desk over a decider that knows one answer; `kept` is what it has kept, by id. */
export function answeringDesk(decide = answering): ServerDesk & { kept: Map<string, Recorded> } {
  const kept = new Map<string, Recorded>();
  let ids = 0;
  const desk = createServerDesk({
    decide,
    trace: () => ({ cases: [] }),
    notices: createNoticeDesk(shippedScreener),
    async keep(id, recorded) {
      kept.set(id, recorded);
    },
    newId: () => `r${++ids}`,
    today: () => '2026-11-23',
  });
  return { ...desk, kept };
}

function answering(question: { text: string }) {
  return { ...ANSWER, question: checkQuestion(question).text };
}
