import { randomUUID } from 'node:crypto';
import { chinaToday } from '#app/assistant.js';
import { openLiveAssistant } from '#app/live-assistant.js';
import { createNoticeDesk } from '#app/notice-desk.js';
import { openTurnReader } from '#app/turns.js';
import { createSessions } from '#channels/sessions.js';
import type { Office, Settings } from '#config/settings.js';
import { createBot } from '#conversation/bot.js';
import type { ChannelContext, Sessions } from '#conversation/channel.js';
import { IDLE, type SavedConversation } from '#conversation/conversations.js';
import { loadIntents } from '#conversation/load-intents.js';
import type { Log } from '#conversation/log.js';
import { packageVersion } from '#package-root.js';
import type { ServerDesk } from '#server/desk.js';
import { createBotMemory } from '#storage/bot-memory.js';
import { openStorage } from '#storage/open.js';
import type { Storage } from '#storage/ports.js';
import { createProbe } from '#storage/probe.js';
import { type StorageSettings, storageSettings } from '#storage/settings.js';
import { startHousekeeping } from './housekeeping.js';
import { createServerDesk } from './server-desk.js';

/** The bot of this process, with what its channels are given. */
export interface OpenBot {
  context: ChannelContext;
  /** For the server's API. */
  desk: ServerDesk;
  /** Conversations of the API. */
  apiSessions: Sessions;
  /** Whether the store takes records now. */
  storeTakes(): Promise<boolean>;
  /** Finishes what is being written and closes the store. */
  close(): Promise<void>;
}

/** Programs that call the API say nothing of whom they ask for. */
const PROGRAM = { channel: 'api', userId: 'api' };

/** The bot on the store that is configured, which is made where there is none. @throws as `openStorage`, `openAssistant` */
export async function openBot(settings: Pick<Settings, 'office' | 'dataDir'>, log: Log): Promise<OpenBot> {
  const stored = storageSettings(process.env, settings.dataDir);
  const storage = await openStorage(stored);
  try {
    return await onStorage(storage, stored, settings.office ?? null, log);
  } catch (error) {
    // An open connection would keep the process that has failed.
    await storage.close();
    throw error;
  }
}

async function onStorage(
  storage: Storage,
  stored: StorageSettings,
  office: Office | null,
  log: Log,
): Promise<OpenBot> {
  const clock = Date.now;
  const today = () => chinaToday(new Date(clock()));
  const act = () => ({ at: new Date(clock()).toISOString(), actor: '服务' });
  const live = await openLiveAssistant(storage, packageVersion(), act());
  const memory = createBotMemory<SavedConversation>(storage, {
    clock,
    idle: IDLE,
    editionOf: (version) => live.editionOf(version),
  });
  const notices = createNoticeDesk(
    () => live.assistant.screener,
    () => live.work,
  );
  const bot = createBot({
    desk: {
      get kb() {
        return live.assistant.kb;
      },
      decide: (question) => live.assistant.decide(question),
      // A service runs for weeks: the day is asked for anew with every question.
      today,
      office,
      feedback: memory.feedback,
      notices,
      turns: openTurnReader(),
      keptDays: stored.retention.questions,
      forget: async (person) => {
        const counts = await storage.users.delete(person, { ...act(), actor: '本人' });
        return Object.values(counts).reduce((sum, count) => sum + count, 0);
      },
    },
    intents: await loadIntents(),
    conversations: memory.conversations,
    events: memory.events,
    records: memory.records,
    logKey: storage.keyFor('logs'),
    log,
  });
  const sessionKey = stored.sessionKey ?? storage.keyFor('sessions');
  const endHousekeeping = startHousekeeping({ live, storage, log, act });
  return {
    context: { bot, log, clock, newId: randomUUID, sessions: createSessions(sessionKey, 'web') },
    apiSessions: createSessions(sessionKey, 'api'),
    storeTakes: createProbe(() => storage.probe(act().at), clock),
    desk: createServerDesk({
      decide: (question) => live.assistant.decide(question),
      notices,
      keep: (id, recorded) => memory.records.keep(id, PROGRAM, recorded),
      newId: randomUUID,
      today,
    }),
    async close() {
      await endHousekeeping();
      await live.close();
      await storage.close();
    },
  };
}
