import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { FileContent } from '#documents/content.js';
import { READ_LIMITS } from '#documents/limits.js';
import { readFileContent } from '#documents/read.js';
import { QingdanError, shown } from '#errors.js';
import { createProgressBar } from './progress-bar.js';

/** A file's bytes; one that is too large isn't even read. @throws QingdanError QD-FILE, QD-FILE-SIZE */
export function readBytes(path: string): Uint8Array {
  try {
    const { size } = statSync(path);
    if (size > READ_LIMITS.bytes) {
      const most = Math.floor(READ_LIMITS.bytes / 1_000_000);
      throw new QingdanError(
        'QD-FILE-SIZE',
        `「${shown(path)}」超过 ${most} MB，请拆成几个文件或去掉图片后再试`,
      );
    }
    return readFileSync(path);
  } catch (cause) {
    if (cause instanceof QingdanError) throw cause;
    const code = cause instanceof Error && 'code' in cause ? cause.code : '';
    const reason = code === 'ENOENT' ? '不存在' : code === 'EISDIR' ? '这是文件夹' : '没有权限';
    throw new QingdanError('QD-FILE', `读不了文件 ${shown(path)}：${reason}，请检查路径和权限`, { cause });
  }
}

/** A file's content, with a bar where it takes its time; Ctrl-C stops it. @throws QingdanError QD-FILE…, QD-CANCELLED */
export async function readWithProgress(path: string): Promise<FileContent> {
  const bytes = readBytes(path);
  const bar = createProgressBar();
  const abort = new AbortController();
  const onInterrupt = (): void => abort.abort();
  process.once('SIGINT', onInterrupt);
  const what = `正在读 ${basename(path)}`;
  bar.update(what);
  try {
    return await readFileContent(bytes, basename(path), {
      signal: abort.signal,
      progress: (done, total) => bar.update(what, done, total),
    });
  } finally {
    process.removeListener('SIGINT', onInterrupt);
    bar.end();
  }
}
