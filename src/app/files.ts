import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KnowledgeFiles } from '#catalogue/load.js';
import { QingdanError, shown } from '#errors.js';
import { packagePath } from '#package-root.js';
import type { TextFile } from '#text/yaml.js';

export { packagePath };

/** The knowledge folder in use: the one given, else QINGDAN_KNOWLEDGE, else the one that ships with the package. */
export function knowledgeFolder(folder?: string): string {
  const setting = process.env.QINGDAN_KNOWLEDGE;
  return folder ?? (setting ? setting : packagePath('knowledge'));
}

/** The texts of a knowledge folder: documents/*.yaml and regions.yaml. @throws QingdanError QD-FILE */
export function readKnowledgeFiles(folder?: string): KnowledgeFiles {
  const root = knowledgeFolder(folder);
  const names = listFolder(join(root, 'documents')).filter((name) => /\.ya?ml$/.test(name));
  if (names.length === 0) {
    throw new QingdanError(
      'QD-FILE',
      `知识库文件夹 ${root} 里没有 documents/*.yaml，请检查 QINGDAN_KNOWLEDGE`,
    );
  }
  return {
    documents: names.sort().map((name) => readTextFile(join(root, 'documents', name), `documents/${name}`)),
    regions: readTextFile(join(root, 'regions.yaml'), 'regions.yaml'),
    ...(existsSync(join(root, 'hosts.yaml'))
      ? { hosts: readTextFile(join(root, 'hosts.yaml'), 'hosts.yaml') }
      : {}),
  };
}

/** A UTF-8 text file; `shownPath` is how messages name it. @throws QingdanError QD-FILE */
export function readTextFile(path: string, shownPath = path): TextFile {
  try {
    return { path: shownPath, text: readFileSync(path, 'utf8') };
  } catch (cause) {
    throw new QingdanError('QD-FILE', `读不了文件 ${path}：${reason(cause)}，请检查路径和权限`, { cause });
  }
}

/** Names in a folder. @throws QingdanError QD-FILE */
export function listFolder(path: string): string[] {
  try {
    return readdirSync(path);
  } catch (cause) {
    throw new QingdanError('QD-FILE', `读不了文件夹 ${path}：${reason(cause)}，请检查 QINGDAN_KNOWLEDGE`, {
      cause,
    });
  }
}

function reason(cause: unknown): string {
  if (!(cause instanceof Error) || !('code' in cause)) return shown(String(cause));
  if (cause.code === 'ENOENT') return '不存在';
  if (cause.code === 'EACCES') return '没有权限';
  if (cause.code === 'EISDIR' || cause.code === 'ENOTDIR') return '类型不对（文件与文件夹弄反了）';
  return shown(cause.message);
}
