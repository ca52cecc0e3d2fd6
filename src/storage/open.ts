import { existsSync, mkdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Kysely } from 'kysely';
import { QingdanError } from '#errors.js';
import { createAccounts } from './accounts.js';
import { createAdmissions } from './admissions.js';
import { type AnswerSeals, createAnswerSeals } from './answer-seals.js';
import { createApiKeys } from './api-keys.js';
import { BEGINNING } from './audit-chain.js';
import {
  type Appender,
  createAppender,
  createAuditLog,
  digestEntry,
  newestDigest,
  signedHead,
} from './audit-log.js';
import { backup } from './backup.js';
import { createConversations } from './conversations.js';
import { createEditions } from './editions.js';
import { createEventLog } from './event-log.js';
import { fileFault, storageFault } from './faults.js';
import { createFeedback } from './feedback.js';
import { createFullTexts } from './full-texts.js';
import { type Access, createAccess } from './group-commit.js';
import { createInspections } from './inspections.js';
import { createHookCursors } from './jobs/hook-cursors.js';
import { jobsOn } from './jobs/on.js';
import { createPeriodReports } from './jobs/period-reports.js';
import { createKeptQuestions } from './kept-questions.js';
import { KEY_FILE, type KeyedHash, openKey } from './key.js';
import { createListVersions } from './list-versions.js';
import { createLogins } from './logins.js';
import { createLookback } from './lookback.js';
import { emptied, isMade, markMade } from './made-mark.js';
import { migrate } from './migrate.js';
import { createNoticeCorrections } from './notice-corrections.js';
import type { Storage } from './ports.js';
import { openPostgres } from './postgres.js';
import { createQuestionLog } from './question-log.js';
import { quickCheck } from './quick-check.js';
import { createRegionLists } from './region-lists.js';
import { createRegisters } from './registers.js';
import { createRetention } from './retention.js';
import { createReviews } from './reviews.js';
import type { Tables } from './schema.js';
import { createScreenings } from './screenings.js';
import { SQLITE_FILE, type StorageSettings } from './settings.js';
import { createSharedPages } from './shared-pages.js';
import { openSqlite, type SqliteDriverName } from './sqlite.js';
import { createUserData } from './user-data.js';
import { createCases } from './window/cases.js';
import { createCaseFiles } from './window/files.js';
import { createReminders } from './window/reminders.js';
import { createSealer } from './window/sealed.js';

export interface OpenOptions {
  /** SQLite driver to use and no other. Default: better-sqlite3, else libsql. */
  driver?: SqliteDriverName | undefined;
  /** Refuses a place without a store instead of making one there. Default: false. */
  mustExist?: boolean | undefined;
  /** Looks whether the database file is whole, which reads all of it. Default: false. */
  check?: boolean | undefined;
}

/**
 * Opens the store, making what is missing: folder, key, database, tables.
 * @throws QingdanError QD-CONFIG, QD-KEY, QD-READ-ONLY, QD-DISK-FULL, QD-STORAGE
 */
