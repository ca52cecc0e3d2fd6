import { QingdanError } from '#errors.js';

/**
 * The text of a file: UTF-16 by its mark, else UTF-8, else GB18030 (what Chinese Windows calls ANSI).
 * @throws QingdanError QD-FILE-TYPE where it is none of them
 */
export function decodeText(bytes: Uint8Array): string {
  for (const encoding of encodingsFor(bytes)) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      // A stray NUL tells a binary file; nobody's list holds one.
      if (!text.includes('\0')) return text.replace(/\r\n?/g, '\n');
    } catch {
      // Not this encoding: the next one is tried, and when none fits the error below says so.
    }
  }
  throw new QingdanError(
    'QD-FILE-TYPE',
    '文件不是 UTF-8 或 GB18030 编码的文字，请用记事本另存为 UTF-8 后再试',
  );
}

function encodingsFor(bytes: Uint8Array): readonly string[] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return ['utf-16le'];
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return ['utf-16be'];
  return ['utf-8', 'gb18030'];
}
