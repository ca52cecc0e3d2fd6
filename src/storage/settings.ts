import { z } from 'zod';
import { QingdanError } from '#errors.js';
import type { RetentionDays } from './ports.js';

/** Name of the SQLite file in the data folder. */
export const SQLITE_FILE = 'qingdan.db';

/** How the store is set up. */
export interface StorageSettings {
  /** Folder of the key, and of the SQLite file where no database URL is set. */
  dataDir: string;
  /** PostgreSQL instead of SQLite. Holds a password: never shown. */
  databaseUrl?: string | undefined;
  retention: RetentionDays;
  /** File of the store's key. Default: `secret.key` in the data folder. */
  keyFile?: string | undefined;
  /** Percent of the answers, screenings or pages passed on that a purge may take at once. Default: 50. */
  purgeShare?: number | undefined;
  /** Key of the sessions, for several services behind one address. Default: one that the store's own key gives. */
  sessionKey?: Uint8Array | undefined;
}

/** Variables of the process, or of a test. */
type Environment = Readonly<Record<string, string | undefined>>;

/** A hundred years: longer than any archive asks for, short enough for every date's arithmetic. */
const MOST_DAYS = 36_500;
const days = (standard: number) => z.coerce.number().int().min(1).max(MOST_DAYS).default(standard);

/** Characters of a session key: 32 of hex are 128 bits. */
const SHORTEST_KEY = 32;

/** The store's variables, none of which stands in the configuration file. */
export const storageVariables = z.object({
  QINGDAN_DATA_DIR: z.string().default('./data').describe('同配置文件的 dataDir'),
  QINGDAN_DATABASE_URL: z
    .string()
    .optional()
    .describe('改用 PostgreSQL：postgres://用户:密码@主机:5432/库名；不设置时用数据文件夹里的 SQLite'),
  QINGDAN_KEY_FILE: z.string().optional().describe('密钥文件；不设置时是数据文件夹里的 secret.key'),
  QINGDAN_PURGE_SHARE: z.coerce
    .number()
    .int()
    .min(1)
    .max(100)
    .optional()
    .describe('一次清理最多删去留档的百分之几；不设置时 50'),
  QINGDAN_SESSION_KEY: z
    .string()
    .min(SHORTEST_KEY)
    .optional()
    .describe(`几台机器共用一个网址时，会话用的同一把密钥，至少 ${SHORTEST_KEY} 个随机字符`),
  /** Question log with its feedback: half a year, in which a person may come back about an answer. */
  QINGDAN_KEEP_QUESTIONS_DAYS: days(180).describe('提问和反馈留几天'),
  QINGDAN_KEEP_SCREENINGS_DAYS: days(180).describe('通知研判留几天'),
  /** Ids of events: no platform delivers again after a week. */
  QINGDAN_KEEP_EVENTS_DAYS: days(7).describe('消息编号（防重复）留几天'),
  /** Answers that people passed on: as long as the answers themselves. */
  QINGDAN_KEEP_SHARED_DAYS: days(180).describe('分享的回答，最后一次分享以后留几天'),
  /** Contacts and files of closed cases: as long as a question, in which somebody may come back about the outcome. */
  QINGDAN_KEEP_CASES_DAYS: days(180).describe('办结的件里，联系方式和附件留几天'),
});

/**
 * The store's settings from QINGDAN_… variables; an empty variable counts as not set. `dataDir` is the folder where it has
 * been settled already, by a configuration file. @throws QingdanError QD-CONFIG
 */
export function storageSettings(environment: Environment, dataDir?: string): StorageSettings {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = storageVariables.safeParse(set);
  if (!parsed.success) {
    const name = String(parsed.error.issues[0]?.path[0]);
    const right =
      {
        QINGDAN_SESSION_KEY: `至少 ${SHORTEST_KEY} 个随机字符`,
        QINGDAN_PURGE_SHARE: '1 到 100 的整数（百分之几）',
      }[name] ?? `1 到 ${MOST_DAYS} 的整数（天）`;
    throw new QingdanError('QD-CONFIG', `设置 ${name} 的值不对，请写${right}`, {
      cause: parsed.error,
    });
  }
  const { data } = parsed;
  return {
    dataDir: dataDir ?? data.QINGDAN_DATA_DIR,
    databaseUrl: data.QINGDAN_DATABASE_URL,
    keyFile: data.QINGDAN_KEY_FILE,
    purgeShare: data.QINGDAN_PURGE_SHARE,
    sessionKey: data.QINGDAN_SESSION_KEY === undefined ? undefined : Buffer.from(data.QINGDAN_SESSION_KEY),
    retention: {
      questions: data.QINGDAN_KEEP_QUESTIONS_DAYS,
      screenings: data.QINGDAN_KEEP_SCREENINGS_DAYS,
      events: data.QINGDAN_KEEP_EVENTS_DAYS,
      shared: data.QINGDAN_KEEP_SHARED_DAYS,
      cases: data.QINGDAN_KEEP_CASES_DAYS,
    },
  };
}
