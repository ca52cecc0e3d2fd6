import { QingdanError, shown } from '#errors.js';

/** Codes of SQLite, PostgreSQL and the file system that mean there is no room left. */
const FULL = /^(?:SQLITE_FULL|ENOSPC|EDQUOT|53100)/;
const READ_ONLY = /^(?:SQLITE_READONLY|EROFS|EACCES|EPERM|25006)/;
const CANT_OPEN = /^(?:SQLITE_CANTOPEN|ENOENT|ENOTDIR|EISDIR|EEXIST)/;
const DAMAGED = /^(?:SQLITE_CORRUPT|SQLITE_NOTADB|XX001|XX002)/;
const BUSY = /^(?:SQLITE_BUSY|SQLITE_LOCKED|40001|40P01|55P03)/;
/** A statement that PostgreSQL gave up after its time. */
const SLOW = /^57014/;
const UNREACHABLE = /^(?:ECONN|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ETIMEDOUT|EPIPE|08|57P|53300)/;
const REFUSED = /^(?:28|3D000|42501)/;

/** libsql's own number for a file it can't open, where better-sqlite3 gives SQLITE_CANTOPEN. */
const LIBSQL_CANT_OPEN = /Unable to open connection to local database .*: (\d+)/;

/** The code a database driver or the file system gives an error; '' where it gives none. */
export function faultCode(error: unknown): string {
  if (!(error instanceof Error)) return '';
  if ('code' in error && typeof error.code === 'string' && error.code !== '') return error.code;
  if (LIBSQL_CANT_OPEN.test(error.message)) return 'SQLITE_CANTOPEN';
  // pg's own messages for a server that went away carry no code.
  if (/Connection terminated|timeout exceeded when trying to connect|Query read timeout/.test(error.message))
    return 'ECONNRESET';
  return '';
}

/** Whether the database refused the statement itself, so that the same work may be tried again alone. */
export function isRefusal(error: unknown): boolean {
  const code = faultCode(error);
  return code !== '' && !UNREACHABLE.test(code);
}

/** Whether another program's write was in the way. */
export function isBusy(error: unknown): boolean {
  return BUSY.test(faultCode(error));
}

/** Whether the database file isn't whole any more. */
export const isDamage = (error: unknown): boolean => DAMAGED.test(faultCode(error));

/** A database error as one that a user can act on; `where` names the store without a password. */
export function storageFault(where: string, cause: unknown): QingdanError {
  if (cause instanceof QingdanError) return cause;
  const [code, message] = faultOf(faultCode(cause), where, cause);
  return new QingdanError(code, message, { cause });
}

/** An error of the file system about one file. */
export function fileFault(path: string, cause: unknown): QingdanError {
  return storageFault(path, cause);
}

function faultOf(
  code: string,
  where: string,
  cause: unknown,
): ['QD-DISK-FULL' | 'QD-READ-ONLY' | 'QD-STORAGE', string] {
  if (FULL.test(code)) return ['QD-DISK-FULL', `磁盘已满，没有写入 ${where}；已存的都在，请清出空间后重试`];
  if (READ_ONLY.test(code)) {
    return ['QD-READ-ONLY', `${where} 不能写入（只读或没有权限），没有保存；请检查文件夹和数据库的权限`];
  }
  if (CANT_OPEN.test(code)) return ['QD-STORAGE', `打不开 ${where}，请检查 QINGDAN_DATA_DIR 和文件夹权限`];
  if (DAMAGED.test(code)) return ['QD-STORAGE', `${where} 已损坏或不是本程序的数据库，请换回最近的备份`];
  if (BUSY.test(code)) return ['QD-STORAGE', `${where} 正被别的程序占用，没有保存；请稍后重试`];
  if (SLOW.test(code))
    return ['QD-STORAGE', `${where} 太久没有做完，没有保存；请检查数据库是否太忙，稍后重试`];
  if (UNREACHABLE.test(code))
    return ['QD-STORAGE', `连不上 ${where}，请检查数据库是否在运行和 QINGDAN_DATABASE_URL`];
  if (REFUSED.test(code))
    return ['QD-STORAGE', `${where} 拒绝登录，请检查 QINGDAN_DATABASE_URL 的用户、密码和库名`];
  const reason = cause instanceof Error ? cause.message : String(cause);
  return ['QD-STORAGE', `${where} 出错：${shown(reason)}，请重试；仍不行时请把这一行反馈给维护者`];
}
