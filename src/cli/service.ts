import { loadChannel } from '#adapters/load.js';
import { forwarded, serveForwarded } from '#channels/forwarded.js';
import type { Settings } from '#config/settings.js';
import type { ChannelAdapter, ChannelContext, Sessions } from '#conversation/channel.js';
import type { Log } from '#conversation/log.js';
import { QingdanError } from '#errors.js';
import type { ServerDesk } from '#server/desk.js';
import { type ListenOptions, type RunningServer, startServer } from '#server/index.js';
import type { KeyDesk } from '#server/key-desk.js';
import type { McpEndpoint } from '#server/mcp-endpoint.js';
import type { Metrics } from '#server/metrics.js';
import type { UserDesk } from '#server/user-desk.js';

export interface ServiceOptions {
  settings: Settings;
  context: ChannelContext;
  desk: ServerDesk;
  /** Conversations of the API. Default: those of this process. */
  apiSessions?: Sessions | undefined;
  /** Keys of programs that call the API. Default: none. */
  keys?: Pick<KeyDesk, 'find'> | undefined;
  /** The Model Context Protocol. Default: it isn't spoken. */
  mcp?: McpEndpoint | undefined;
  /** People who sign in, by whether they reach the service over https. Default: none. */
  users?: ((https: boolean) => UserDesk) | undefined;
  /** The rooms that they work in. Default: none. */
  rooms?: ListenOptions['rooms'];
  /** Figures at /metrics. Default: none. */
  metrics?: Metrics | undefined;
  /** Who is told what took how long. Default: nobody. */
  tracing?: ListenOptions['tracing'];
  /** Hashes the addresses of callers in the log. Default: they aren't logged. */
  logKey?: Uint8Array | undefined;
  /** Whether the store takes records now. Default: it does. */
  storeTakes?: (() => Promise<boolean>) | undefined;
  log: Log;
}

/** Channels and server, running. */
export interface Service {
  url: string;
  /** Names of the channels that are on. */
  channels: readonly string[];
  /** Takes nothing more, replies to what is under way, disconnects. */
  stop(): Promise<void>;
}

/** Starts the channels of the settings, or the chat page, and the HTTP server. @throws QingdanError QD-CONFIG, QD-CHANNEL */
export async function startService({
  settings,
  context,
  desk,
  apiSessions,
  keys = { find: async () => null },
  mcp,
  users,
  rooms,
  metrics,
  tracing,
  logKey,
  storeTakes = async () => true,
  log,
}: ServiceOptions): Promise<Service> {
  const adapters = await createAdapters(settings, context);
  const { host, port, processes: _, ...serverSettings } = settings.server;
  let ready = false;
  let server: RunningServer | null = null;

  const stop = async () => {
    ready = false;
    const parts = await Promise.allSettled([...adapters.map((adapter) => adapter.stop()), server?.close()]);
    for (const part of parts) {
      if (part.status === 'rejected') log.error('QD-CHANNEL', { reason: String(part.reason) });
    }
  };

  try {
    server = await startServer({
      host,
      port,
      settings: {
        ...serverSettings,
        hosts: [...serverSettings.hosts, ...publicAddresses(settings).map(({ hostname }) => hostname)],
      },
      bot: context.bot,
      desk,
      routes: adapters.flatMap(({ routes }) => routes),
      log,
      newId: context.newId,
      sessions: apiSessions,
      siblings: context.siblings,
      keys: { required: settings.api.keys === 'required', find: (token) => keys.find(token) },
      mcp,
      users: users?.(publicAddresses(settings).some(({ protocol }) => protocol === 'https:')),
      rooms,
      metrics,
      tracing,
      logKey,
      clock: context.clock,
      isReady: async () => ready && (await storeTakes()),
    });
    await Promise.all(adapters.map(started));
  } catch (error) {
    await stop();
    throw error;
  }
  ready = true;
  return { url: server.url, channels: adapters.map(({ name }) => name), stop };
}

/** The addresses that people open the pages under, as far as they are set. */
function publicAddresses({ channels, oidc }: Settings): URL[] {
  const own = oidc === undefined ? [] : [new URL(oidc.publicUrl)];
  const ofChannels = channels.flatMap(({ settings }) => {
    const { publicUrl } = settings as { publicUrl?: unknown };
    return typeof publicUrl === 'string' ? [new URL(publicUrl)] : [];
  });
  return [...own, ...ofChannels];
}

/** The terminal belongs to `qingdan chat`: a service has none. */
async function createAdapters({ channels }: Settings, context: ChannelContext): Promise<ChannelAdapter[]> {
  const wanted = channels.filter(({ name }) => name !== 'terminal');
  if (wanted.length === 0) {
    const { createAdapter, configSchema } = await loadChannel('web');
    return [createAdapter(configSchema.parse({}), context)];
  }
  const all = await Promise.all(
    wanted.map(async ({ name, settings }) => (await loadChannel(name)).createAdapter(settings, context)),
  );
  const { siblings } = context;
  if (siblings === undefined || siblings.count === 1) return all;
  // The page's turns are shared; a platform's retries and connections are one process's.
  if (siblings.place > 0)
    return all.map((adapter) => (adapter.name === 'web' ? adapter : forwarded(adapter, siblings)));
  serveForwarded(all, siblings);
  return all;
}

async function started(adapter: ChannelAdapter): Promise<void> {
  try {
    await adapter.start();
  } catch (cause) {
    if (cause instanceof QingdanError) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new QingdanError(
      'QD-CHANNEL',
      `渠道 ${adapter.name} 连接不上：${reason}，请检查网络和这个渠道的设置`,
      {
        cause,
      },
    );
  }
}
