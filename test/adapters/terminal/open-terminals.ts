import { PassThrough } from 'node:stream';
import { createAdapter, type TerminalAdapter } from '#adapters/terminal/adapter.js';
import { configSchema, type TerminalSettings } from '#adapters/terminal/config.js';
import type { TerminalFiles } from '#adapters/terminal/files.js';
import type { ChannelContext } from '#conversation/channel.js';

/** A computer without files, that nothing can be saved on. */
export const noFiles: TerminalFiles = {
  home: '/home/nobody',
  find: async () => null,
  save: () => Promise.reject(new Error('nothing is saved here')),
};

export interface Terminal {
  adapter: TerminalAdapter;
  input: PassThrough & { isTTY?: boolean };
  /** Everything written so far. */
  written(): string;
}

/** A terminal with streams in place of the real ones; `isTTY` makes both ends a terminal. */
export async function openTerminal(
  context: ChannelContext,
  options: {
    settings?: Partial<TerminalSettings>;
    isTTY?: boolean;
    environment?: Readonly<Record<string, string>>;
    files?: TerminalFiles;
  } = {},
): Promise<Terminal> {
  const { isTTY = false, environment = {}, files = noFiles } = options;
  const input: Terminal['input'] = Object.assign(new PassThrough(), { isTTY });
  const output = Object.assign(new PassThrough(), { isTTY });
  let text = '';
  output.on('data', (chunk: Buffer) => {
    text += chunk.toString('utf8');
  });
  const settings = configSchema.parse(options.settings ?? {});
  const adapter = createAdapter(settings, context, { input, output, environment, files });
  await adapter.start();
  return { adapter, input, written: () => text };
}
