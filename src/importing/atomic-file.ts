import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { QingdanError, shown } from '#errors.js';

/**
 * Writes a file so that a reader, or a restart after a power cut, finds the old content or the new one and nothing
 * between. @throws QingdanError QD-VERSIONS
 */
export function writeAtomically(path: string, content: string | Uint8Array): void {
  const folder = dirname(path);
  const draft = `${path}.${process.pid}.tmp`;
  try {
    mkdirSync(folder, { recursive: true });
    const file = openSync(draft, 'w', 0o640);
    try {
      writeFileSync(file, content);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(draft, path);
    syncFolder(folder);
  } catch (cause) {
    rmSync(draft, { force: true });
    throw fault(path, cause, '写不了');
  }
}

/** The text of a file; null where there is none. @throws QingdanError QD-VERSIONS */
export function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return null;
    throw fault(path, cause, '读不了');
  }
}

/** A rename lasts once its folder is written; Windows can't open a folder and does without. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function fault(path: string, cause: unknown, what: string): QingdanError {
  const code = codeOf(cause);
  const reason =
    code === 'ENOSPC'
      ? '磁盘已满'
      : code === 'EACCES' || code === 'EROFS' || code === 'EPERM'
        ? '没有权限'
        : code || shown(String(cause));
  return new QingdanError(
    'QD-VERSIONS',
    `${what}文件 ${path}：${reason}，请检查路径、权限和 QINGDAN_DATA_DIR`,
    {
      cause,
    },
  );
}
