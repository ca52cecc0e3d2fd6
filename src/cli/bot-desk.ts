import type { LiveAssistant } from '#app/live-assistant.js';
import { createRegisterDesk } from '#app/register-desk.js';
import { createReminderDesk } from '#app/reminder-desk.js';
import { openTurnReader } from '#app/turns.js';
import type { Settings } from '#config/settings.js';
import type { Desk } from '#conversation/intent.js';
import type { NoticeDesk } from '#conversation/notice-desk.js';
import type { WindowDesk } from '#conversation/window-desk.js';
import type { createBotMemory } from '#storage/bot-memory.js';
import type { Storage } from '#storage/ports.js';
import type { StorageSettings } from '#storage/settings.js';
import { admissionsOn } from './admissions-on.js';

export interface DeskParts {
  storage: Storage;
  stored: StorageSettings;
  settings: Pick<Settings, 'office' | 'window' | 'lookback'>;
  live: LiveAssistant;
  memory: Pick<ReturnType<typeof createBotMemory>, 'feedback'>;
  notices: NoticeDesk;
  windowDesk: WindowDesk | null;
  today(): string;
  act(): { at: string; actor: string };
}

/** What the intents turn to, on the store. */
export function deskOn({
  storage,
  stored,
  settings,
  live,
  memory,
  notices,
  windowDesk,
  today,
  act,
}: DeskParts): Desk {
  return {
    get kb() {
      return live.assistant.kb;
    },
    decide: (question) => live.assistant.decide(question),
    // A service runs for weeks: the day is asked for anew with every question.
    today,
    office: settings.office ?? null,
    window: windowDesk,
    reminders: createReminderDesk({
      reminders: storage.reminders,
      now: () => ({ at: act().at, day: today() }),
    }),
    feedback: memory.feedback,
    notices,
    admissions: admissionsOn(storage, live, today),
    registers: createRegisterDesk({ storage, kb: () => live.assistant.kb, now: () => act().at }),
    turns: openTurnReader(),
    keptDays: stored.retention.questions,
    forget: async (person) => {
      const counts = await storage.users.delete(person, { ...act(), actor: '本人' });
      return Object.values(counts).reduce((sum, count) => sum + count, 0);
    },
  };
}
