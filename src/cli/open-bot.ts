import { createHmac, randomUUID } from 'node:crypto';
import { createAdmissionCounter } from '#app/admission-counter.js';
import { chinaToday } from '#app/assistant.js';
import { type LiveAssistant, openLiveAssistant } from '#app/live-assistant.js';
import { readMatters } from '#app/matters.js';
import { createNoticeDesk } from '#app/notice-desk.js';
import { openOfficeWork } from '#app/office-pool.js';
import { createRegisterDesk } from '#app/register-desk.js';
import { openTurnReader } from '#app/turns.js';
import { createWindow, readLimits } from '#app/window.js';
import { createWindowDesk } from '#app/window-desk.js';
import { BLANK } from '#cases/papers/index.js';
import { createSessions } from '#channels/sessions.js';
import type { Settings } from '#config/settings.js';
import { createBot } from '#conversation/bot.js';
import type { ChannelContext, Sessions } from '#conversation/channel.js';
import { IDLE, type SavedConversation } from '#conversation/conversations.js';
import type { Desk } from '#conversation/intent.js';
import { loadIntents } from '#conversation/load-intents.js';
import type { Log } from '#conversation/log.js';
import type { NoticeDesk } from '#conversation/notice-desk.js';
import type { WindowDesk } from '#conversation/window-desk.js';
import { type RoomsDesk, roomsOn } from '#gateway/index.js';
import type { McpDesk } from '#mcp/desk.js';
import { packageVersion } from '#package-root.js';
import type { ServerDesk } from '#server/desk.js';
import type { Metrics } from '#server/metrics.js';
import type { UserDesk } from '#server/user-desk.js';
import { createBotMemory } from '#storage/bot-memory.js';
import { openStorage } from '#storage/open.js';
import type { ApiKeys, Storage } from '#storage/ports.js';
import { createProbe } from '#storage/probe.js';
import { type StorageSettings, storageSettings } from '#storage/settings.js';
import { keepHouse } from './keep-house.js';
import { createMcpDesk } from './mcp-desk.js';
import { createServerDesk } from './server-desk.js';
import { counted, serviceMetrics } from './service-metrics.js';
import { createUserDesk } from './user-desk.js';

/** The bot of this process, with what its channels are given. */
export interface OpenBot {
  context: ChannelContext;
  /** For the server's API. */
  desk: ServerDesk;
  /** Conversations of the API. */
  apiSessions: Sessions;
  /** People who sign in. @param https whether they reach the service over https */
  users(https: boolean): UserDesk;
  /** The rooms that they work in, for the server's API. */
  rooms: ReturnType<typeof roomsOn>;
  /** Keys of programs that call the API. */
  keys: Pick<ApiKeys, 'find'>;
  /** For the Model Context Protocol. */
  mcp: McpDesk;
  /** Figures of this process. */
  metrics: Metrics;
  /** Hashes the addresses of callers in the log. */
  logKey: Uint8Array;
  /** Whether the store takes records now. */
  storeTakes(): Promise<boolean>;
  /** Finishes what is being written and closes the store. */
  close(): Promise<void>;
}

/** What of the settings the bot and its housekeeping go by. */
type BotSettings = Pick<Settings, 'office' | 'dataDir' | 'window' | 'hooks' | 'lookback'>;

/** Programs that call the API say nothing of whom they ask for. */
const PROGRAM = { channel: 'api', userId: 'api' };

/** The bot on the store that is configured, which is made where there is none. @throws as `openStorage`, `openAssistant` */
export async function openBot(settings: BotSettings, log: Log): Promise<OpenBot> {
  const stored = storageSettings(process.env, settings.dataDir);
  const storage = await openStorage(stored, { check: true });
  try {
    return await onStorage(storage, stored, settings, log);
  } catch (error) {
    // An open connection would keep the process that has failed.
    await storage.close();
    throw error;
  }
}

