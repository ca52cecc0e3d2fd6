import { setFlagsFromString } from 'node:v8';
import type { Command } from 'commander';
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
      const { close, mcp, ...open } = await openBot(settings, log);
      const endpoint = mcpEndpoint(mcp, (error) => log.error('QD-INTERNAL', { reason: String(error) }));
      const options: ServiceOptions = { settings, log, ...open, mcp: endpoint };
      const service = await startService(options).catch(async (error: unknown) => {
        await close();
        throw error;
      });
      print(`清单助手已启动：${service.url}（渠道：${service.channels.join('、')}），按 Ctrl-C 停止`);
      const signal = await firstSignal();
      log.info('stopping', { signal });
      // A library's open handle must not keep the process; what drained in time has been replied to.
      const late = setTimeout(() => process.exit(0), DRAIN - 500);
      await service.stop();
      await close();
      clearTimeout(late);
      log.info('stopped');
      process.exit(0);
    });
}

function firstSignal(): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.once(signal, () => resolve(signal));
    }
  });
}
