import { type FileBlock, fileName } from '#channels/files.js';
import type { ChannelContext } from '#conversation/channel.js';
import type { Log } from '#conversation/log.js';
import type { Attachment, Reply } from '#conversation/message.js';
import { QingdanError } from '#errors.js';
import type { TerminalSettings } from './config.js';
import type { TerminalFiles } from './files.js';
import { readPathLine } from './path-line.js';
import { plain, render, type SavedFiles, type TerminalText } from './render.js';

/** Answers a message, or the file whose path it is; files of the reply are saved. Rejects as the bot does. */
export type Answering = (line: string, eventId: string) => Promise<readonly TerminalText[]>;

/** @param conversationId of the one conversation that a terminal has */
export function createAnswering(
  { region, role }: TerminalSettings,
  { bot, log }: Pick<ChannelContext, 'bot' | 'log'>,
  files: TerminalFiles,
  conversationId: string,
): Answering {
  return async (line, eventId) => {
    const path = readPathLine(line, files.home);
    const file = path === null ? null : await firstOf(path.paths, files);
    if (path?.certain && file === null) return [plain('找不到这个文件，请检查路径和文件名。')];
    const said = file === null ? { text: line, attachments: [] } : { text: '', attachments: [file] };
    const who = { channel: 'terminal', conversationId, userId: 'terminal', region, role };
    const reply = await bot.handle({ eventId, ...who, ...said });
    // Saved first: what is told of a file is the name that it got.
    return render(reply, await saveFiles(reply, files, log));
  };
}

async function firstOf(paths: readonly string[], files: TerminalFiles): Promise<Attachment | null> {
  for (const path of paths) {
    const file = await files.find(path);
    if (file !== null) return file;
  }
  return null;
}

async function saveFiles({ blocks }: Reply, files: TerminalFiles, log: Log): Promise<SavedFiles> {
  const told = new Map<FileBlock, string>();
  for (const block of blocks) {
    if (block.type !== 'file') continue;
    try {
      told.set(block, `文件已存到当前文件夹：${await files.save(block.name, block.bytes)}`);
    } catch (error) {
      const known = error instanceof QingdanError;
      log.warn(known ? error.code : 'QD-FILE', { channel: 'terminal' });
      told.set(block, known ? `${error.message}。` : `文件「${fileName(block.name)}」没有存下来。`);
    }
  }
  return told;
}
