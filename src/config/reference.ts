import { z } from 'zod';
import { CHANNELS, type ChannelName } from '#adapters/channels.js';
import { loadSettings } from '#adapters/load.js';
import { storageVariables } from '#storage/settings.js';
import { VARIABLES } from './load.js';
import { fileSchema } from './settings.js';
import { variableOf } from './variables.js';

/** One setting, as an operator looks it up. */
export interface Setting {
  /** In the file, e.g. server.port; `[]` for each of several. null: a variable only. */
  path: string | null;
  /** The last part of the path. */
  key: string;
  /** Chinese, one sentence. */
  what: string;
  /** null: none. */
  standard: unknown;
  /** A value as it may look; null where the default or the choice shows it. */
  example: unknown;
  /** The words that may stand there; null where it is no choice. */
  choice: readonly string[] | null;
  isRequired: boolean;
  /** Never in the file: a variable, or a file that `…File` names. */
  isSecret: boolean;
  /** The variable that stands for it; null where none does. */
  variable: string | null;
  /** Settings within it, and whether there may be several of them. */
  parts: readonly Setting[];
  isList: boolean;
}

/** Of JSON Schema what is looked at here. */
interface Schema {
  type?: string | readonly string[];
  description?: string;
  default?: unknown;
  /** Of the settings’ own: JSON Schema’s `examples` are dropped where a value is transformed. */
  sample?: unknown;
  enum?: readonly string[];
  properties?: Readonly<Record<string, Schema>>;
  required?: readonly string[];
  items?: Schema;
}

const schemaOf = (schema: z.ZodType): Schema =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema;

type Names = (path: string, key: string) => Pick<Setting, 'variable' | 'isSecret'>;

function settingsIn({ properties = {}, required = [] }: Schema, prefix: string, names: Names): Setting[] {
  return Object.entries(properties).map(([key, schema]) => {
    const path = prefix === '' ? key : `${prefix}.${key}`;
    const isList = schema.items?.properties !== undefined;
    const within = isList ? schema.items : schema;
    return {
      path,
      key,
      what: schema.description ?? '',
      standard: schema.default ?? null,
      example: schema.sample ?? null,
      choice: schema.enum ?? null,
      isRequired: required.includes(key),
      ...names(path, key),
      parts: settingsIn(within ?? {}, isList ? `${path}[]` : path, names),
      isList,
    };
  });
}

/** Everything of the file but the channels. */
export function fileSettings(): Setting[] {
  const variables = new Map(Object.entries(VARIABLES).map(([variable, path]) => [path.join('.'), variable]));
  const all = settingsIn(schemaOf(fileSchema), '', (path) => ({
    variable: variables.get(path) ?? null,
    isSecret: false,
  }));
  return all.filter(({ key }) => key !== 'channels');
}

/** The settings of every channel, in the order of `CHANNELS`. */
export async function channelSettings(): Promise<[ChannelName, readonly Setting[]][]> {
  return Promise.all(
    CHANNELS.map(async (name): Promise<[ChannelName, readonly Setting[]]> => {
      const { configSchema, secrets } = await loadSettings(name);
      const names: Names = (_path, key) => ({
        variable: variableOf(name, key),
        isSecret: (secrets as readonly string[]).includes(key),
      });
      return [name, settingsIn(schemaOf(configSchema), `channels.${name}`, names)];
    }),
  );
}

/** What no schema holds, since one part alone asks for it. */
const OTHER_VARIABLES: readonly (readonly [variable: string, what: string])[] = [
  ['QINGDAN_CONFIG', '配置文件的位置；不设置时没有配置文件，全用默认值'],
  ['QINGDAN_KNOWLEDGE', '知识库文件夹；不设置时用程序自带的'],
  ['QINGDAN_LETTERS', '本单位的函件句子（仿照 knowledge/letters.yaml）'],
  ['QINGDAN_COMMITTEE', '命令行写函时的落款，如 珊瑚社区居委会'],
  ['QINGDAN_OIDC_SECRET', '统一身份认证给本服务的客户端密钥，代替 oidc.clientSecretFile'],
  ['QINGDAN_OFFICE', '转换旧文件用的办公软件（LibreOffice）的位置，none 为不用'],
  ['QINGDAN_OCR', '文字识别部件放在哪里；不设置时是数据文件夹里的 ocr'],
  ['QINGDAN_DEBUG', '设为 1 时，出错显示程序内部的位置，便于向维护者反馈'],
];

/** What is set by a variable alone. */
export function variableSettings(): Setting[] {
  const stored = settingsIn(schemaOf(storageVariables), '', (_path, key) => ({
    variable: key,
    isSecret: false,
  })).filter(({ key }) => !(key in VARIABLES));
  const others = OTHER_VARIABLES.map(([key, what]) => ({
    ...{ key, what, standard: null, example: null, choice: null, isRequired: false, isSecret: false },
    ...{ variable: key, parts: [], isList: false },
  }));
  return [...stored, ...others].map((setting) => ({ ...setting, path: null }));
}
