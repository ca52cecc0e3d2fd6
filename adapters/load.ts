import { extname } from 'node:path';
import type { ChannelModule } from '#conversation/channel.js';
import type { ChannelName } from './channels.js';

/** The files of a channel's folder and what each exports. */
export const CHANNEL_FILES = {
  'adapter.ts': ['createAdapter'],
  'render.ts': ['render'],
  'config.ts': ['configSchema', 'secrets'],
} as const;

/** What a channel's folder exports; loaded when the channel is used, since some bring large libraries. */
export async function loadChannel(name: ChannelName): Promise<ChannelModule> {
  const [{ createAdapter }, { render }, { configSchema, secrets }] = await Promise.all([
    load<Pick<ChannelModule, 'createAdapter'>>(name, 'adapter'),
    load<Pick<ChannelModule, 'render'>>(name, 'render'),
    loadSettings(name),
  ]);
  return { createAdapter, render, configSchema, secrets };
}

/** Only what is needed to check a channel's settings. */
export function loadSettings(name: ChannelName): Promise<ChannelSettings> {
  return load<ChannelSettings>(name, 'config');
}

export type ChannelSettings = Pick<ChannelModule, 'configSchema' | 'secrets'>;

function load<T>(name: ChannelName, file: string): Promise<T> {
  return import(new URL(`${name}/${file}${extname(import.meta.url)}`, import.meta.url).href);
}
