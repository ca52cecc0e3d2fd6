import type { Command } from 'commander';

/** `qingdan chat`: a conversation in the terminal; without one, a line of input is a message. */
export function registerChat(program: Command): void {
  program
    .command('chat')
    .description('在终端里对话；标准输入不是终端时逐行读取')
    .action(async () => {
      // Loaded only for a conversation: Botkit takes longer to load than other commands to run.
      const [{ loadConfiguration }, { openBot }, terminal, { jsonLog }] = await Promise.all([
        import('#config/load.js'),
        import('./open-bot.js'),
        import('#adapters/terminal/adapter.js'),
        import('./json-log.js'),
      ]);
      const { configSchema } = await import('#adapters/terminal/config.js');
      const settings = await loadConfiguration(process.env);
      const own = settings.channels.find(({ name }) => name === 'terminal')?.settings ?? {};
      const log = jsonLog((line) => process.stderr.write(line), Date.now);
      // What goes well would stand between the lines of the conversation.
      const { context, close } = await openBot(settings, { ...log, info: () => undefined });
      const adapter = terminal.createAdapter(configSchema.parse(own), context);
      await adapter.start();
      await adapter.ended;
      await close();
    });
}
