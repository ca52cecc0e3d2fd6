import type { Attachment, Block, Reply } from '#conversation/message.js';
import { READ_LIMITS } from '#documents/limits.js';
import { QingdanError, shown } from '#errors.js';
import { reasonOf } from './under-way.js';

/** Largest file that is taken from a person, in bytes: what a reader of files takes. */
export const MOST_FILE_BYTES = READ_LIMITS.bytes;

/** A file of a reply. */
export type FileBlock = Extract<Block, { type: 'file' }>;

const EXTENSION = /\.[A-Za-z0-9]{1,8}$/u;
/** What no file system of a person's computer takes in a name. */
const RESERVED = /[<>:"|?*]/gu;

/**
 * A file's name as it may be shown and saved: the last part of a path, one line of at most 40 characters before its
 * extension, which is kept because it says how the file is read; 「文件」 where nothing is left.
 */
export function fileName(said: string): string {
  const last = said.toWellFormed().split(/[/\\]/u).at(-1) ?? '';
  const line = last.replace(/[\p{C}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
  const extension = EXTENSION.exec(line)?.[0] ?? '';
  const stem = line.slice(0, line.length - extension.length).replace(RESERVED, '_');
  // A name of dots alone is a folder, and one that starts with a dot is hidden.
  return `${shown(stem.replace(/^[.\s]+/u, '')) || '文件'}${extension}`;
}

/** What a channel says of a file before it is read. */
export interface DeclaredFile {
  name: string;
  mediaType?: string | undefined;
  /** Bytes; 0 where the channel doesn't say. */
  size?: number | undefined;
}

/**
 * A file that is fetched only when it is read, and no further than `MOST_FILE_BYTES`, whatever its size is said to be.
 * `read` rejects with QingdanError QD-FILE-SIZE, with whatever QingdanError `open` throws, and with QD-FILE-GONE for any
 * other failure.
 */
export function fetchedFile(
  { name, mediaType = '', size = 0 }: DeclaredFile,
  open: () => Promise<AsyncIterable<Uint8Array>>,
): Attachment {
  const clean = fileName(name);
  return {
    name: clean,
    mediaType: shown(mediaType),
    size,
    async read() {
      if (size > MOST_FILE_BYTES) throw tooLarge(clean);
      try {
        return await upToLimit(clean, await open());
      } catch (cause) {
        if (cause instanceof QingdanError) throw cause;
        throw new QingdanError('QD-FILE-GONE', `文件「${clean}」没有取到，请再发一次`, { cause });
      }
    },
  };
}

/** A file whose bytes came with the message. */
export function heldFile(declared: Omit<DeclaredFile, 'size'>, bytes: Uint8Array): Attachment {
  return fetchedFile({ ...declared, size: bytes.length }, async () => only(bytes));
}

async function* only(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** Leaving the loop ends the stream, so that no more of it is fetched. */
async function upToLimit(name: string, stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > MOST_FILE_BYTES) throw tooLarge(name);
    chunks.push(chunk);
  }
  return chunks.length === 1 ? (chunks[0] as Uint8Array) : Buffer.concat(chunks);
}

/** @param name as `fileName` gives it */
export function tooLarge(name: string): QingdanError {
  const most = Math.floor(MOST_FILE_BYTES / 1_000_000);
  return new QingdanError('QD-FILE-SIZE', `「${name}」超过 ${most} MB，请拆成几个文件或去掉图片后再发`);
}

/** A reply cut at its files, in order, for channels where a file is a message of its own. */
export function aroundFiles({ blocks }: Reply): readonly (Reply | FileBlock)[] {
  const parts: (Reply | FileBlock)[] = [];
  let open: Block[] = [];
  for (const block of blocks) {
    if (block.type !== 'file') {
      open.push(block);
      continue;
    }
    if (open.length > 0) parts.push({ blocks: open });
    open = [];
    parts.push(block);
  }
  if (open.length > 0) parts.push({ blocks: open });
  return parts;
}

/** Why a platform didn't take a file, for the log; libraries quote its name, which is a person's own. */
export const whyNotSent = ({ name }: FileBlock, error: unknown): string =>
  reasonOf(error).replaceAll(name, '〔文件名〕');

/** What a person gets instead of a file that the platform didn't take. */
export const notSent = ({ name }: FileBlock): string =>
  `文件「${fileName(name)}」没有发出去，请到网页上再发一次，就能下载。`;

/** Bytes as a person reads them: 820 字节, 12 KB, 3.4 MB. */
export function sizeWords(bytes: number): string {
  if (bytes < 1_000) return `${bytes} 字节`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1_000)} KB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