async function onStorage(
  storage: Storage,
  stored: StorageSettings,
  settings: BotSettings,
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
  const { window, windowDesk } = windowOf(settings, storage, live);
  const intentDesk = deskOn({ storage, stored, settings, live, memory, notices, windowDesk, today, act });
  const work = openOfficeWork(storage, stored);
  const storeTakes = createProbe(() => storage.probe(act().at), clock);
  const metrics = serviceMetrics({ live, storeTakes, queues: { notices, office: work } });
  const records = counted(memory.records, metrics);
  const logKey = storage.keyFor('logs');
  const bot = createBot({
    desk: intentDesk,
    intents: await loadIntents(),
    conversations: memory.conversations,
    events: memory.events,
    records,
    logKey,
    log,
  });
  const sessionKey = stored.sessionKey ?? storage.keyFor('sessions');
  const endHousekeeping = keepHouse({ storage, live, window, hooks: settings.hooks, log, clock, act });
  const desk = createServerDesk({
    decide: (question) => live.assistant.decide(question),
    trace: (question) => live.assistant.trace(question),
    notices,
    keep: (id, recorded) => records.keep(id, PROGRAM, recorded),
    newId: randomUUID,
    today,
  });
  return {
    context: { bot, log, clock, newId: randomUUID, sessions: createSessions(sessionKey, 'web') },
    apiSessions: createSessions(sessionKey, 'api'),
    keys: storage.keys,
    storeTakes,
    metrics,
    logKey,
    desk,
    mcp: createMcpDesk({ live, desk, admissions: intentDesk.admissions, window: windowDesk, today }),
    users: (https) => createUserDesk({ storage, kb: () => live.assistant.kb, at: () => act().at, https }),
    rooms: roomsFor({ storage, settings, live, window, work, today, at: () => act().at }),
    async close() {
      await endHousekeeping();
      await work.close();
      await live.close();
      await storage.close();
    },
  };
}

/** The one-stop window, and what conversations register at it where it is set up. */
function windowOf(settings: BotSettings, storage: Storage, live: LiveAssistant) {
  const window = createWindow({
    assistant: () => live.assistant,
    library: readMatters(),
    limits: readLimits(),
    own: settings.window && { limits: settings.window.limits, basis: settings.window.limitsBasis },
    clock: Date.now,
  });
  const region = settings.window?.region;
  return { window, windowDesk: region === undefined ? null : createWindowDesk({ storage, window, region }) };
}

/** The rooms that users work in. */
function roomsFor({
  settings,
  today,
  ...parts
}: Pick<RoomsDesk, 'storage' | 'window' | 'work' | 'today' | 'at'> & {
  settings: BotSettings;
  live: LiveAssistant;
}): OpenBot['rooms'] {
  return roomsOn({
    ...parts,
    today,
    office: settings.window?.name ?? settings.office?.name ?? `${BLANK}（社区）`,
    newId: randomUUID,
    editionToday: () => `${parts.live.assistant.kb.version}-${packageVersion()}-${today()}`,
    lookbackK: settings.lookback.k,
  });
}

interface DeskParts {
  storage: Storage;
  stored: StorageSettings;
  settings: BotSettings;
  live: LiveAssistant;
  memory: Pick<ReturnType<typeof createBotMemory>, 'feedback'>;
  notices: NoticeDesk;
  windowDesk: WindowDesk | null;
  today(): string;
  act(): { at: string; actor: string };
}

/** What the intents turn to, on the store. */
function deskOn({
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

/** The counter for admissions, on the lists that are in force now. */
function admissionsOn(storage: Storage, live: LiveAssistant, today: () => string) {
  const key = storage.keyFor('owners of admissions');
  return createAdmissionCounter({
    kb: () => live.assistant.kb,
    screener: () => live.assistant.screener,
    today,
    store: {
      admissions: storage.admissions,
      ownerOf: ({ channel, userId }) =>
        `person-${createHmac('sha256', key)
          .update(JSON.stringify([channel, userId]))
          .digest('hex')
          .slice(0, 32)}`,
      at: () => new Date().toISOString(),
    },
  });
}
