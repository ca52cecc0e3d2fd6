import { PassThrough } from 'node:stream';
import { createAdapter, type TerminalAdapter } from '../../../src/adapters/terminal/adapter.js';
import { configSchema, type TerminalSettings } from '../../../src/adapters/terminal/config.js';
import type { ChannelContext } from '../../../src/bot/channel.js';

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
  } = {},
): Promise<Terminal> {
  const { isTTY = false, environment = {} } = options;
  const input: Terminal['input'] = Object.assign(new PassThrough(), { isTTY });
  const output = Object.assign(new PassThrough(), { isTTY });
  let text = '';
  output.on('data', (chunk: Buffer) => {
    text += chunk.toString('utf8');
  });
  const settings = configSchema.parse(options.settings ?? {});
  const adapter = createAdapter(settings, context, { input, output, environment });
  await adapter.start();
  return { adapter, input, written: () => text };
}
