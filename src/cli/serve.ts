import { setFlagsFromString } from 'node:v8';
import type { Command } from 'commander';
import type { Membership } from '#cluster/index.js';
import type { Settings } from '#config/settings.js';
import { packageVersion } from '#package-root.js';
import { print } from './output.js';
import type { ServiceOptions } from './service.js';

/**
 * How much more than what lives V8 lets its heap grow before it collects, in percent. By default it waits for several times
 * as much, and a service would take ever more memory for its first ten thousand messages.
 */
const HEAP_GROWTH = 25;
/** Milliseconds from the signal to the end, whatever is still under way. */
const DRAIN = 10_000;

/** `qingdan serve`: every channel that is configured; with none, the chat page. */
export function registerServe(program: Command): void {
  program
    .command('serve')
    .description('启动配置好的各个渠道（QINGDAN_CONFIG）；什么都没配置时启动网页对话')
    .action(async () => {
      const { membership } = await import('#cluster/index.js');
      const member = membership();
      if (member === null && (await runsSeveral())) return;
      await serveHere(member).catch((error: unknown) => {
        // The line to the process that started it would keep one that has failed, and tells of.
        if (member !== null) setImmediate(() => process.exit());
        throw error;
      });
    });
}

/** Where the settings say so, runs this program once for each process, and ends with them. */
async function runsSeveral(): Promise<boolean> {
  const [{ loadConfiguration }, { processesFor }] = await Promise.all([
    import('#config/load.js'),
    import('./process-count.js'),
  ]);
  const { server } = await loadConfiguration(process.env);
  const count = server.processes ?? processesFor();
  if (count === 1) return false;
  const [{ runProcesses }, { jsonLog }] = await Promise.all([
    import('#cluster/run.js'),
    import('./json-log.js'),
  ]);
  const log = jsonLog((line) => process.stderr.write(line), Date.now);
  const running = runProcesses({
    count,
    patience: DRAIN,
    log: (event, fields) => (event === 'process-ready' ? log.info : log.warn)(event, fields),
  });
  const first = await running.ready;
  if (first !== null) {
    const channels = first.channels.join('、');
    print(`清单助手已启动：${first.url}（渠道：${channels}；${count} 个进程），按 Ctrl-C 停止`);
  }
  const over = await Promise.race([running.ended, firstSignal()]);
  if (typeof over === 'string') {
    log.info('stopping', { signal: over });
    await running.stop();
    log.info('stopped');
  }
  process.exit(await running.ended);
}

/** Serves in this process until it is told to stop. @param member what it is to other processes; null: it is the only one */
async function serveHere(member: Membership | null): Promise<void> {
  const [{ startService }, { loadConfiguration }, { jsonLog }, { openBot }, { mcpEndpoint }] =
    await Promise.all([
      import('./service.js'),
      import('#config/load.js'),
      import('./json-log.js'),
      import('./open-bot.js'),
      import('#mcp/index.js'),
    ]);
  setFlagsFromString(`--heap-growing-percent=${HEAP_GROWTH}`);
  const settings = await loadConfiguration(process.env);
  const log = jsonLog((line) => process.stderr.write(line), Date.now);
  const { close, mcp, ...open } = await openBot(settings, log, member?.siblings);
  const endpoint = mcpEndpoint(mcp, (error) => log.error('QD-INTERNAL', { reason: String(error) }));
  const telemetry = await telemetryOf(settings.telemetry);
  const options: ServiceOptions = { settings, log, ...open, ...telemetry?.trace(open), mcp: endpoint };
  const service = await startService(options).catch(async (error: unknown) => {
    await close();
    throw error;
  });
  member?.ready({ url: service.url, channels: service.channels });
  await (member === null ? told(service, log) : Promise.race([member.stop, termination()]));
  // A library's open handle must not keep the process; what drained in time has been replied to.
  const late = setTimeout(() => process.exit(0), DRAIN - 500);
  await service.stop();
  await Promise.all([close(), telemetry?.close()]);
  clearTimeout(late);
  if (member === null) log.info('stopped');
  process.exit(0);
}

/** Spans of what the service does, where a collector is set; its library is loaded then only. */
async function telemetryOf({ endpoint, service, share }: Settings['telemetry']) {
  if (endpoint === undefined) return null;
  const [{ openTelemetry }, { tracedBot, tracedDesk }] = await Promise.all([
    import('#telemetry/open.js'),
    import('#telemetry/traced.js'),
  ]);
  const tracing = openTelemetry({ endpoint, service, share, version: packageVersion() });
  return {
    trace: ({ context, desk }: Pick<ServiceOptions, 'context' | 'desk'>) => ({
      tracing,
      context: { ...context, bot: tracedBot(context.bot, tracing) },
      desk: tracedDesk(desk, tracing),
    }),
    close: tracing.close,
  };
}

/** Tells that the service runs, and waits for the signal to end. */
async function told(
  { url, channels }: { url: string; channels: readonly string[] },
  log: ServiceOptions['log'],
): Promise<void> {
  print(`清单助手已启动：${url}（渠道：${channels.join('、')}），按 Ctrl-C 停止`);
  log.info('stopping', { signal: await firstSignal() });
}

/** Ctrl-C goes to all processes of a terminal, and is for the one that started them to act on. */
function termination(): Promise<void> {
  process.on('SIGINT', () => undefined);
  return new Promise((resolve) => {
    process.once('SIGTERM', () => resolve());
  });
}

function firstSignal(): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.once(signal, () => resolve(signal));
    }
  });
}
