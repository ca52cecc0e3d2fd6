import { crc32 } from 'node:zlib';
import { zipSync } from 'fflate';
import yauzl from 'yauzl';
import { QingdanError } from '#errors.js';
import type { ReadLimits } from './limits.js';

/** Parts by name, unpacked. */
export type Parts = ReadonlyMap<string, Uint8Array>;

/**
 * The parts of an .xlsx or .docx, unpacked within the limits and checked against their checksums.
 * @throws QingdanError QD-FILE-SIZE (a zip bomb), QD-FILE-UNSAFE, QD-FILE-LOCKED, QD-FILE-BROKEN
 */
export async function unpack(bytes: Uint8Array, limits: ReadLimits): Promise<Parts> {
  const parts = new Map<string, Uint8Array>();
  /** Part names differ in more than case (ECMA-376-2, 6.2.2.3). */
  const names = new Set<string>();
  try {
    const archive = await yauzl.fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), {
      lazyEntries: true,
      validateEntrySizes: true,
    });
    let unpacked = 0;
    for await (const entry of archive.eachEntry()) {
      if (entry.fileName.endsWith('/')) continue;
      if (entry.isEncrypted()) {
        throw new QingdanError('QD-FILE-LOCKED', '文件加了密码，请去掉密码后再试');
      }
      unpacked += entry.uncompressedSize;
      const { ratio, unpackedBytes } = limits;
      if (unpacked > unpackedBytes || unpacked > ratio * Math.max(bytes.length, SMALLEST_RATED)) {
        throw new QingdanError(
          'QD-FILE-SIZE',
          '文件解压后比本身大得异常（疑似压缩炸弹，或有大片空白的带格式行），请删去空白行列后另存再试',
        );
      }
      const name = entry.fileName.toLowerCase();
      if (names.has(name)) throw broken('有重名的部分');
      names.add(name);
      if (parts.size >= limits.parts) throw broken(`部分太多（超过 ${limits.parts} 个）`);
      const local = await archive.readLocalFileHeaderPromise(entry);
      // The name stands twice; where the two differ, the part would be taken for another one and silently left out.
      if (!local.fileName.equals(entry.fileNameRaw)) throw broken('部分的名称前后不符');
      const data = await contentOf(archive, entry);
      if (crc32(data) !== entry.crc32) throw broken('校验和不符');
      parts.set(entry.fileName, data);
    }
  } catch (cause) {
    if (cause instanceof QingdanError) throw cause;
    throw broken('不是完整的压缩包', cause);
  }
  refuseUnsafe(parts);
  return parts;
}

/** The ratio of a tiny archive says nothing: an empty workbook of 6 kB may unpack to 40 kB, or to 1 MB of styles. */
const SMALLEST_RATED = 20_000;

/** Chosen parts as an archive of their own, so that a library unpacks exactly what was checked. */
export function repack(parts: Parts, wanted: (name: string) => boolean): Uint8Array {
  const kept = Object.fromEntries([...parts].filter(([name]) => wanted(name)));
  return zipSync(kept, { level: 0, mtime: EARLIEST_ZIP_DATE });
}

const EARLIEST_ZIP_DATE = new Date(1980, 0, 2);

async function contentOf(archive: yauzl.ZipFile, entry: yauzl.Entry): Promise<Buffer> {
  const chunks: Buffer[] = [];
  // yauzl ends the stream with an error as soon as more comes out than the entry declares.
  for await (const chunk of await archive.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const MACRO_PART = /(^|\/)(vbaProject\.bin|vbaData\.xml)$|(^|\/)(activeX|macrosheets)\//i;
const EXTERNAL_PART = /(^|\/)externalLinks\//i;
const EMBEDDED_PART = /(^|\/)embeddings\/|(^|\/)oleObject[^/]*\.bin$/i;
const XML_PART = /\.(xml|rels|vml)$/i;
const RELATIONSHIP = /<(?:\w+:)?Relationship\b[^>]*>/g;

const CONTENT_TYPE = /<(?:\w+:)?(?:Default|Override)\b[^>]*>/g;
const MACRO_TYPE = /macroEnabled|vbaProject/i;
const OF_EXTENSION = /\bExtension\s*=\s*["']([^"']*)["']/i;

/**
 * Whether a part is said to hold macros. SheetJS declares a type of macros for `.bin` in every workbook it writes, where
 * no part is a `.bin`: a type that nothing has is none.
 */
function declaresMacros(types: string, parts: Parts): boolean {
  return (types.match(CONTENT_TYPE) ?? []).some((declared) => {
    if (!MACRO_TYPE.test(declared)) return false;
    const extension = OF_EXTENSION.exec(declared)?.[1];
    if (extension === undefined) return true;
    const ending = `.${extension.toLowerCase()}`;
    return [...parts.keys()].some((name) => name.toLowerCase().endsWith(ending));
  });
}

/** Macros, links to other files and XML entities: an office's list needs none, and each is a way to do harm. */
function refuseUnsafe(parts: Parts): void {
  for (const [name, data] of parts) {
    if (MACRO_PART.test(name)) throw unsafe('含有宏', '请另存为不带宏的文件');
    if (EXTERNAL_PART.test(name)) throw unsafe('链接了别的工作簿', '请断开外部链接后再试');
    if (EMBEDDED_PART.test(name)) throw embedded();
    if (!XML_PART.test(name)) continue;
    if (data.length >= 2 && (data[0] === 0xff || data[0] === 0xfe || data[0] === 0 || data[1] === 0)) {
      throw broken('XML 不是 UTF-8 编码');
    }
    const text = Buffer.from(data.buffer, data.byteOffset, data.length);
    if (text.includes('<!DOCTYPE') || text.includes('<!ENTITY')) {
      throw unsafe('含有 XML 实体定义', '这不是办公软件写出的文件，请重新另存');
    }
    if (name === '[Content_Types].xml' && declaresMacros(text.toString('latin1'), parts)) {
      throw unsafe('含有宏', '请另存为不带宏的文件');
    }
    if (name.endsWith('.rels')) {
      for (const [written] of text.toString('utf8').matchAll(RELATIONSHIP)) {
        const relationship = withoutReferences(written);
        if (/\/(aFChunk|oleObject|package)["']/i.test(relationship)) throw embedded();
        const outside = /TargetMode\s*=\s*["']External["']/i.test(relationship);
        if (outside && !/\/hyperlink["']/i.test(relationship)) {
          throw unsafe('链接了外部的模板、图片或对象', '请断开外部链接后再试');
        }
      }
    }
  }
}

/** Letters written as &#69; or &#x45; are letters. */
function withoutReferences(xml: string): string {
  return xml.replace(/&#(x[0-9a-f]{1,6}|\d{1,7});/gi, (_, code: string) => {
    const point = /^x/i.test(code) ? Number.parseInt(code.slice(1), 16) : Number(code);
    return point <= 0x10ffff ? String.fromCodePoint(point) : '';
  });
}

/** What stands in another file inside this one would be left out without a word. */
function embedded(): QingdanError {
  return unsafe('里嵌着别的文件', '请删去嵌入的对象，或把其中的清单另存为单独的文件');
}

function unsafe(what: string, advice: string): QingdanError {
  return new QingdanError('QD-FILE-UNSAFE', `文件${what}，为安全起见不读，${advice}`);
}

function broken(what: string, cause?: unknown): QingdanError {
  return new QingdanError('QD-FILE-BROKEN', `文件已损坏：${what}，请重新取得或另存后再试`, { cause });
}
