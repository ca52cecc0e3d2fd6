import { mkdirSync, writeFileSync } from 'node:fs';
import { QingdanError, shown } from '#errors.js';

/** @throws QingdanError QD-FILE */
export function writeFileNamed(file: string, bytes: Uint8Array): void {
  try {
    writeFileSync(file, bytes);
  } catch (cause) {
    throw new QingdanError('QD-FILE', `写不了文件「${shown(file)}」，请检查文件夹和权限`, { cause });
  }
}

/** A folder to write into, made where there is none. @throws QingdanError QD-FILE */
export function folderToWrite(folder: string): string {
  try {
    mkdirSync(folder, { recursive: true });
    return folder;
  } catch (cause) {
    throw new QingdanError('QD-FILE', `建不了文件夹「${shown(folder)}」，请检查路径和权限`, { cause });
  }
}
