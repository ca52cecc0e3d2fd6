import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import type { ChannelName } from '#adapters/channels.js';
import type { ChannelSettings } from '#adapters/load.js';
import { QingdanError, shown } from '#errors.js';
import { type Environment, keyOf, variableOf, variablePrefix } from './variables.js';

/** A channel's section of the file (null: none), with the values of the environment. */
export interface RawChannel {
  name: ChannelName;
  section: Readonly<Record<string, unknown>> | null;
  environment: Environment;
  /** Path of the configuration file, from whose folder the paths in it count; null where there is none. */
  file: string | null;
}

/** What a channel's settings come to. */
export type ChannelState =
  | { on: false }
  | { on: true; settings: unknown }
  /** On, and something is wrong or missing: one line for each, naming the setting. */
  | { on: true; problems: readonly string[] };

const inChinese = z.locales.zhCN().localeError;

/**
 * Puts a channel's settings together: the file's section, the secrets of files, the environment over both; then the
 * channel's own schema. On when it has a section that isn't `enabled: false`, or when one of its variables is set.
 */
export function channelState(raw: RawChannel, { configSchema, secrets }: ChannelSettings): ChannelState {
  const { enabled, ...section } = raw.section ?? {};
  const prefix = variablePrefix(raw.name);
  const variables = Object.keys(raw.environment).filter(
    (name) => name.startsWith(prefix) && raw.environment[name],
  );
  if (enabled === false || (raw.section === null && variables.length === 0)) return { on: false };
  const problems: string[] = [];
  const attempt = (work: () => [key: string, value: unknown]) => {
    try {
      const [key, value] = work();
      values[key] = value;
    } catch (error) {
      if (!(error instanceof QingdanError)) throw error;
      problems.push(error.message);
    }
  };
  const values: Record<string, unknown> = {};
  const fields = fieldsOf(configSchema);
  if (enabled !== undefined && enabled !== true)
    problems.push(`${place(raw, 'enabled')}：应是 true 或 false`);
  for (const [key, value] of Object.entries(section)) attempt(() => ofFile(raw, secrets, key, value));
  for (const name of variables) attempt(() => ofEnvironment(raw, secrets, Object.keys(fields), name));
  const parsed = configSchema.safeParse(values, { error: inChinese });
  if (parsed.success && problems.length === 0) return { on: true, settings: parsed.data };
  for (const issue of parsed.error?.issues ?? [])
    problems.push(problemOf(raw, { secrets, fields, values }, issue));
  return { on: true, problems };
}

const place = ({ name }: RawChannel, key: string) => `channels.${name}.${key}`;

/** Name without File, if that is a secret. */
const secretOf = (key: string, secrets: readonly string[]) =>
  secrets.find((secret) => key === `${secret}File`) ?? null;

function ofFile(
  raw: RawChannel,
  secrets: readonly string[],
  key: string,
  value: unknown,
): [key: string, value: unknown] {
  if (secrets.includes(key)) {
    throw new QingdanError(
      'QD-CONFIG',
      `${place(raw, key)}：密钥不能写在配置文件里，请改用 ${key}File 或环境变量 ${variableOf(raw.name, key)}`,
    );
  }
  const secret = secretOf(key, secrets);
  if (secret === null) return [key, value];
  if (typeof value !== 'string')
    throw new QingdanError('QD-CONFIG', `${place(raw, key)}：应是密钥文件的路径`);
  const folder = raw.file === null ? '.' : dirname(raw.file);
  return [secret, readSecret(resolve(folder, value), place(raw, key))];
}

function ofEnvironment(
  raw: RawChannel,
  secrets: readonly string[],
  keys: readonly string[],
  name: string,
): [key: string, value: unknown] {
  const value = raw.environment[name] as string;
  const key = keyOf(name, raw.name, keys, secrets);
  if (key === null) throw new QingdanError('QD-CONFIG', `环境变量 ${name}：没有这个设置，请检查拼写`);
  const secret = secretOf(key, secrets);
  return secret === null ? [key, value] : [secret, readSecret(resolve(value), name)];
}

function readSecret(path: string, setting: string): string {
  let text: string;
  try {
    text = readFileSync(path, 'utf8').trim();
  } catch (cause) {
    throw new QingdanError('QD-CONFIG', `${setting}：读不了密钥文件 ${path}，请检查路径和权限`, { cause });
  }
  if (text === '') throw new QingdanError('QD-CONFIG', `${setting}：密钥文件 ${path} 是空的`);
  return text;
}

/** The settings of a schema by name, also those of a union's parts; refinements and transforms stand around them. */
function fieldsOf(schema: z.ZodType): Record<string, z.ZodType> {
  const {
    shape,
    options,
    innerType,
    in: input,
  } = schema.def as {
    shape?: Record<string, z.ZodType>;
    options?: readonly z.ZodType[];
    innerType?: z.ZodType;
    in?: z.ZodType;
  };
  if (shape !== undefined) return shape;
  const parts = options ?? [innerType ?? input].filter((part) => part !== undefined);
  return Object.assign({}, ...parts.map(fieldsOf));
}

/** What is wrong with one setting and, where it is missing, where it goes. */
function problemOf(
  raw: RawChannel,
  known: {
    secrets: readonly string[];
    fields: Readonly<Record<string, z.ZodType>>;
    values: Readonly<Record<string, unknown>>;
  },
  issue: z.core.$ZodIssue,
): string {
  if (issue.code === 'unrecognized_keys') {
    return `${place(raw, shown(issue.keys.join('、')))}：没有这个设置，请检查拼写`;
  }
  const [key = ''] = issue.path.map(String);
  const setting = place(raw, issue.path.map(String).join('.'));
  if (key === '' || known.values[key] !== undefined) return `${setting}：${issue.message}`;
  const { description } = known.fields[key] ?? {};
  const what = issue.code === 'custom' ? issue.message : '没有填';
  const from = known.secrets.includes(key) ? `在配置文件里写 ${key}File` : '写在配置文件里';
  const variable = variableOf(raw.name, key);
  return `${setting}：${what}${description === undefined ? '' : `（${description}）`}，请${from}，或设环境变量 ${variable}`;
}
