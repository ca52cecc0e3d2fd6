import { createReadStream } from 'node:fs';
import { stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { fetchedFile, fileName } from '#channels/files.js';
import type { Attachment } from '#conversation/message.js';
import { QingdanError } from '#errors.js';

/** The files of this computer, as far as a conversation needs them; tests put their own in its place. */
export interface TerminalFiles {
  /** Folder that ~ stands for. */
  home: string;
  /** The file at a path; null where there is none that can be read as a file (a folder, a device). */
  find(path: string): Promise<Attachment | null>;
  /** Saves a file under its name or, where that is taken, one with a number; resolves to the name. @throws QingdanError QD-FILE */
  save(name: string, bytes: Uint8Array): Promise<string>;
}

/** Names tried before giving up: 报告.docx, 报告-2.docx … 报告-99.docx. */
const MOST_NAMES = 99;

/** @param folder where files of replies are saved */
export function filesOf(folder: string): TerminalFiles {
  return {
    home: homedir(),
    async find(path) {
      const found = await stat(path).catch(() => null);
      if (found === null || !found.isFile()) return null;
      return fetchedFile({ name: basename(path), size: found.size }, async () => createReadStream(path));
    },
    async save(name, bytes) {
      const clean = fileName(name);
      const extension = extname(clean);
      const stem = clean.slice(0, clean.length - extension.length);
      for (let i = 1; i <= MOST_NAMES; i++) {
        const tried = i === 1 ? clean : `${stem}-${i}${extension}`;
        if (await saved(join(folder, tried), bytes)) return tried;
      }
      throw new QingdanError('QD-FILE', `文件「${clean}」存不下：同名的文件太多，请换一个文件夹再运行`);
    },
  };
}

/** Whether the file is new and written; false where there is one already. */
async function saved(path: string, bytes: Uint8Array): Promise<boolean> {
  try {
    await writeFile(path, bytes, { flag: 'wx' });
    return true;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') return false;
    const name = basename(path);
    throw new QingdanError('QD-FILE', `文件「${name}」存不到当前文件夹，请换一个能写的文件夹再运行`, {
      cause,
    });
  }
}
