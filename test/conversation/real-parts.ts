import { createAdmissionCounter } from '#app/admission-counter.js';
import { createNoticeDesk } from '#app/notice-desk.js';
import { createRegisterDesk } from '#app/register-desk.js';
import type { Bot } from '#conversation/channel.js';
import type { Desk } from '#conversation/intent.js';
import { CONVERSATION_DAY } from './day.js';
import { memoryWindow } from './memory-window.js';
import { fakeDesk, testBot } from './parts.js';
import { realAssistant } from './real-assistant.js';

/** A desk with the real knowledge and decision. */
export function realDesk(): Desk {
  const assistant = realAssistant();
  return fakeDesk({
    kb: assistant.kb,
    decide: (question) => assistant.decide(question),
    today: () => CONVERSATION_DAY,
    notices: createNoticeDesk(() => assistant.screener),
    window: memoryWindow(
      () => assistant,
      () => CONVERSATION_DAY,
    ),
    admissions: createAdmissionCounter({
      kb: () => assistant.kb,
      screener: () => assistant.screener,
      today: () => CONVERSATION_DAY,
      store: null,
    }),
    registers: createRegisterDesk({
      storage: null,
      kb: () => assistant.kb,
      now: () => `${CONVERSATION_DAY}T01:00:00.000Z`,
    }),
  });
}

/** The bot as people meet it, with ids that are the same in every run. */
export const realBot = (): Promise<Bot> => testBot({ desk: realDesk() });
