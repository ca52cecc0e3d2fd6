import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { QingdanError } from '#errors.js';
import { type NoticeModel, unpackModel } from '#language/index.js';
import { knowledgeFolder, packagePath } from './files.js';

/** Where the model of notices is: in the knowledge folder, else (a folder without one) in the package. */
export function noticeModelPath(folder?: string): string {
  const own = join(knowledgeFolder(folder), 'weights', 'notices.bin');
  return existsSync(own) ? own : packagePath('knowledge', 'weights', 'notices.bin');
}

/** What tells the tasks of a notice, as fitted. @throws QingdanError QD-FILE */
export function readNoticeModel(folder?: string): NoticeModel {
  const path = noticeModelPath(folder);
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (cause) {
    throw new QingdanError('QD-FILE', `读不了通知模型 ${path}，请重新安装，或运行 npm run fit:notices 生成`, {
      cause,
    });
  }
  return unpackModel(bytes);
}
