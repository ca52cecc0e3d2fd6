import yauzl from 'yauzl';
import { QingdanError, shown } from '#errors.js';

/** A file of a bundle. */
export interface BundledFile {
  /** Its path inside, with slashes; not to be written to. */
  name: string;
  bytes: Uint8Array;
}

/** How much of a bundle is taken. */
export interface BundleLimits {
  files: number;
  /** Of all files together, unpacked. */
  bytes: number;
  /** Unpacked to packed size. */
  ratio: number;
}

export const BUNDLE_LIMITS: BundleLimits = { files: 1_000, bytes: 300_000_000, ratio: 200 };

/** Bit of a zip entry that says its name is UTF-8 (APPNOTE 4.4.4). */
const UTF8_NAMES = 0x0800;
/** What systems put into an archive beside the files. */
const NOT_FILES = /(?:^|\/)(?:__MACOSX\/|\.[^/]*$|~\$[^/]*$|Thumbs\.db$|desktop\.ini$)/iu;

/** The files of a zip. Names are read as Chinese Windows writes them where they aren't UTF-8. @throws QingdanError QD-FILE-SIZE, QD-FILE-LIMIT, QD-FILE-LOCKED, QD-FILE-BROKEN */
export async function unbundle(
  bytes: Uint8Array,
  limits: BundleLimits = BUNDLE_LIMITS,
): Promise<BundledFile[]> {
  const files: BundledFile[] = [];
  let unpacked = 0;
  try {
    const archive = await yauzl.fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), {
      lazyEntries: true,
      validateEntrySizes: true,
      decodeStrings: false,
    });
    for await (const entry of archive.eachEntry()) {
      const name = nameOf(entry);
      if (name.endsWith('/') || NOT_FILES.test(name)) continue;
      if (entry.isEncrypted()) {
        throw new QingdanError('QD-FILE-LOCKED', '压缩包加了密码，请去掉密码后再试');
      }
      unpacked += entry.uncompressedSize;
      if (unpacked > limits.bytes || unpacked > limits.ratio * Math.max(bytes.length, 1_000_000)) {
        throw new QingdanError('QD-FILE-SIZE', '压缩包解压后太大，请分成几个再试');
      }
      if (files.length >= limits.files) {
        throw new QingdanError('QD-FILE-LIMIT', `压缩包里的文件超过 ${limits.files} 个，请分成几个再试`);
      }
      const chunks: Buffer[] = [];
      for await (const chunk of await archive.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
      files.push({ name, bytes: new Uint8Array(Buffer.concat(chunks)) });
    }
  } catch (cause) {
    if (cause instanceof QingdanError) throw cause;
    throw new QingdanError('QD-FILE-BROKEN', '压缩包已损坏，请重新取得或重新压缩后再试', { cause });
  }
  return files;
}

function nameOf(entry: yauzl.Entry): string {
  const raw = entry.fileNameRaw;
  const isUtf8 = (entry.generalPurposeBitFlag & UTF8_NAMES) !== 0;
  let name = decoded(raw, 'utf-8');
  if (name === null && !isUtf8) name = decoded(raw, 'gb18030');
  return shownPath(name ?? raw.toString('latin1'));
}

function decoded(raw: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(raw);
  } catch {
    // Not this encoding; the next one is tried.
    return null;
  }
}

const shownPath = (name: string): string =>
  name
    .replace(/\\/gu, '/')
    .split('/')
    .map((part) => (part === '' ? part : shown(part)))
    .join('/');
