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
  /** Percent of the answers or screenings that a purge may take at once. Default: 50. */
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

const schema = z.object({
  QINGDAN_DATA_DIR: z.string().default('./data'),
  QINGDAN_DATABASE_URL: z.string().optional(),
  QINGDAN_KEY_FILE: z.string().optional(),
  QINGDAN_PURGE_SHARE: z.coerce.number().int().min(1).max(100).optional(),
  QINGDAN_SESSION_KEY: z.string().min(SHORTEST_KEY).optional(),
  /** Question log with its feedback: half a year, in which a person may come back about an answer. */
  QINGDAN_KEEP_QUESTIONS_DAYS: days(180),
  QINGDAN_KEEP_SCREENINGS_DAYS: days(180),
  /** Ids of events: no platform delivers again after a week. */
  QINGDAN_KEEP_EVENTS_DAYS: days(7),
  /** Contacts and files of closed cases: as long as a question, in which somebody may come back about the outcome. */
  QINGDAN_KEEP_CASES_DAYS: days(180),
});

/**
 * The store's settings from QINGDAN_… variables; an empty variable counts as not set. `dataDir` is the folder where it has
 * been settled already, by a configuration file. @throws QingdanError QD-CONFIG
 */
export function storageSettings(environment: Environment, dataDir?: string): StorageSettings {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(set);
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
      cases: data.QINGDAN_KEEP_CASES_DAYS,
    },
  };
}
