import type { Command } from 'commander';

/** `qingdan mcp`: the Model Context Protocol over standard input and output, for a program on this computer. */
export function registerMcp(program: Command): void {
  program
    .command('mcp')
    .description('作为 MCP 服务（标准输入输出），供本机的智能助手调用；联网的用 qingdan serve 的 /mcp')
    .action(async () => {
      const [{ loadConfiguration }, { jsonLog }, { openBot }, { serveStdio }] = await Promise.all([
        import('#config/load.js'),
        import('./json-log.js'),
        import('./open-bot.js'),
        import('#mcp/index.js'),
      ]);
      // Standard output is the protocol's own.
      const log = jsonLog((line) => process.stderr.write(line), Date.now);
      const { mcp, close } = await openBot(await loadConfiguration(process.env), log);
      await serveStdio(mcp, (error) => log.error('QD-INTERNAL', { reason: String(error) }));
      await close();
    });
}
