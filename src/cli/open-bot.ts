import { randomUUID } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { chinaToday } from '#app/assistant.js';
import { importFolderOf } from '#app/import-folder.js';
import { type LiveAssistant, openLiveAssistant } from '#app/live-assistant.js';
import { readMatters } from '#app/matters.js';
import { createNoticeDesk } from '#app/notice-desk.js';
import { openOfficeWork } from '#app/office-pool.js';
import { createWindow, readLimits } from '#app/window.js';
import { createWindowDesk } from '#app/window-desk.js';
import { BLANK } from '#cases/papers/index.js';
import { createSessions } from '#channels/sessions.js';
import { alone, type Siblings } from '#cluster/index.js';
import type { Settings } from '#config/settings.js';
import { createBot } from '#conversation/bot.js';
import type { ChannelContext, Sessions } from '#conversation/channel.js';
import { IDLE, type SavedConversation } from '#conversation/conversations.js';
import { loadIntents } from '#conversation/load-intents.js';
import type { Log } from '#conversation/log.js';
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
import { type DeskParts, deskOn } from './bot-desk.js';
import { keepHouse } from './keep-house.js';
import { createMcpDesk } from './mcp-desk.js';
import { createServerDesk } from './server-desk.js';
import { counted, serviceMetrics } from './service-metrics.js';
import { shelfOn } from './shelf.js';
import { usersOf } from './users-of.js';

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
type BotSettings = Pick<Settings, 'office' | 'dataDir' | 'window' | 'hooks' | 'lookback' | 'oidc'>;

/** Programs that call the API say nothing of whom they ask for. */
const PROGRAM = { channel: 'api', userId: 'api' };

/**
 * The bot on the store that is configured, which is made where there is none.
 * @param siblings other processes of the service. Default: none @throws as `openStorage`, `openAssistant`
 */
export async function openBot(
  settings: BotSettings,
  log: Log,
  siblings: Siblings = alone(),
): Promise<OpenBot> {
  const stored = storageSettings(process.env, settings.dataDir);
  const storage = await openStorage(stored, { check: siblings.place === 0 });
  try {
    return await onStorage(storage, stored, { settings, log, siblings });
  } catch (error) {
    // An open connection would keep the process that has failed.
    await storage.close();
    throw error;
  }
}

async function onStorage(
  storage: Storage,
  stored: StorageSettings,
  { settings, log, siblings }: { settings: BotSettings; log: Log; siblings: Siblings },
): Promise<OpenBot> {
  const clock = Date.now;
  const today = () => chinaToday(new Date(clock()));
  const act = () => ({ at: new Date(clock()).toISOString(), actor: '服务' });
  const work = openOfficeWork(storage, stored);
  const threads = threadsOfOne(siblings.count);
  const keepEdition = work.edition;
  const live = await openLiveAssistant(storage, { program: packageVersion(), threads, keepEdition }, act());
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
  const storeTakes = createProbe(() => storage.probe(act().at), clock);
  const metrics = serviceMetrics({ live, storeTakes, queues: { notices, office: work }, siblings });
  const records = counted(memory.records, metrics);
  const logKey = storage.keyFor('logs');
  const bot = createBot({
    desk: intentDesk,
    intents: await loadIntents(),
    conversations: memory.conversations,
    events: memory.events,
    records,
    exclusive: (conversation, turn) => siblings.exclusive(`turn ${conversation}`, turn),
    logKey,
    log,
  });
  const sessionKey = stored.sessionKey ?? storage.keyFor('sessions');
  const first = siblings.place === 0;
  const endHousekeeping = keepHouse({ storage, live, window, hooks: settings.hooks, log, clock, act, first });
  const desk = createServerDesk({
    decide: (question) => live.assistant.decide(question),
    trace: (question) => live.assistant.trace(question),
    notices,
    keep: (id, recorded) => records.keep(id, PROGRAM, recorded),
    newId: randomUUID,
    today,
  });
  return {
    context: {
      ...{ bot, log, clock, newId: randomUUID, sessions: createSessions(sessionKey, 'web'), siblings },
      lists: () => live.assistant.kb,
      shelf: shelfOn(storage, () => act().at),
    },
    apiSessions: createSessions(sessionKey, 'api'),
    keys: storage.keys,
    storeTakes,
    metrics,
    logKey,
    desk,
    mcp: createMcpDesk({ live, desk, admissions: intentDesk.admissions, window: windowDesk, today }),
    users: (https) => usersOf({ storage, settings, live, at: () => act().at, https }),
    rooms: roomsFor({ storage, stored, settings, live, window, work, today, act }),
    async close() {
      await endHousekeeping();
      await work.close();
      await live.close();
      await storage.close();
    },
  };
}

/** Threads for notices of each of several processes: one per core less one in all, at least one in each. */
const threadsOfOne = (processes: number) => Math.max(1, Math.floor((availableParallelism() - 1) / processes));

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
  stored,
  settings,
  today,
  act,
  ...parts
}: Pick<RoomsDesk, 'storage' | 'window' | 'work' | 'today'> &
  Pick<DeskParts, 'stored' | 'settings' | 'live' | 'act'>): OpenBot['rooms'] {
  return roomsOn({
    ...parts,
    today,
    at: () => act().at,
    importFolder: importFolderOf(stored.dataDir),
    takeUp: () => parts.live.refresh(act()),
    office: settings.window?.name ?? settings.office?.name ?? `${BLANK}（社区）`,
    newId: randomUUID,
    editionToday: () => `${parts.live.assistant.kb.version}-${packageVersion()}-${today()}`,
    lookbackK: settings.lookback.k,
  });
}
