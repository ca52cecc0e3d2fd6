import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { CHANNELS } from '#adapters/channels.js';
import { loadSettings } from '#adapters/load.js';
import { QingdanError, shown } from '#errors.js';
import { readYaml } from '#text/yaml.js';
import { type ChannelState, channelState, type RawChannel } from './channel-settings.js';
import { type FileSettings, fileSchema, type Settings } from './settings.js';
import type { Environment } from './variables.js';

/** Variables that stand for a setting of the file, by the setting's path. */
export const VARIABLES = {
  QINGDAN_PORT: ['server', 'port'],
  QINGDAN_HOST: ['server', 'host'],
  QINGDAN_HOSTS: ['server', 'hosts'],
  QINGDAN_PROCESSES: ['server', 'processes'],
  QINGDAN_API_KEYS: ['api', 'keys'],
  QINGDAN_DATA_DIR: ['dataDir'],
  QINGDAN_LOOKBACK_K: ['lookback', 'k'],
  QINGDAN_TELEMETRY_ENDPOINT: ['telemetry', 'endpoint'],
  QINGDAN_TELEMETRY_SERVICE: ['telemetry', 'service'],
  QINGDAN_TELEMETRY_SHARE: ['telemetry', 'share'],
  QINGDAN_OFFICE_NAME: ['office', 'name'],
  QINGDAN_OFFICE_PHONE: ['office', 'phone'],
  QINGDAN_OFFICE_HOURS: ['office', 'hours'],
  QINGDAN_WINDOW_REGION: ['window', 'region'],
  QINGDAN_WINDOW_NAME: ['window', 'name'],
} as const;

/** The file with the environment over it, its channels still unchecked. */
export interface RawSettings {
  settings: FileSettings;
  channels: readonly RawChannel[];
}

/**
 * All settings of the process, from the file that QINGDAN_CONFIG names and the environment over it.
 * @throws QingdanError QD-CONFIG, QD-FILE, QD-YAML: one line that names the setting
 */
export async function loadConfiguration(environment: Environment): Promise<Settings> {
  const raw = readSettings(environment);
  const channels: { name: RawChannel['name']; settings: unknown }[] = [];
  for (const channel of raw.channels) {
    const state = await stateOf(channel);
    if (!state.on) continue;
    if ('problems' in state) throw new QingdanError('QD-CONFIG', `配置 ${state.problems[0]}`);
    channels.push({ name: channel.name, settings: state.settings });
  }
  return { ...raw.settings, channels };
}

/** The state of one channel's settings. */
export async function stateOf(channel: RawChannel): Promise<ChannelState> {
  return channelState(channel, await loadSettings(channel.name));
}

/** Everything but the channels' own settings. @throws QingdanError QD-CONFIG, QD-FILE, QD-YAML */
export function readSettings(environment: Environment): RawSettings {
  const file = environment.QINGDAN_CONFIG ? resolve(environment.QINGDAN_CONFIG) : null;
  const values = file === null ? {} : readValues(file);
  for (const [name, path] of Object.entries(VARIABLES)) {
    const value = environment[name];
    if (value !== undefined && value !== '') put(values, path, value);
  }
  const parsed = fileSchema.safeParse(values, { error: z.locales.zhCN().localeError });
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const path = issue?.path.map(String).join('.') ?? '';
    const unknown = issue?.code === 'unrecognized_keys' ? issue.keys.join('、') : null;
    const setting = [path, unknown === null ? '' : shown(unknown)].filter((part) => part !== '').join('.');
    const variable = Object.entries(VARIABLES).find(([, at]) => at.join('.') === path)?.[0];
    const what = unknown === null ? issue?.message : '没有这个设置，请检查拼写';
    throw new QingdanError(
      'QD-CONFIG',
      `配置 ${setting}${variable === undefined ? '' : `（${variable}）`}：${what}`,
    );
  }
  const settings = withPaths(parsed.data, file);
  const channels = CHANNELS.map((name) => ({
    name,
    section: settings.channels[name] === undefined ? null : (settings.channels[name] ?? {}),
    environment,
    file,
  }));
  return { settings, channels };
}

/** Files that settings name are found from the folder of the configuration file, as those of channels are. */
function withPaths(settings: FileSettings, file: string | null): FileSettings {
  const { oidc } = settings;
  if (file === null || oidc?.clientSecretFile === undefined) return settings;
  return { ...settings, oidc: { ...oidc, clientSecretFile: resolve(dirname(file), oidc.clientSecretFile) } };
}

function readValues(path: string): Record<string, unknown> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    throw new QingdanError('QD-FILE', `读不了配置文件 ${path}（QINGDAN_CONFIG），请检查路径和权限`, {
      cause,
    });
  }
  const values = readYaml({ path, text }, z.unknown());
  if (values === null) return {};
  if (typeof values === 'object' && !Array.isArray(values)) {
    // A part whose lines are all commented out (「channels:」 alone) is one that is left out.
    return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
  }
  throw new QingdanError('QD-CONFIG', `配置文件 ${path}：应由「设置: 值」组成`);
}

function put(values: Record<string, unknown>, path: readonly string[], value: string): void {
  const [key = '', ...deeper] = path;
  if (deeper.length === 0) {
    values[key] = value;
    return;
  }
  const inner = values[key];
  const next: Record<string, unknown> = typeof inner === 'object' && inner !== null ? { ...inner } : {};
  put(next, deeper, value);
  values[key] = next;
}