export async function openStorage(settings: StorageSettings, options: OpenOptions = {}): Promise<Storage> {
  const dataDir = resolve(settings.dataDir);
  const made = isMade(dataDir);
  const isFile = settings.databaseUrl === undefined;
  const file = join(dataDir, SQLITE_FILE);
  if (isFile && made && !holdsAnything(file)) throw emptied(file, dataDir);
  if (isFile && options.mustExist) checkThere(file);
  makeFolder(dataDir);
  const { db, where, description } = openDatabase(dataDir, settings.databaseUrl, options);
  try {
    if (isFile && options.check) await quickCheck(db, where);
    const isBound = await hasKey(db, where);
    if (made && !isBound) throw emptied(where, dataDir);
    await migrate(db, where);
    const keyFile = settings.keyFile ?? join(dataDir, KEY_FILE);
    const keyed = openKey(keyFile, isBound ? where : null);
    const access = createAccess(db, where);
    const seals = createAnswerSeals(keyed);
    const append = createAppender(keyed, settings.databaseUrl !== undefined);
    await bindKey(access, { keyed, seals }, { where, keyFile });
    await sealEarlier(access, seals, append);
    markMade(dataDir);
    return assemble(db, access, { keyed, seals, append }, settings, description);
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

function openDatabase(dataDir: string, url: string | undefined, options: OpenOptions) {
  if (url !== undefined) {
    const { db, where } = openPostgres(url);
    return { db, where, description: where };
  }
  const path = join(dataDir, SQLITE_FILE);
  const { db, driver } = openSqlite(path, options.driver);
  return { db, where: path, description: `SQLite（${driver}）${path}` };
}

function assemble(
  db: Kysely<Tables>,
  access: Access,
  { keyed, seals, append }: { keyed: KeyedHash; seals: AnswerSeals; append: Appender },
  { databaseUrl, retention, purgeShare }: StorageSettings,
  description: string,
): Storage {
  const caseParts = { access, keyed, append, sealer: createSealer(keyed) };
  const cases = createCases(caseParts);
  return {
    description,
    questions: createQuestionLog(access, keyed, seals),
    feedback: createFeedback(access, keyed),
    events: createEventLog(access, keyed),
    conversations: createConversations(access, keyed),
    lists: createListVersions(access, append),
    texts: createFullTexts(access, append),
    regionLists: createRegionLists(access, append),
    editions: createEditions(access, append),
    sharedPages: createSharedPages(access, append),
    screenings: createScreenings(access, keyed),
    registers: createRegisters(access, append),
    inspections: createInspections(access, append),
    lookback: createLookback(access),
    reviews: createReviews(access, append),
    keptQuestions: createKeptQuestions(access, append),
    noticeCorrections: createNoticeCorrections(access, append),
    audit: createAuditLog(access, keyed, { append, seals }),
    users: createUserData(access, keyed, { append, seals }),
    retention: createRetention(access, { days: retention, share: purgeShare, append, seals }),
    cases,
    caseFiles: createCaseFiles(caseParts, cases),
    reminders: createReminders(access, keyed),
    hooks: createHookCursors(access),
    reports: createPeriodReports(access, append),
    ...jobsOn(access, databaseUrl, description),
    accounts: createAccounts(access, append),
    logins: createLogins(access, keyed, append),
    admissions: createAdmissions(access, keyed, append),
    keys: createApiKeys(access, keyed, append),
    probe: async (value) => {
      if (access.damaged) throw new QingdanError('QD-STORAGE', `${description} 已损坏，请换回最近的备份`);
      await access.write((trx) =>
        trx
          .insertInto('meta')
          .values({ name: 'probe', value })
          .onConflict((c) => c.column('name').doUpdateSet({ value }))
          .execute(),
      );
    },
    keyFor: (purpose) => keyed.derive(purpose),
    backup: (file) => backup(access, databaseUrl === undefined ? 'sqlite' : 'postgres', file),
    close: async () => {
      await access.settled();
      await db.destroy();
    },
  };
}

/** Row of `meta` by which a database knows its key. */
const KEY_CHECK = 'key-check';

/** Whether the database has been tied to a key, before anything is made in it. */
async function hasKey(db: Kysely<Tables>, where: string): Promise<boolean> {
  try {
    const tables = await db.introspection.getTables();
    if (!tables.some(({ name }) => name === 'meta')) return false;
    const row = await db.selectFrom('meta').select('value').where('name', '=', KEY_CHECK).executeTakeFirst();
    return row !== undefined;
  } catch (error) {
    throw storageFault(where, error);
  }
}

const holdsAnything = (path: string): boolean => existsSync(path) && statSync(path).size > 0;

function checkThere(path: string): void {
  if (existsSync(path)) return;
  throw new QingdanError('QD-STORAGE', `没有找到数据 ${path}，请检查 QINGDAN_DATA_DIR`);
}

function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw fileFault(path, cause);
  }
}

/**
 * Ties the database to the key: with another one, the same person would get another hash and the audit's head couldn't be
 * checked. A database that has no key yet gets it together with the signed head of an empty audit log and the sum of no
 * answers.
 */
async function bindKey(
  access: Access,
  { keyed, seals }: { keyed: KeyedHash; seals: AnswerSeals },
  { where, keyFile }: { where: string; keyFile: string },
): Promise<void> {
  const name = KEY_CHECK;
  const find = () =>
    access.read((db) => db.selectFrom('meta').select('value').where('name', '=', name).executeTakeFirst());
  let bound = await find();
  if (bound === undefined) {
    await access.write(async (trx) => {
      const added = await trx
        .insertInto('meta')
        .values({ name, value: keyed.sign(name) })
        .onConflict((c) => c.column('name').doNothing())
        .returning('name')
        .executeTakeFirst();
      if (added === undefined) return;
      await trx
        .insertInto('audit_head')
        .values({ id: 1, ...signedHead(keyed, BEGINNING) })
        .execute();
      await seals.begin(trx);
    });
    bound = await find();
  }
  if (bound === undefined || !keyed.signed(name, bound.value)) {
    throw new QingdanError('QD-KEY', `密钥文件 ${keyFile} 不是 ${where} 原来的密钥，请换回备份的密钥文件`);
  }
}

/**
 * Seals the answers that an earlier version of the program has logged. Once only, which the audit log says: whoever
 * removes the sum doesn't get another one.
 */
async function sealEarlier(access: Access, seals: AnswerSeals, append: Appender): Promise<void> {
  const due = (db: Kysely<Tables>) =>
    seals.state(db).then(async (state) => state === null && (await newestDigest(db)) === null);
  if (!(await access.read(due))) return;
  await access.write(async (trx) => {
    if (!(await due(trx))) return;
    const newest = await seals.begin(trx);
    const state = await seals.state(trx);
    if (state === null || newest === null) return;
    // The store has no clock: the row has the time of the newest answer that it vouches for.
    await append(trx, digestEntry(state, { at: newest, actor: '升级' }));
  });
}
