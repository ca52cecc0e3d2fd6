import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Kysely } from 'kysely';
import { QingdanError } from '#errors.js';
import { createAccounts } from './accounts.js';
import { createAdmissions } from './admissions.js';
import { BEGINNING } from './audit-chain.js';
import { createAppender, createAuditLog, signedHead } from './audit-log.js';
import { backup } from './backup.js';
import { createConversations } from './conversations.js';
import { createEditions } from './editions.js';
import { createEventLog } from './event-log.js';
import { fileFault } from './faults.js';
import { createFeedback } from './feedback.js';
import { createFullTexts } from './full-texts.js';
import { type Access, createAccess } from './group-commit.js';
import { createInspections } from './inspections.js';
import { createBossJobs } from './jobs/boss-jobs.js';
import { createHookCursors } from './jobs/hook-cursors.js';
import { JOB_NAMES } from './jobs/names.js';
import { createPeriodReports } from './jobs/period-reports.js';
import { createJobQueue } from './jobs/queue.js';
import { createTableJobs } from './jobs/table-jobs.js';
import { watchPostgres, watchSqlite } from './jobs/watch.js';
import { type KeyedHash, openKey } from './key.js';
import { createListVersions } from './list-versions.js';
import { createLogins } from './logins.js';
import { createLookback } from './lookback.js';
import { migrate } from './migrate.js';
import type { Storage } from './ports.js';
import { openPostgres } from './postgres.js';
import { createQuestionLog } from './question-log.js';
import { createRegisters } from './registers.js';
import { createRetention } from './retention.js';
import type { Tables } from './schema.js';
import { createScreenings } from './screenings.js';
import { SQLITE_FILE, type StorageSettings } from './settings.js';
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
}

/**
 * Opens the store, making what is missing: folder, key, database, tables.
 * @throws QingdanError QD-CONFIG, QD-KEY, QD-READ-ONLY, QD-DISK-FULL, QD-STORAGE
 */
export async function openStorage(settings: StorageSettings, options: OpenOptions = {}): Promise<Storage> {
  const dataDir = resolve(settings.dataDir);
  if (options.mustExist && settings.databaseUrl === undefined) checkThere(join(dataDir, SQLITE_FILE));
  makeFolder(dataDir);
  const { db, where, description } = openDatabase(dataDir, settings.databaseUrl, options);
  try {
    await migrate(db, where);
    const keyed = openKey(dataDir);
    const access = createAccess(db, where);
    await bindKey(access, keyed, where);
    return assemble(db, access, keyed, settings, description);
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
  keyed: KeyedHash,
  { databaseUrl, retention }: StorageSettings,
  description: string,
): Storage {
  const append = createAppender(keyed, databaseUrl !== undefined);
  const caseParts = { access, keyed, append, sealer: createSealer(keyed) };
  const cases = createCases(caseParts);
  return {
    description,
    questions: createQuestionLog(access, keyed),
    feedback: createFeedback(access, keyed),
    events: createEventLog(access, keyed),
    conversations: createConversations(access, keyed),
    lists: createListVersions(access, append),
    texts: createFullTexts(access, append),
    editions: createEditions(access, append),
    screenings: createScreenings(access, keyed),
    registers: createRegisters(access, append),
    inspections: createInspections(access, append),
    lookback: createLookback(access),
    audit: createAuditLog(access, keyed, append),
    users: createUserData(access, keyed, append),
    retention: createRetention(access, retention, append),
    cases,
    caseFiles: createCaseFiles(caseParts, cases),
    reminders: createReminders(access, keyed),
    hooks: createHookCursors(access),
    reports: createPeriodReports(access, append),
    jobs: (options) => {
      const store =
        databaseUrl === undefined
          ? createTableJobs(access, options)
          : createBossJobs(databaseUrl, description, options);
      return createJobQueue(store, options, JOB_NAMES);
    },
    watch: (onChange) =>
      databaseUrl === undefined ? watchSqlite(access, onChange) : watchPostgres(databaseUrl, onChange),
    accounts: createAccounts(access, append),
    logins: createLogins(access, keyed, append),
    admissions: createAdmissions(access, keyed, append),
    probe: async (value) => {
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
 * checked. A database that has no key yet gets it together with the signed head of an empty audit log.
 */
async function bindKey(access: Access, keyed: KeyedHash, where: string): Promise<void> {
  const name = 'key-check';
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
    });
    bound = await find();
  }
  if (bound === undefined || !keyed.signed(name, bound.value)) {
    throw new QingdanError(
      'QD-KEY',
      `数据目录里的 secret.key 不是 ${where} 原来的密钥，请换回备份的密钥文件`,
    );
  }
}
